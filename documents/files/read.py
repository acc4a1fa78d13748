"""Read an uploaded file: in a child process, of which this is the side of the desk."""

import json
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from documents.files.kinds import ENDINGS, of_another_kind
from pictures.files.child import ChildReader, ReaderFailed, fault_of_ours
from pictures.files.errors import NotTaken
from prose.limits import over_limit

MAX_BYTES = 25_000_000
"""As of a picture: a request may have 30 MB (setting REQUEST_LIMIT)."""

_READER = ChildReader(
    "documents.files",
    "This file needs too much time or memory to be looked through. Save it with fewer pages or smaller pictures.",
)


@dataclass(frozen=True)
class ReadDocument:
    """A file that was read, and is taken as it is.

    `file_format`: its ending. `pages`: None where they are not counted. `statements`: what the file says of itself, as
    far as it does: "title", "language" (a tag), "author", "program"; "is_tagged" of a PDF; "along", a list of what it
    holds beside its text ("comments", "hidden sheets").
    """

    file_format: str
    pages: int | None = None
    statements: dict[str, Any] = field(default_factory=dict)


def read_document(content: bytes, upload_name: str) -> ReadDocument:
    """What an uploaded file is, when it has its turn.

    Raises `NotTaken` with a sentence, also for a fault of ours, which goes into the log.
    """
    ending = PurePath(upload_name).suffix.lower().removeprefix(".")
    if not content:
        raise NotTaken("This file is empty.")
    if len(content) > MAX_BYTES:
        raise NotTaken(over_limit("A file", MAX_BYTES, len(content)))
    if ending not in ENDINGS:
        raise NotTaken(of_another_kind(ending))
    try:
        values = json.loads(_READER.answer(content, ending))
    except ReaderFailed as error:
        raise fault_of_ours(error) from error
    if "refused" in values:
        raise NotTaken(values["refused"])
    return ReadDocument(**values)
