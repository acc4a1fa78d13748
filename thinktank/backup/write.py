"""Write a backup to a temporary name; the complete file then gets its final name."""

import os
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from . import manifest, programs
from .errors import BackupError


def write_backup(file: Path) -> None:
    """Write the desk to a new file that only this user can read: it holds the secret key. Raises BackupError.

    The database is dumped before the media files are read, so that no file of the dump is missing.
    """
    if file.exists():
        raise BackupError(f"{file} exists already; a backup never overwrites one.")
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        unfinished.touch(mode=0o600)
        with unfinished.open("wb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                _fill(archive)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(unfinished, file)
    except FileExistsError:
        raise BackupError(f"{file} exists already; a backup never overwrites one.") from None
    except OSError as problem:
        raise BackupError(f"{file} could not be written: {problem.strerror}.") from None
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(archive: zipfile.ZipFile) -> None:
    applied = sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
    contents = manifest.Manifest(
        datetime.now(UTC).isoformat(timespec="seconds"), programs.server_major(), applied
    )
    with tempfile.TemporaryDirectory(dir=settings.DESK_HOME) as folder:
        dump = Path(folder) / manifest.DATABASE
        programs.dump(dump)
        _add(archive, contents, dump, manifest.DATABASE)
    for path in sorted(settings.MEDIA_ROOT.rglob("*")):
        if path.is_file():
            _add(archive, contents, path, manifest.MEDIA + path.relative_to(settings.MEDIA_ROOT).as_posix())
    for name in manifest.KEYS:
        if (settings.DESK_HOME / name).exists():
            _add(archive, contents, settings.DESK_HOME / name, name)
    archive.writestr(manifest.NAME, contents.as_bytes())


def _add(archive: zipfile.ZipFile, contents: manifest.Manifest, path: Path, name: str) -> None:
    """Copy a file into the archive and list it in the manifest."""
    entry = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
        contents.members[name] = manifest.fingerprint(source, sink.write)
