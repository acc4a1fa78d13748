"""A backup that saves nothing does not exist: a command ends with a good one, or with a sentence that says why."""

import io
import json
import os
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.database import database_url
from tests.factories import ArticleFactory
from thinktank import schema
from thinktank.backup import BackupError, check_backup, manifest, restore_backup, write_backup
from thinktank.backup.before_migrating import KEPT, end_upgrade
from thinktank.environment import PROJECT
from thinktank.management.commands import prepare
from thinktank.static_files import collecting

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
BACKUP = f"{shlex.quote(sys.executable)} manage.py backup"


@pytest.fixture
def environment_file(tmp_path: Path) -> Path:
    file = tmp_path / "thinktank.env"
    file.write_text(f"DESK_HOME={tmp_path / 'home'}\nDATABASE_URL={database_url()}\n")
    return file


def run(command: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """What a person types into a shell in the project, outside of the tests' own environment."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    return subprocess.run(
        ["sh", "-c", command],
        cwd=PROJECT,
        env={**kept, "DESK_ENV_FILE": "", **variables},
        capture_output=True,
        text=True,
    )


def test_an_address_with_an_ampersand_is_read_whole_and_its_desk_is_saved(
    home: Path, tmp_path: Path, environment_file: Path
) -> None:
    ArticleFactory.create_batch(3)
    ran = run(f"{BACKUP} {tmp_path}/desk.zip", DESK_ENV_FILE=str(environment_file))
    assert ran.returncode == 0, ran.stderr
    assert f"database {connection.settings_dict['NAME']} " in ran.stdout
    assert "3 pieces, 1 media file" in ran.stdout
    with zipfile.ZipFile(tmp_path / "desk.zip") as archive:
        assert manifest.checked_manifest(archive).pieces == 3


def test_an_address_that_a_shell_cut_ends_with_a_sentence_and_makes_no_desk(
    home: Path, tmp_path: Path, environment_file: Path
) -> None:
    ran = run(f"set -a; . {environment_file}; {BACKUP} {tmp_path}/desk.zip")
    assert ran.returncode == 1
    assert f"There is no desk in {home}: it has no database" in ran.stderr
    assert not (tmp_path / "desk.zip").exists()
    assert not (home / "postgres").exists()


@pytest.mark.parametrize(
    "command", ["backup desk.zip", "migrate", "createsuperuser --no-input", "sample_desk"]
)
def test_no_command_but_run_prepare_and_restore_makes_a_database(tmp_path: Path, command: str) -> None:
    ran = run(f"{shlex.quote(sys.executable)} manage.py {command}", DESK_HOME=str(tmp_path / "typing-error"))
    assert ran.returncode == 1
    assert "There is no desk in" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "typing-error" / "postgres").exists()
    assert not (PROJECT / "desk.zip").exists()


def test_a_database_without_tables_is_not_backed_up(
    home: Path, tmp_path: Path, elsewhere: Callable[[], Path]
) -> None:
    elsewhere()
    with pytest.raises(CommandError, match=r"The database \S+_other .* has no tables of a desk"):
        call_command("backup", str(tmp_path / "desk.zip"))
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_backup_of_nothing_from_an_earlier_version_is_refused(
    home: Path, tmp_path: Path, elsewhere: Callable[[], Path]
) -> None:
    write_backup(tmp_path / "desk.zip")
    with zipfile.ZipFile(tmp_path / "desk.zip") as archive:
        values = json.loads(archive.read(manifest.NAME))
        dump = archive.read(manifest.DATABASE)
    for name in ("database", "version", "pieces"):
        del values[name]
    kept = {manifest.DATABASE: values["members"][manifest.DATABASE]}
    values.update(format=1, migrations=[], members=kept)
    with zipfile.ZipFile(tmp_path / "nothing.zip", "w") as archive:
        archive.writestr(manifest.NAME, json.dumps(values))
        archive.writestr(manifest.DATABASE, dump)
    with pytest.raises(BackupError, match="holds no desk"):
        restore_backup(tmp_path / "nothing.zip")


def test_a_backup_with_fewer_pieces_than_it_promises_is_refused_and_changes_nothing(
    home: Path, tmp_path: Path, elsewhere: Callable[[], Path]
) -> None:
    ArticleFactory()
    write_backup(tmp_path / "desk.zip")
    with zipfile.ZipFile(tmp_path / "desk.zip") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    values = {**json.loads(members[manifest.NAME]), "pieces": 2}
    with zipfile.ZipFile(tmp_path / "fewer.zip", "w") as archive:
        for name, body in {**members, manifest.NAME: json.dumps(values).encode()}.items():
            archive.writestr(name, body)
    other = elsewhere()
    with pytest.raises(BackupError, match="should bring 2 pieces and brings 1"):
        restore_backup(tmp_path / "fewer.zip")
    with connection.cursor() as cursor:
        assert connection.introspection.table_names(cursor) == []
    assert list(other.iterdir()) == []


@pytest.fixture
def upgrade(home: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A version with two more migrations; of those in the list, none can be applied."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    monkeypatch.setattr(collecting, "collect_if_changed", lambda: False)
    monkeypatch.setenv("DESK_SAMPLE", "0")
    failing = ["9999_fails"]
    known = schema.known_migrations() | {"articles.9998_works", "articles.9999_fails"}
    monkeypatch.setattr(schema, "known_migrations", lambda: known)

    def migrate(name: str, **options: Any) -> None:
        if name != "migrate":
            call_command(name, **options)
            return
        for migration in ("9998_works", "9999_fails"):
            if migration in failing:
                raise RuntimeError(f"{migration} does not fit the rows")
            MigrationRecorder(connection).record_applied("articles", migration)

    monkeypatch.setattr(prepare, "call_command", migrate)
    yield failing
    monkeypatch.undo()


def prepared() -> str:
    told = io.StringIO()
    call_command("prepare", stdout=io.StringIO(), stderr=told, no_color=True)
    return told.getvalue()


@pytest.mark.starts_servers
def test_a_migration_that_fails_at_each_start_leaves_one_backup_the_good_one(
    home: Path, upgrade: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ArticleFactory.create_batch(2)
    for _ in range(KEPT + 2):
        with pytest.raises(RuntimeError, match="does not fit"):
            prepared()
    (good,) = (home / "backups").glob("*.zip")
    monkeypatch.undo()
    backup = check_backup(good)
    assert backup.pieces == 2
    assert "articles.9998_works" not in backup.migrations  # made before the first of them
    assert not [name for name in backup.members if name.startswith(manifest.MEDIA)]


def test_a_failing_migration_says_where_the_desk_is_and_a_later_upgrade_gets_a_backup_of_its_own(
    home: Path, upgrade: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    ArticleFactory()
    with pytest.raises(RuntimeError):
        prepared()
    (first,) = (home / "backups").glob("*.zip")
    upgrade.clear()
    assert f"Kept, from the first try of this upgrade: {first}" in prepared()
    assert not (home / "backups" / "upgrade-under-way").exists()
    MigrationRecorder(connection).record_unapplied("articles", "9999_fails")
    told = prepared()
    assert "Kept" not in told
    assert "Wrote" in told
    assert first.exists()


def test_a_desk_of_a_newer_version_is_neither_served_nor_backed_up(home: Path, tmp_path: Path) -> None:
    ArticleFactory()
    MigrationRecorder(connection).record_applied("articles", "9999_from_tomorrow")
    with pytest.raises(CommandError, match=r"articles\.9999_from_tomorrow.* It is not served\."):
        prepared()
    with pytest.raises(
        CommandError, match=r"articles\.9999_from_tomorrow.* Install the version that made it"
    ):
        call_command("backup", str(tmp_path / "desk.zip"))
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def a_backup(folder: Path, day: int, *migrations: str) -> str:
    values = manifest.Manifest("2026", 18, list(migrations), database="thinktank")
    file = folder / f"before-migrating-202601{day:02}T000000.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(manifest.NAME, values.as_bytes())
    return file.name


def test_one_backup_for_each_version_is_kept_the_newest_and_what_is_no_backup_stays(tmp_path: Path) -> None:
    names = [a_backup(tmp_path, day, f"articles.{day // 2}") for day in range(2, 16)]
    (tmp_path / "before-migrating-20260131T000000.zip").write_bytes(b"cut short")
    (tmp_path / "mine.zip").touch()
    end_upgrade(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [*names[-1 : -2 * KEPT : -2][::-1], "before-migrating-20260131T000000.zip", "mine.zip"]


def test_what_a_killed_backup_left_goes_with_the_next_one(home: Path, tmp_path: Path) -> None:
    left = tmp_path / ".desk.zip.123.unfinished"
    left.write_text("a secret key")
    write_backup(tmp_path / "desk.zip")
    assert {path.name for path in tmp_path.iterdir()} == {"home", "desk.zip"}
