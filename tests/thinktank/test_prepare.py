"""`manage.py prepare` leaves a desk whose killed database server is back at once."""

import io

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from thinktank.local_postgres.base import write_out_default_database
from thinktank.management.commands import prepare
from thinktank.static_files import collecting

LAST_CHECKPOINT = "SELECT redo_lsn FROM pg_control_checkpoint()"


@pytest.mark.django_db
@pytest.mark.skipif(
    settings.DATABASES["default"]["ENGINE"] != "thinktank.local_postgres",
    reason="its operator sees to another",
)
def test_what_changed_is_written_to_the_files_of_the_local_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute(LAST_CHECKPOINT)
        before = cursor.fetchone()
        write_out_default_database()
        cursor.execute(LAST_CHECKPOINT)
        assert cursor.fetchone() != before


@pytest.mark.parametrize("has_changed", [True, False])
@pytest.mark.django_db
def test_only_a_desk_that_was_migrated_or_filled_is_written_out(
    has_changed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setenv("DESK_SAMPLE", "0")
    monkeypatch.setattr(collecting, "collect_if_changed", lambda: False)
    monkeypatch.setattr(prepare.Command, "_migrate", lambda command: has_changed)
    monkeypatch.setattr(prepare, "write_out_default_database", lambda: written.append("all"))
    call_command("prepare", stdout=io.StringIO(), stderr=io.StringIO())
    assert written == ["all"] * has_changed
