"""A desk goes into one checked file and comes out of it as it was."""

import io
import json
import stat
import tempfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

from thinktank.backup import BackupError, manifest, restore_backup, write_backup
from thinktank.backup.server import desk_server

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]


def contents() -> str:
    """The whole database as SQL, but for what pg_dump makes up anew each time."""
    with tempfile.TemporaryFile() as errors:
        options = ["--no-owner", "--no-privileges"]
        running = desk_server().start("pg_dump", options, errors=errors, stdin=-3, stdout=-1)
        said, _ = running.communicate()
    lines = said.decode().splitlines()
    return "\n".join(line for line in lines if not line.startswith(("\\restrict", "\\unrestrict")))


def files(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def altered(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of a backup whose members were changed, as a zip without a fault of its own."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    copy = file.with_name("altered.zip")
    with zipfile.ZipFile(copy, "w") as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return copy


def test_a_desk_comes_back_as_it_was(home: Path, tmp_path: Path, elsewhere: Callable[[], Path]) -> None:
    User.objects.create_user("ada", password="kept")
    call_command("backup", str(tmp_path / "desk.zip"), stdout=io.StringIO())
    database, kept = contents(), files(home)
    other = elsewhere()
    call_command("restore", str(tmp_path / "desk.zip"), stdout=io.StringIO())
    assert contents() == database
    assert files(other) == kept
    assert User.objects.get().check_password("kept")
    assert stat.S_IMODE((other / "secret-key").stat().st_mode) == 0o600


def test_only_its_owner_reads_a_backup_and_it_overwrites_nothing(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    write_backup(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    with pytest.raises(CommandError, match="never overwrites"):
        call_command("backup", str(file))
    assert file.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"home", "desk.zip"}


def test_a_full_desk_is_not_restored_into(home: Path, tmp_path: Path) -> None:
    write_backup(tmp_path / "desk.zip")
    User.objects.create_user("ada")
    before, kept = contents(), files(home)
    with pytest.raises(CommandError, match="This desk is not empty"):
        call_command("restore", str(tmp_path / "desk.zip"))
    assert (contents(), files(home)) == (before, kept)


def test_a_desk_that_was_only_migrated_counts_as_empty(home: Path, tmp_path: Path) -> None:
    write_backup(tmp_path / "desk.zip")
    before = contents()
    restore_backup(tmp_path / "desk.zip")
    assert contents() == before


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_backup_cut_short_is_refused(
    home: Path, tmp_path: Path, elsewhere: Callable[[], Path], share: float
) -> None:
    file = tmp_path / "desk.zip"
    write_backup(file)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    refuses(file, "not a complete backup", elsewhere)


def test_a_backup_with_a_flipped_bit_anywhere_is_refused(
    home: Path, tmp_path: Path, elsewhere: Callable[[], Path]
) -> None:
    file = tmp_path / "desk.zip"
    write_backup(file)
    whole = file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        body = archive.getinfo(manifest.DATABASE)
    for at in (body.header_offset + 200, body.header_offset + body.file_size // 2):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(BackupError, match="damaged"):
            restore_backup(file)


CHANGES: dict[str, tuple[Callable[[dict[str, bytes]], Any], str]] = {
    "another body": (
        lambda members: members.update({"secret-key": b"another key of a desk"}),
        "secret-key is not",
    ),
    "a member gone": (lambda members: members.pop("media/images/2026/Zürich 1.jpg"), "damaged"),
    "a member more": (lambda members: members.update({"media/more": b""}), "damaged"),
    "no manifest": (lambda members: members.pop(manifest.NAME), "no manifest"),
    "another format": (lambda members: rewrite(members, format=3), "format"),
    "a newer desk": (
        lambda members: rewrite(members, migrations=["articles.9999_later"]),
        "articles.9999_later",
    ),
    "a newer server": (lambda members: rewrite(members, postgres=99), "PostgreSQL 99"),
    "a way out of the home": (lambda members: smuggle(members, "media/../../escaped"), "no backup should"),
}


ODD_VALUES: dict[str, list[Any]] = {
    "members": [[], ["database.dump"], None, "database.dump", 3],
    "migrations": [None, [{}], [["articles", "0001"]], [None], {}, "articles.0001", 3],
    "postgres": ["15", None, 15.5, True, []],
    "made_at": [None, 3, {}],
    "database": [None, 3, []],
    "version": [None, 3, {}],
    "pieces": ["3", 3.5, True, []],
    "format": [None, [], "1"],
}


def rewrite(found: dict[str, bytes], **changes: Any) -> None:
    found[manifest.NAME] = json.dumps({**json.loads(found[manifest.NAME]), **changes}).encode()


def smuggle(members: dict[str, bytes], name: str) -> None:
    said = json.loads(members[manifest.NAME])
    said["members"][name] = manifest.fingerprint(io.BytesIO(b"x"))
    members[name] = b"x"
    rewrite(members, members=said["members"])


def test_a_backup_that_was_tampered_with_or_is_of_another_version_is_refused(
    home: Path, tmp_path: Path, elsewhere: Callable[[], Path]
) -> None:
    write_backup(tmp_path / "desk.zip")
    for change, sentence in CHANGES.values():
        with pytest.raises(BackupError, match=sentence):
            restore_backup(altered(tmp_path / "desk.zip", change))
    refuses(altered(tmp_path / "desk.zip", CHANGES["another body"][0]), "secret-key", elsewhere)


def test_a_manifest_of_other_types_is_refused_with_a_sentence(home: Path, tmp_path: Path) -> None:
    write_backup(tmp_path / "desk.zip")
    for odd in ({name: value} for name, values in ODD_VALUES.items() for value in values):
        file = altered(tmp_path / "desk.zip", partial(rewrite, **odd))
        with pytest.raises(BackupError, match=r"This backup's (manifest|format)"):
            restore_backup(file)


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"members": ' * 100_000, b"\xff", b"9" * 10_000, b"", b"[]"]
)
def test_a_manifest_that_is_no_list_of_a_desk_is_refused_with_a_sentence(tmp_path: Path, body: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "odd.zip", "w") as archive:
        archive.writestr(manifest.NAME, body)
    with pytest.raises(BackupError, match=r"it has no manifest|format is not one"):
        restore_backup(tmp_path / "odd.zip")


FIELDS = {"flags": (6, 8), "method": (8, 10)}  # where a member's own header and the directory keep them


def marked(file: Path, field: str, value: int) -> None:
    """Write this value into the header of every member of a zip, as another program would have."""
    whole = bytearray(file.read_bytes())
    for start, offset in zip((b"PK\x03\x04", b"PK\x01\x02"), FIELDS[field], strict=True):
        at = whole.find(start)
        while at >= 0:
            whole[at + offset : at + offset + 2] = value.to_bytes(2, "little")
            at = whole.find(start, at + 4)
    file.write_bytes(whole)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        (b"secret-key", "flags", 0x1),  # encrypted
        (b"secret-key", "method", 99),  # compressed by who knows what
        (b"secret-key", "method", 8),  # said to be deflated, and is not
        (b"media/Z\xfcrich", "flags", 0x800),  # a name said to be UTF-8, and is not
    ],
)
def test_an_archive_of_another_make_is_refused_with_a_sentence(
    tmp_path: Path, name: bytes, field: str, value: int
) -> None:
    with zipfile.ZipFile(tmp_path / "odd.zip", "w") as archive:
        archive.writestr(manifest.NAME, b"{}")
        archive.writestr("?" * len(name), b"no piece of a deflated stream")
    whole = (tmp_path / "odd.zip").read_bytes()
    (tmp_path / "odd.zip").write_bytes(whole.replace(b"?" * len(name), name))
    marked(tmp_path / "odd.zip", field, value)
    with pytest.raises(CommandError, match="is not a complete backup: it is damaged or cut short"):
        call_command("restore", str(tmp_path / "odd.zip"))


def test_what_is_no_backup_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no zip")
    for name in ("notes.txt", "missing.zip", "."):
        with pytest.raises(CommandError, match=r"is not a complete backup|could not be read"):
            call_command("restore", str(tmp_path / name))


def test_a_database_that_fails_halfway_leaves_the_desk_as_it_was(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_backup(tmp_path / "desk.zip")
    before, kept = contents(), files(home)
    monkeypatch.setattr("thinktank.backup.sql._CLEAR", b"DROP TABLE auth_user CASCADE;\n")
    with pytest.raises(BackupError, match="could not be restored, and is as it was"):
        restore_backup(tmp_path / "desk.zip")
    connections.close_all()
    assert (contents(), files(home)) == (before, kept)


def test_the_manifest_names_every_migration_applied(home: Path, tmp_path: Path) -> None:
    write_backup(tmp_path / "desk.zip")
    with zipfile.ZipFile(tmp_path / "desk.zip") as archive:
        said = manifest.checked_manifest(archive)
    assert set(said.migrations) == {
        f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()
    }


def refuses(file: Path, sentence: str, elsewhere: Callable[[], Path]) -> None:
    """An empty desk stays empty when it refuses."""
    other = elsewhere()
    with pytest.raises(BackupError, match=sentence):
        restore_backup(file)
    with connection.cursor() as cursor:
        assert connection.introspection.table_names(cursor) == []
    assert not other.exists() or not list(other.iterdir())
