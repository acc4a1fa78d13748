"""Migrations that have landed are never edited, renamed or removed: their checksums are kept in one list.

A new migration joins the list with `python -m tests.house --write`, which refuses while an old one differs.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("landed_migrations.sha256")
"""One line a migration, as `sha256sum` writes and checks them: checksum, two spaces, path from the root."""


def problems() -> Iterator[str]:
    """A sentence for each landed migration that changed, and for each migration that is not in the list yet."""
    today = _checksums()
    landed = _landed()
    for path, checksum in landed.items():
        if path not in today:
            yield f"MIGRATION {path} has landed and is gone: desks have run it. Put it back and add another one."
        elif today[path] != checksum:
            yield f"MIGRATION {path} has landed and was edited: desks have run it. Undo that and add another one."
    for path in sorted(today.keys() - landed.keys()):
        yield f"MIGRATION {path} is new: python -m tests.house --write"


def write() -> None:
    """Add new migrations to the list. Raises SystemExit if a landed one differs."""
    today = _checksums()
    if changed := [path for path, checksum in _landed().items() if today.get(path) != checksum]:
        raise SystemExit(f"These have landed and differ: {', '.join(changed)}. The list is left as it is.")
    LIST.write_text("".join(f"{today[path]}  {path}\n" for path in sorted(today)))


def _checksums() -> dict[str, str]:
    """The SHA-256 of every migration in the work tree, by its path from the root."""
    files = sorted(ROOT.glob("*/migrations/[0-9]*.py"))
    return {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def _landed() -> dict[str, str]:
    rows = (line.split("  ", 1) for line in LIST.read_text().splitlines()) if LIST.exists() else ()
    return {path: checksum for checksum, path in rows}
