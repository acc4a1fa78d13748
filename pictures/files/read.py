"""Read an uploaded picture: in a child process, of which this is the side of the desk."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from pictures.files.check import MAX_BYTES
from pictures.files.child import ChildReader, ReaderFailed, fault_of_ours
from pictures.files.errors import NotTaken
from pictures.files.metadata import Found
from prose.limits import over_limit

_READER = ChildReader(
    "pictures.files",
    "This picture needs too much time or memory to be opened. Save it smaller, as JPEG or PNG.",
)


@dataclass(frozen=True)
class ReadPicture:
    """A picture that was read, as files without metadata.

    `master`: at full size, in `master_format`; `smallest`: its smallest rendition, in `fallback_format` (both "jpeg" or
    "png"). `look`: see `pictures.files.look`.
    """

    width: int
    height: int
    master_format: str
    fallback_format: str
    look: int
    found: Found
    master: bytes
    smallest: bytes


def read_picture(content: bytes) -> ReadPicture:
    """The picture in an uploaded file, when it has its turn.

    Raises `NotTaken` with a sentence, and `ReaderFailed`.
    """
    if len(content) > MAX_BYTES:  # before it is handed over
        raise NotTaken(over_limit("A picture", MAX_BYTES, len(content)))
    answer = _READER.answer(content)
    line, _, files = answer.partition(b"\n")
    return read_answer(json.loads(line), files)


def read_upload(content: bytes) -> ReadPicture:
    """The picture in an upload. Raises `NotTaken`, also for a fault of ours, which goes into the log."""
    try:
        return read_picture(content)
    except ReaderFailed as error:
        raise fault_of_ours(error) from error


def read_answer(values: dict[str, Any], files: bytes) -> ReadPicture:
    """The values that `pictures.files.__main__.answer` gives, as JSON carries them, and the bytes of its two files."""
    if "refused" in values:
        raise NotTaken(values["refused"])
    end = values.pop("master_bytes")
    found = values.pop("found")
    taken_on = found.pop("taken_on")
    return ReadPicture(
        **values,
        found=Found(
            **{**found, "people": tuple(found["people"])},
            taken_on=dt.date.fromisoformat(taken_on) if taken_on else None,
        ),
        master=files[:end],
        smallest=files[end:],
    )
