"""Restoring a backup into an empty desk: checked whole, then the database in one transaction, then the files."""

import shutil
import subprocess
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from ..health import known_migrations
from . import manifest, programs
from .errors import BackupError

# Everything goes, so that a desk that was only migrated counts as empty; extensions come back with the dump.
# The new schema is made to look like the one every database is born with.
_CLEAR = b"""
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
COMMENT ON SCHEMA public IS 'standard public schema';
"""
# pg_dump from 17 on sets this for any server; older ones do not know it.
_TOO_NEW = b"SET transaction_timeout = 0;"
# Besides the zip's own: an encrypted member or an unknown compression, broken pieces, a broken name.
_ODD_ARCHIVE = (zipfile.BadZipFile, EOFError, RuntimeError, zlib.error, UnicodeDecodeError)


def restore_backup(file: Path) -> None:
    """Make this empty desk the one in the file, and migrate it to this version. Raises BackupError."""
    try:
        with zipfile.ZipFile(file) as archive:
            said = manifest.checked_manifest(archive)
            _refuse_newer(said)
            _refuse_full()
            settings.DESK_HOME.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=settings.DESK_HOME, prefix="restoring-") as folder:
                archive.extractall(folder)
                _restore_database(Path(folder) / manifest.DATABASE)
                _place_files(Path(folder))
    except OSError as problem:
        raise BackupError(f"{file} could not be read: {problem.strerror or problem}.") from None
    except _ODD_ARCHIVE:
        raise BackupError(f"{file} is not a complete backup: it is damaged or cut short.") from None
    connections.close_all()
    call_command("migrate", verbosity=0, interactive=False)


def _refuse_newer(said: manifest.Manifest) -> None:
    known = {f"{app}.{name}" for app, name in known_migrations()}
    unknown = sorted(set(said.migrations) - known)
    if unknown:
        raise BackupError(
            f"This backup was made by another, probably newer version of the desk (it has {unknown[0]}). "
            "Install that version and restore with it."
        )
    if said.postgres > programs.server_major():
        raise BackupError(
            f"This backup is from PostgreSQL {said.postgres}, this server is {programs.server_major()}; "
            "it can be restored into the same major version or a newer one."
        )


def _refuse_full() -> None:
    """An empty desk has no tables, or has them without a piece and without a person."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in ("articles_article", "auth_user"):
            if table not in tables:
                continue
            cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")  # noqa: S608 - two names, written above
            if cursor.fetchone()[0]:
                raise BackupError(
                    "This desk is not empty, and a restore would replace what it holds. "
                    "Restore into a new DESK_HOME, or into a new database."
                )


def _restore_database(dumped: Path) -> None:
    """One transaction: cleared and filled, or as it was."""
    connections.close_all()
    reading = programs.start(
        "pg_restore", ["--no-owner", "--no-privileges", "--file=-", str(dumped)], stdout=subprocess.PIPE
    )
    writing = programs.start(
        "psql",
        ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    assert reading.stdout is not None  # noqa: S101 - both are pipes, which the type checker cannot see
    assert writing.stdin is not None  # noqa: S101
    try:
        writing.stdin.write(_CLEAR)
        _pass_on(reading.stdout, writing.stdin)
        if reading.wait():
            writing.kill()  # before its input ends: nothing may be committed
    except BrokenPipeError:
        reading.kill()
    _, complaint = writing.communicate()
    _, earlier = reading.communicate()
    if writing.returncode or reading.returncode:
        said = (earlier + complaint).decode(errors="replace").strip()
        raise BackupError(f"The database could not be restored, and is as it was: {said}")


def _pass_on(source: IO[bytes], sink: IO[bytes]) -> None:
    """Everything but the one line, which stands before any row: a row that reads the same is let through."""
    for line in source:
        if line.strip() == _TOO_NEW:
            break
        sink.write(line)
    shutil.copyfileobj(source, sink)


def _place_files(folder: Path) -> None:
    media = folder / manifest.MEDIA
    if media.is_dir():
        shutil.copytree(media, settings.MEDIA_ROOT, dirs_exist_ok=True)
    for name in manifest.KEYS:
        if (folder / name).exists():
            (folder / name).chmod(0o600)
            (folder / name).replace(settings.DESK_HOME / name)
