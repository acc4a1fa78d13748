"""Read an uploaded file in a child process, so that a harmful one can harm only that process."""

import datetime as dt
import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pictures.files.check import MAX_BYTES
from pictures.files.errors import NotAPicture
from pictures.files.metadata import Found
from pictures.files.turns import turn
from prose.limits import over_limit

log = logging.getLogger(__name__)
MAX_SECONDS = 10
OURS = "The desk failed to read this picture. The fault is ours and has been logged."
_CHILD = (sys.executable, "-m", "pictures.files")
_ROOT = Path(__file__).resolve().parents[2]
_TOO_MUCH = "This picture needs too much time or memory to be opened. Save it smaller, as JPEG or PNG."


class PictureReaderFailed(Exception):
    """The fault is ours and not the file's. Its argument: the traceback of the child process."""


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

    Raises `NotAPicture` with a sentence, and `PictureReaderFailed`.
    """
    if len(content) > MAX_BYTES:  # before it is handed over
        raise NotAPicture(over_limit("A picture", MAX_BYTES, len(content)))
    with turn() as lock:
        child = _read_in_child(content, lock)
    if child.returncode < 0 or b"MemoryError" in child.stderr:  # ended by one of its limits
        raise NotAPicture(_TOO_MUCH)
    if child.returncode:
        raise PictureReaderFailed(child.stderr.decode(errors="replace"))
    line, _, files = child.stdout.partition(b"\n")
    return read_answer(json.loads(line), files)


def read_upload(content: bytes) -> ReadPicture:
    """The picture in an upload. Raises `NotAPicture`, also for a fault of ours, which goes into the log."""
    try:
        return read_picture(content)
    except PictureReaderFailed as error:
        log.exception("a picture was not read")
        raise NotAPicture(OURS) from error


def _read_in_child(content: bytes, lock: int) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 (our own interpreter and module, nothing of the file in the arguments)
            _CHILD,
            input=content,
            capture_output=True,
            timeout=MAX_SECONDS,
            check=False,
            cwd=_ROOT,
            env={},
            pass_fds=[lock],
        )
    except subprocess.TimeoutExpired as error:
        raise NotAPicture(_TOO_MUCH) from error


def read_answer(values: dict[str, Any], files: bytes) -> ReadPicture:
    """The values that `pictures.files.__main__.answer` gives, as JSON carries them, and the bytes of its two files."""
    if "refused" in values:
        raise NotAPicture(values["refused"])
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
