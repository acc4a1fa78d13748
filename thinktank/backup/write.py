"""Write a backup to a temporary name; the complete file then gets its final name."""

import fcntl
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection, transaction

from ..schema import current_schema, unknown_migrations
from ..version import desk_version
from . import manifest
from .errors import BackupError
from .server import database_name, desk_server

PIECES = "articles_article"  # the table that every desk has
_UNFINISHED = ".unfinished"


def write_backup(file: Path, *, with_media: bool = True) -> manifest.Manifest:
    """Write the desk to a new file that only this user can read: it holds the secret key. Raises BackupError.

    The database is dumped before the media files are read, so that no file of the dump is missing.
    """
    if file.exists():
        raise BackupError(f"{file} exists already; a backup never overwrites one.")
    try:
        with _unfinished(file) as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                contents = _fill(archive, with_media)
            stream.flush()
            os.fsync(stream.fileno())
            os.link(stream.name, file)
            _sync_folder(file.parent)
    except FileExistsError:
        raise BackupError(f"{file} exists already; a backup never overwrites one.") from None
    except OSError as problem:
        raise BackupError(f"{file} could not be written: {problem.strerror}.") from None
    return contents


@contextmanager
def _unfinished(file: Path) -> Iterator[IO[bytes]]:
    """A hidden file beside the final one, locked while it is written.

    Deletes it at the end, and before that those of backups that were killed: nobody holds their lock.
    """
    for left in file.parent.glob(f".*{_UNFINISHED}"):
        with suppress(OSError), left.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
    path = file.with_name(f".{file.name}.{os.getpid()}{_UNFINISHED}")
    path.touch(mode=0o600)
    try:
        with path.open("wb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            yield stream
    finally:
        path.unlink(missing_ok=True)


def _fill(archive: zipfile.ZipFile, with_media: bool) -> manifest.Manifest:
    with _snapshot() as snapshot:
        contents = _describe()
        _add_dump(archive, contents, snapshot)
    for path in sorted(settings.MEDIA_ROOT.rglob("*")) if with_media else ():
        if path.is_file():
            name = manifest.MEDIA + path.relative_to(settings.MEDIA_ROOT).as_posix()
            with suppress(FileNotFoundError):  # removed in this moment, because its picture was
                _add(archive, contents, path, name)
    for name in manifest.KEYS:
        if (settings.DESK_HOME / name).exists():
            _add(archive, contents, settings.DESK_HOME / name, name)
    archive.writestr(manifest.NAME, contents.as_bytes())
    return contents


@contextmanager
def _snapshot() -> Iterator[str]:
    """The identifier of one instant of the database, at which this connection and pg_dump both read."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def _describe() -> manifest.Manifest:
    """Manifest without members. Raises BackupError if this is no desk, or one that this version could not restore."""
    name, schema = database_name(), current_schema()
    with connection.cursor() as cursor:
        if PIECES not in connection.introspection.table_names(cursor):
            raise BackupError(f"The database {name} has no tables of a desk, so there is nothing to save.")
        cursor.execute(f"SELECT count(*) FROM {PIECES}")  # noqa: S608 - a constant name
        pieces = cursor.fetchone()[0]
    if schema.unknown:
        raise BackupError(
            f"{unknown_migrations(schema.unknown, f'The database {name}')} "
            "Install the version that made it and back up with that: only that one can restore it."
        )
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    major, migrations = desk_server().major, list(schema.applied)
    return manifest.Manifest(made_at, major, migrations, database=name, version=desk_version(), pieces=pieces)


def _add_dump(archive: zipfile.ZipFile, contents: manifest.Manifest, snapshot: str) -> None:
    """Stream a dump of the whole database, in pg_dump's custom format, into the archive."""
    arguments = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"]
    entry = zipfile.ZipInfo(manifest.DATABASE, datetime.now(UTC).timetuple()[:6])
    with tempfile.TemporaryFile() as errors:
        dumping = desk_server().start(
            "pg_dump", arguments, errors=errors, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        assert dumping.stdout is not None  # noqa: S101 - a pipe; the type checker cannot know
        with dumping.stdout, archive.open(entry, "w", force_zip64=True) as sink:
            contents.members[manifest.DATABASE] = manifest.fingerprint(dumping.stdout, sink.write)
        if dumping.wait():
            errors.seek(0)
            raise BackupError(f"pg_dump failed: {errors.read().decode(errors='replace').strip()}")


def _add(archive: zipfile.ZipFile, contents: manifest.Manifest, path: Path, name: str) -> None:
    """Copy a file into the archive and list it in the manifest."""
    entry = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
        contents.members[name] = manifest.fingerprint(source, sink.write)


def _sync_folder(folder: Path) -> None:
    """Make the name of a new file survive a power failure."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
