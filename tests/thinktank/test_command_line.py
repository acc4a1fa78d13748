"""The command line: days and hours that commands print are in the desk's zone."""

import datetime as dt
from typing import Any

import manage
from articles.models import LedgerEntry


def test_commands_print_hours_in_the_zone_of_the_desk_and_look_it_up_when_they_do(
    desk: Any, monkeypatch: Any
) -> None:
    desk.time_zone = "Asia/Seoul"
    desk.save()
    printed: list[str] = []
    entry = LedgerEntry(act="publish", at=dt.datetime(2026, 3, 9, 18, 30, tzinfo=dt.UTC))
    monkeypatch.setattr(manage, "execute_from_command_line", lambda argv: printed.append(str(entry)))
    manage.main()
    assert printed == ["publish at 2026-03-10 03:30"]


def test_a_command_that_prints_no_hour_asks_no_database_for_the_zone(monkeypatch: Any) -> None:
    monkeypatch.setattr(manage, "execute_from_command_line", lambda argv: None)
    manage.main()  # without the mark for a database, a query fails
