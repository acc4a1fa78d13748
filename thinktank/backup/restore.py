"""Restore a backup into an empty desk: check the file, fill the database in one transaction, copy the files."""

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

# Drops all tables of a desk that was only migrated; the dump brings extensions back. The new schema has the owner,
# grants and comment of the `public` schema in a new database.
_CLEAR = b"""
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
COMMENT ON SCHEMA public IS 'standard public schema';
"""
# pg_dump 17 and later writes this line for any server; servers before 17 do not know the setting.
_TOO_NEW = b"SET transaction_timeout = 0;"
# RuntimeError: an encrypted member or unknown compression. UnicodeDecodeError: a broken name.
_ARCHIVE_ERRORS = (zipfile.BadZipFile, EOFError, RuntimeError, zlib.error, UnicodeDecodeError)


def restore_backup(file: Path) -> None:
    """Fill this empty desk from a backup file, then migrate it. Raises BackupError."""
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_newer(manifest.checked_manifest(archive))
            _require_empty_desk()
            settings.DESK_HOME.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=settings.DESK_HOME, prefix="restoring-") as folder:
                archive.extractall(folder)
                _restore_database(Path(folder) / manifest.DATABASE)
                _place_files(Path(folder))
    except OSError as problem:
        raise BackupError(f"{file} could not be read: {problem.strerror or problem}.") from None
    except _ARCHIVE_ERRORS:
        raise BackupError(f"{file} is not a complete backup: it is damaged or cut short.") from None
    connections.close_all()
    call_command("migrate", verbosity=0, interactive=False)


def _refuse_newer(backup: manifest.Manifest) -> None:
    """Raise BackupError if the backup has migrations unknown here or comes from a newer PostgreSQL."""
    on_disk = {f"{app}.{name}" for app, name in known_migrations()}
    unknown = sorted(set(backup.migrations) - on_disk)
    if unknown:
        raise BackupError(
            f"This backup was made by another, probably newer version of the desk (it has {unknown[0]}). "
            "Install that version and restore with it."
        )
    if backup.postgres > programs.server_major():
        raise BackupError(
            f"This backup is from PostgreSQL {backup.postgres}, this server is {programs.server_major()}; "
            "it can be restored into the same major version or a newer one."
        )


def _require_empty_desk() -> None:
    """Raise BackupError if the desk holds an article or a user. It may have no tables yet."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in ("articles_article", "auth_user"):
            if table not in tables:
                continue
            cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")  # noqa: S608 - constant names
            if cursor.fetchone()[0]:
                raise BackupError(
                    "This desk is not empty, and a restore would replace what it holds. "
                    "Restore into a new DESK_HOME, or into a new database."
                )


def _restore_database(dump: Path) -> None:
    """Replace the database's content with the dump, in one transaction. Raises BackupError."""
    connections.close_all()
    reading = programs.start(
        "pg_restore", ["--no-owner", "--no-privileges", "--file=-", str(dump)], stdout=subprocess.PIPE
    )
    writing = programs.start(
        "psql",
        ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    assert reading.stdout is not None  # noqa: S101 - both are pipes; the type checker cannot know
    assert writing.stdin is not None  # noqa: S101
    try:
        writing.stdin.write(_CLEAR)
        _copy_sql(reading.stdout, writing.stdin)
        if reading.wait():
            writing.kill()  # before its input ends, so that it does not commit
    except BrokenPipeError:
        reading.kill()
    _, psql_errors = writing.communicate()
    _, restore_errors = reading.communicate()
    if writing.returncode or reading.returncode:
        errors = (restore_errors + psql_errors).decode(errors="replace").strip()
        raise BackupError(f"The database could not be restored, and is as it was: {errors}")


def _copy_sql(source: IO[bytes], sink: IO[bytes]) -> None:
    """Copy all lines except the first `_TOO_NEW`, which precedes the rows: a row may contain the same text."""
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
