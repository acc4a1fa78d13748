"""What a backup says of itself, and whether it is true."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import IO, Any

from .errors import BackupError

FORMAT = 1
NAME = "manifest.json"
DATABASE, MEDIA = "database.dump", "media/"
KEYS = ("secret-key", "sample-accounts.json")
PIECE = 1 << 20  # bytes read at a time


@dataclass
class Manifest:
    made_at: str  # ISO 8601, UTC
    postgres: int  # the server's major version
    migrations: list[str]  # "app.name" of all that were applied
    members: dict[str, dict[str, Any]] = field(default_factory=dict)  # name: {"sha256", "size"}
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()


def fingerprint(stream: IO[bytes], sink: Callable[[bytes], object] = len) -> dict[str, Any]:
    """Size and SHA-256 of what is left in a stream; each piece read also goes to the sink."""
    found, size = hashlib.sha256(), 0
    while piece := stream.read(PIECE):
        found.update(piece)
        size += len(piece)
        sink(piece)
    return {"sha256": found.hexdigest(), "size": size}


def checked_manifest(archive: zipfile.ZipFile) -> Manifest:
    """The manifest of an open backup, after reading every member against it. Raises BackupError, or as zipfile does."""
    manifest = _read(archive)
    names = {name for name in archive.namelist() if name != NAME}
    if names != set(manifest.members) or DATABASE not in names or len(archive.namelist()) != len(names) + 1:
        raise BackupError("This backup is damaged: it does not hold what its manifest lists.")
    for name, expected in manifest.members.items():
        if not _is_expected_name(name):
            raise BackupError(f"This backup holds a file that no backup should: {name}.")
        with archive.open(name) as stream:
            if fingerprint(stream) != expected:
                raise BackupError(f"This backup is damaged: {name} is not what was written.")
    return manifest


def _read(archive: zipfile.ZipFile) -> Manifest:
    """What the manifest says, not yet compared with anything, but of the types it should be."""
    try:
        said = json.loads(archive.read(NAME))
    except (KeyError, ValueError, RecursionError):
        raise BackupError("This is not a backup of a desk: it has no manifest.") from None
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise BackupError("This backup's format is not one that this version of the desk reads.")
    try:
        manifest = Manifest(**said)
    except TypeError:
        raise BackupError("This backup's manifest is incomplete.") from None
    if not _is_typed(manifest):
        raise BackupError("This backup's manifest does not say what a manifest should.")
    return manifest


def _is_typed(manifest: Manifest) -> bool:
    return (
        isinstance(manifest.made_at, str)
        and type(manifest.postgres) is int  # no bool
        and isinstance(manifest.migrations, list)
        and all(isinstance(name, str) for name in manifest.migrations)
        and isinstance(manifest.members, dict)
    )


def _is_expected_name(name: str) -> bool:
    if name.startswith(MEDIA):
        return not any(part in ("", ".", "..") for part in name.split("/")) and "\\" not in name
    return name == DATABASE or name in KEYS
