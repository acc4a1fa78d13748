"""The backup that a desk writes before it is migrated.

An upgrade may be tried many times: each start of the service is one. All its tries share the backup that the first one
wrote, because a failed try may have changed the database. The note beside it names it until the desk fits its code.
Media stay where they are and are not in it: no migration touches them, and five copies of all pictures fill a disk.
"""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from .errors import BackupError
from .manifest import Manifest, read_manifest
from .server import database_name
from .write import write_backup

KEPT = 5
_PATTERN = "before-migrating-*.zip"


def backup_before_migrating(folder: Path) -> tuple[Path, bool]:
    """The backup of this upgrade, and True if it was written now. Raises BackupError."""
    note = _note(folder)
    if note.exists():
        earlier = folder / note.read_text().strip()
        contents = _manifest(earlier)
        if contents and contents.database == database_name():
            return earlier, False
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"before-migrating-{datetime.now(UTC):%Y%m%dT%H%M%S-%f}.zip"
    write_backup(file, with_media=False)
    note.write_text(f"{file.name}\n")
    return file, True


def end_upgrade(folder: Path) -> None:
    """Note that database and code fit each other. Then delete old backups: one stays for each version, the newest.

    Of those the newest `KEPT` stay. A file that is no readable backup is neither counted nor deleted.
    """
    _note(folder).unlink(missing_ok=True)
    newest: dict[tuple[str, frozenset[str]], Path] = {}
    for file in sorted(folder.glob(_PATTERN), reverse=True):
        contents = _manifest(file)
        if contents is None:
            continue
        version = (contents.database, frozenset(contents.migrations))
        if version in newest or len(newest) == KEPT:
            file.unlink()
        else:
            newest[version] = file


def _note(folder: Path) -> Path:
    return folder / "upgrade-under-way"


def _manifest(file: Path) -> Manifest | None:
    """Manifest of a backup; None if the file cannot be read as one."""
    try:
        with zipfile.ZipFile(file) as archive:
            return read_manifest(archive)
    except (OSError, zipfile.BadZipFile, BackupError):
        return None
