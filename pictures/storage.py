"""The storage of pictures: a folder of the desk, or a bucket (setting STORAGES["pictures"])."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages

FOLDER = "pictures"
"""First part of every name in the storage."""


def picture_storage() -> Storage:
    return storages["pictures"]


def write(path: str, content: bytes) -> None:
    """Write a file, or write it again: the name says what is in it, so an earlier one was the same."""
    storage = picture_storage()
    kept_as = storage.save(path, ContentFile(content))
    if kept_as != path:  # a storage that does not overwrite has found half a file of a killed process
        storage.delete(path)
        storage.delete(kept_as)
        storage.save(path, ContentFile(content))


def read(path: str) -> bytes:
    """The bytes of a file. Raises FileNotFoundError."""
    with picture_storage().open(path) as file:
        return bytes(file.read())


def read_part(path: str, part: range) -> bytes:
    """Some bytes of a file, and no others; b"" for an empty range. Raises FileNotFoundError."""
    storage: Any = picture_storage()
    if hasattr(storage, "read_part"):
        return bytes(storage.read_part(path, part))
    with storage.open(path) as file:
        file.seek(part.start)
        return bytes(file.read(len(part)))


def remove(path: str) -> None:
    """Remove a file; one that is not there is removed already."""
    picture_storage().delete(path)


def size_of(path: str) -> int | None:
    """Bytes of a file; None if it is not there."""
    try:
        return picture_storage().size(path)
    except FileNotFoundError:
        return None


def signed_address(path: str, seconds: int, disposition: str = "") -> str | None:
    """An address outside the desk at which anybody gets the file for so many seconds; None if the desk serves it.

    `disposition`: the header Content-Disposition that it comes with.
    """
    storage = picture_storage()
    return (
        str(storage.signed_address(path, seconds, disposition))
        if hasattr(storage, "signed_address")
        else None
    )


def local_path(path: str) -> str | None:
    """The place of a file on this machine's disk, for a front server; None if it is in a bucket."""
    storage = picture_storage()
    return storage.path(path) if isinstance(storage, FileSystemStorage) else None


def all_paths(folder: str = FOLDER) -> Iterator[str]:
    """The names of all files in the storage, in no order."""
    try:
        folders, files = picture_storage().listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from all_paths(f"{folder}/{name}")
