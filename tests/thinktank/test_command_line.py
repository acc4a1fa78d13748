"""What `manage.py` says when a command cannot work, and in which zone commands print hours."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import ProgrammingError

from articles.models import LedgerEntry
from thinktank.management import command_line

OURS = {
    "thinktank",
    "desk",
    "intake",
    "reading",
    "articles",
    "authors",
    "documents",
    "pictures",
    "outlets",
    "disclaimers",
}
MAKE_TABLES = {"prepare", "restore", "bench"}
NEED_NO_TABLES = {"read_texts", "tell_hub"}  # reads its standard input; says first that no hub is set
ARGUMENTS = {
    "backup": ["{folder}/desk.zip"],
    "intake": ["{folder}/piece.txt"],
    "setup_desk": ["{folder}/desk.toml"],
    "update_pages": ["--author", "ida-quay", "--renew", "people", "--by", "nell", "--reason", "Married"],
    "changepassword": ["nell"],
    "createsuperuser": ["--no-input", "--username", "ada", "--email", "ada@example.org"],
}
DJANGOS = ["changepassword", "createsuperuser", "clearsessions"]
Fails = Callable[..., str]


@pytest.fixture
def without_tables(transactional_db: None) -> Iterator[None]:
    """A database that somebody has made, and that nothing has been done with."""
    here = connection.settings_dict["NAME"]
    other = f"{here}_bare"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {other} TEMPLATE template0")
    _use(other)
    yield
    _use(here)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {other} WITH (FORCE)")


def _use(name: str) -> None:
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@pytest.fixture
def fails(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Fails:
    """Run a command that has to fail: what an operator reads."""
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "correct horse battery")
    (tmp_path / "piece.txt").write_text("A headline\n\nBy Ida Quay\n\nA paragraph of text.\n")
    (tmp_path / "desk.toml").write_text('[[outlet]]\nname = "The Lantern"\n')

    def fails(command: str) -> str:
        arguments = [part.format(folder=tmp_path) for part in ARGUMENTS.get(command, [])]
        with pytest.raises(SystemExit) as ended:
            command_line.run(["manage.py", command, *arguments])
        if isinstance(ended.value.code, str):
            return ended.value.code
        assert ended.value.code == 1
        return capsys.readouterr().err.strip()

    return fails


def test_every_command_without_tables_is_one_sentence_that_says_what_makes_them(
    without_tables: None, fails: Fails
) -> None:
    ours = {name for name, app in get_commands().items() if app in OURS}
    for command in sorted(ours - MAKE_TABLES - NEED_NO_TABLES) + DJANGOS:
        said = fails(command)
        assert len(said.splitlines()) == 1, f"{command}: {said}"
        reason = "has no tables of a desk" if command == "backup" else "`manage.py prepare` makes the tables"
        assert reason in said, f"{command}: {said}"


@pytest.mark.django_db
def test_a_newer_desk_is_named_where_a_command_fails_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    MigrationRecorder(connection).record_applied("articles", "9999_from_tomorrow")
    monkeypatch.setattr(command_line, "execute_from_command_line", _fail)
    with pytest.raises(SystemExit, match=r"articles\.9999_from_tomorrow, which this version does not know"):
        command_line.run(["manage.py", "reindex"])


@pytest.mark.django_db
def test_a_fault_in_a_command_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_line, "execute_from_command_line", _fail)
    with pytest.raises(ProgrammingError):
        command_line.run(["manage.py", "reindex"])


def _fail(arguments: list[str]) -> None:
    raise ProgrammingError("a table is not there")


def test_commands_print_hours_in_the_zone_of_the_desk_and_look_it_up_when_they_do(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.time_zone = "Asia/Seoul"
    desk.save()
    printed: list[str] = []
    entry = LedgerEntry(act="publish", at=dt.datetime(2026, 3, 9, 18, 30, tzinfo=dt.UTC))
    monkeypatch.setattr(
        command_line, "execute_from_command_line", lambda arguments: printed.append(str(entry))
    )
    command_line.run(["manage.py", "reindex"])
    assert printed == ["publish at 2026-03-10 03:30"]


def test_a_command_that_prints_no_hour_asks_no_database_for_the_zone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(command_line, "execute_from_command_line", lambda arguments: None)
    command_line.run(["manage.py", "reindex"])  # without the mark for a database, a query fails
