"""Manifest of a backup file: write it, read it, and check the file against it."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import IO, Any

from .errors import BackupError

FORMAT = 2
READABLE = (1, 2)  # format 1 did not name database, version and pieces
NAME = "manifest.json"
DATABASE, MEDIA = "database.dump", "media/"
KEYS = ("secret-key", "sample-accounts.json")
CHUNK = 1 << 20  # bytes read at a time


@dataclass
class Manifest:
    made_at: str  # ISO 8601, UTC
    postgres: int  # the server's major version
    migrations: list[str]  # "app.name" of each applied one
    members: dict[str, dict[str, Any]] = field(default_factory=dict)  # name: {"sha256", "size"}
    database: str = ""  # its name and place
    version: str = ""  # of the desk that wrote the file
    pieces: int | None = None  # None: the file does not say
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    def __str__(self) -> str:
        """Everything by which a person knows a desk, for a message."""
        pieces = "an unknown number of pieces" if self.pieces is None else _count(self.pieces, "piece")
        media = _count(sum(name.startswith(MEDIA) for name in self.members), "media file")
        origin = f"database {self.database}, version {self.version}" if self.database else "an early version"
        return f"{origin}, {pieces}, {media}, made at {self.made_at}"


def fingerprint(stream: IO[bytes], sink: Callable[[bytes], object] = len) -> dict[str, Any]:
    """Size and SHA-256 of the rest of a stream. Each chunk is also passed to `sink`."""
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        sink(chunk)
    return {"sha256": digest.hexdigest(), "size": size}


def checked_manifest(archive: zipfile.ZipFile) -> Manifest:
    """Manifest of an open backup whose members all have the listed size and hash.

    Raises BackupError, or an error of `zipfile` for a broken archive.
    """
    manifest = read_manifest(archive)
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


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """The manifest with its types checked, not yet compared with the members. Raises BackupError."""
    try:
        values = json.loads(archive.read(NAME))
    except (KeyError, ValueError, RecursionError):
        raise BackupError("This is not a backup of a desk: it has no manifest.") from None
    if not isinstance(values, dict) or values.get("format") not in READABLE:
        raise BackupError("This backup's format is not one that this version of the desk reads.")
    try:
        manifest = Manifest(**values)
    except TypeError:
        raise BackupError("This backup's manifest is incomplete.") from None
    if not _has_right_types(manifest):
        raise BackupError("This backup's manifest does not say what a manifest should.")
    return manifest


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _has_right_types(manifest: Manifest) -> bool:
    return (
        all(isinstance(text, str) for text in (manifest.made_at, manifest.database, manifest.version))
        and type(manifest.postgres) is int  # not a bool
        and (manifest.pieces is None or type(manifest.pieces) is int)
        and isinstance(manifest.migrations, list)
        and all(isinstance(name, str) for name in manifest.migrations)
        and isinstance(manifest.members, dict)
    )


def _is_expected_name(name: str) -> bool:
    if name.startswith(MEDIA):
        return not any(part in ("", ".", "..") for part in name.split("/")) and "\\" not in name
    return name == DATABASE or name in KEYS
