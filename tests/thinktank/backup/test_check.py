"""`restore --check` proves a backup and leaves the desk, and the machine, as they were."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.factories import ArticleFactory
from tests.thinktank.backup.test_backup import altered, contents, files, rewrite
from thinktank.backup import check, check_backup, manifest, write_backup

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.starts_servers]


@pytest.fixture
def scratch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which checks work. Everybody can enter it, as /var/tmp: another user may run the server."""
    folder = Path(f"/var/tmp/desk-checks-{os.getpid()}")
    folder.mkdir(mode=0o755)
    monkeypatch.setenv("TMPDIR", str(folder))
    yield folder
    assert list(folder.iterdir()) == []
    folder.rmdir()


def test_a_good_backup_is_proved_and_neither_desk_nor_machine_is_changed(
    home: Path, tmp_path: Path, scratch: Path
) -> None:
    ArticleFactory.create_batch(2)
    write_backup(tmp_path / "desk.zip")
    before, kept, told = contents(), files(home), io.StringIO()
    call_command("restore", str(tmp_path / "desk.zip"), check=True, stdout=told)
    assert "is good: it was restored into a server of its own" in told.getvalue()
    assert f"database {connection.settings_dict['NAME']} " in told.getvalue()
    assert "2 pieces, 1 media file" in told.getvalue()
    assert (contents(), files(home)) == (before, kept)


def test_a_dump_cut_in_half_is_not_proved_by_its_right_sum(home: Path, tmp_path: Path, scratch: Path) -> None:
    ArticleFactory()
    write_backup(tmp_path / "desk.zip")
    with pytest.raises(CommandError, match="could not be restored"):
        call_command("restore", str(altered(tmp_path / "desk.zip", half_the_dump)), check=True)


def test_a_backup_that_cannot_be_migrated_to_this_version_is_not_proved(
    home: Path, tmp_path: Path, scratch: Path
) -> None:
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")  # its table is there
    write_backup(tmp_path / "desk.zip")
    with pytest.raises(CommandError, match=r"cannot be brought to this version: .*django_session.* exists"):
        call_command("restore", str(tmp_path / "desk.zip"), check=True)


def half_the_dump(members: dict[str, bytes]) -> None:
    """The dump cut in half, with a manifest that does not show it."""
    half = members[manifest.DATABASE][: len(members[manifest.DATABASE]) // 2]
    members[manifest.DATABASE] = half
    expected = {"members": {name: manifest.fingerprint(io.BytesIO(body)) for name, body in members.items()}}
    del expected["members"][manifest.NAME]
    rewrite(members, **expected)


def test_what_a_killed_check_left_goes_with_the_next_one_and_one_at_work_stays(
    home: Path, tmp_path: Path, scratch: Path
) -> None:
    write_backup(tmp_path / "desk.zip")
    (scratch / "thinktank-check-killed" / "postgres").mkdir(parents=True)
    (scratch / "thinktank-check-killed" / "lock").touch()
    with check._scratch_server():
        check_backup(tmp_path / "desk.zip")
        (at_work,) = scratch.iterdir()
        assert (at_work / "postgres").exists()
