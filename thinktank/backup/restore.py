"""Restore a backup into an empty desk: check the file, fill the database in one transaction, place the files."""

import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from ..local_postgres.base import create_default_database
from ..schema import known_migrations, unknown_migrations
from . import manifest
from .errors import BackupError
from .server import desk_server
from .sql import filled

# RuntimeError: an encrypted member or unknown compression. UnicodeDecodeError: a broken name.
_ARCHIVE_ERRORS = (zipfile.BadZipFile, EOFError, RuntimeError, zlib.error, UnicodeDecodeError)


def restore_backup(file: Path) -> manifest.Manifest:
    """Fill this empty desk from a backup file, then migrate it. Raises BackupError.

    A restore that is killed leaves an empty desk: the files are in place before the database commits, and while they
    are unpacked nothing has a name by which it would stay.
    """
    with opened_backup(file) as (archive, backup):
        create_default_database()
        server = desk_server()
        refuse_newer_server(backup, server.major)
        _require_empty_desk()
        connections.close_all()
        settings.DESK_HOME.mkdir(parents=True, exist_ok=True)
        with unpacked(archive, settings.DESK_HOME) as dump, filled(server, dump) as pieces:
            refuse_other_count(backup, pieces)
            _place_files(archive, backup)
    connections.close_all()
    call_command("migrate", verbosity=0, interactive=False)
    return backup


@contextmanager
def opened_backup(file: Path) -> Iterator[tuple[zipfile.ZipFile, manifest.Manifest]]:
    """An undamaged backup that this version of the desk can restore, with its manifest. Raises BackupError."""
    try:
        with zipfile.ZipFile(file) as archive:
            backup = manifest.checked_manifest(archive)
            _refuse_what_cannot_be_restored(backup)
            yield archive, backup
    except OSError as problem:
        raise BackupError(f"{file} could not be read: {problem.strerror or problem}.") from None
    except _ARCHIVE_ERRORS:
        raise BackupError(f"{file} is not a complete backup: it is damaged or cut short.") from None


@contextmanager
def unpacked(archive: zipfile.ZipFile, folder: Path) -> Iterator[IO[bytes]]:
    """The dump as an open file without a name, with which it vanishes, in a folder with room for it."""
    with tempfile.TemporaryFile(dir=folder) as dump:
        with archive.open(manifest.DATABASE) as member:
            shutil.copyfileobj(member, dump, manifest.CHUNK)
        dump.seek(0)
        yield dump


def refuse_other_count(backup: manifest.Manifest, pieces: int) -> None:
    """Raise BackupError if the dump does not bring as many pieces as the manifest promises."""
    if backup.pieces is not None and backup.pieces != pieces:
        raise BackupError(
            f"This backup is damaged: it should bring {backup.pieces:,} pieces and brings {pieces:,}."
        )


def _refuse_what_cannot_be_restored(backup: manifest.Manifest) -> None:
    """Raise BackupError if the backup holds no desk, or one with migrations unknown here."""
    if not any(name.startswith("articles.") for name in backup.migrations):
        raise BackupError(
            f"This backup holds no desk: the database had no tables when it was made ({backup})."
        )
    if unknown := tuple(sorted(set(backup.migrations) - known_migrations())):
        raise BackupError(
            f"{unknown_migrations(unknown, 'This backup')} Install that version and restore with it."
        )


def refuse_newer_server(backup: manifest.Manifest, major: int) -> None:
    """Raise BackupError if the backup comes from a newer PostgreSQL than this major version."""
    if backup.postgres > major:
        raise BackupError(
            f"This backup is from PostgreSQL {backup.postgres}, this server is {major}; "
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


def _place_files(archive: zipfile.ZipFile, backup: manifest.Manifest) -> None:
    """Put media and keys where they belong, each complete or not at all."""
    for name in sorted(backup.members):
        if name.startswith(manifest.MEDIA):
            _place(archive, name, settings.MEDIA_ROOT / name.removeprefix(manifest.MEDIA), mode=0o644)
    for name in manifest.KEYS:
        if name in backup.members:
            _place(archive, name, settings.DESK_HOME / name, mode=0o600)


def _place(archive: zipfile.ZipFile, name: str, target: Path, *, mode: int) -> None:
    """Copy a member to its place under a name that the next restore overwrites, then give it its own."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.restoring")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as sink, archive.open(name) as member:
        shutil.copyfileobj(member, sink, manifest.CHUNK)
    draft.replace(target)
