"""Read Word files: a child process with limits on time and memory turns them into HTML."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from intake.sources.from_html import read_html
from intake.sources.manuscript import (
    CannotRead,
    LeftOut,
    Manuscript,
    Margin,
    MarginComment,
    TrackedChange,
)
from intake.sources.pictures.held import HeldPictures
from intake.sources.word.refusing import REFUSING
from prose.limits import over_limit

MAX_FILE_BYTES = 20_000_000
MAX_SECONDS = 8  # less than a whole text has in the desk's line
_CHILD = (sys.executable, "-m", "intake.sources.word")
_ROOT = Path(__file__).resolve().parents[2]
_OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1")
TRACKED = "Tracked changes were"
"""Beginning of the remark on tracked changes, for who says more of them."""
_COUNTED = {
    "tracked": f"{TRACKED} {{changes}}: {{}} of them.",
    "boxes": "Text boxes stand after the paragraph to which they were tied: {} of them.",
}


class WordReaderFailed(Exception):
    """The fault is ours and not the file's. Its argument: the traceback of the child process."""


def read_word(source: bytes, *, refuses: bool = False) -> Manuscript:
    """The manuscript in a .docx; its line numbers are paragraph numbers. `refuses`: tracked changes are not taken."""
    if not source:
        raise CannotRead("This file is empty.")
    if source.startswith(_OLD_WORD):
        raise CannotRead(
            "This file is in Word's old format or protected by a password; save it as .docx without one."
        )
    if len(source) > MAX_FILE_BYTES:
        raise CannotRead(over_limit("A Word file", MAX_FILE_BYTES, len(source)))
    return manuscript_of(_convert_in_child(source, refuses))


def manuscript_of(answer: dict[str, Any]) -> Manuscript:
    """The manuscript from the values that `word.document.answer` gives."""
    if "refused" in answer:
        raise CannotRead(str(answer["refused"]))
    if not answer["html"].strip():
        raise CannotRead("This Word file holds no text.")
    page = read_html(answer["html"], held=HeldPictures(answer["pictures"]))
    left_out = [LeftOut(what, text, 0) for what, text in answer["left_out"]]
    return Manuscript(
        page.blocks,
        left_out=(*page.left_out, *left_out),
        remarks=(*page.remarks, *_remarks(answer)),
        doubts=(*answer["doubts"], *page.doubts),
        pictures=page.pictures,
        mark=answer.get("mark", ""),
        margin=Margin(
            tuple(TrackedChange(**change) for change in answer["margin"]["changes"]),
            tuple(MarginComment(**comment) for comment in answer["margin"]["comments"]),
        ),
    )


def _convert_in_child(source: bytes, refuses: bool) -> dict[str, Any]:
    """The child's answer (word.document.answer). Raises CannotRead and WordReaderFailed if it ends without one."""
    try:
        child = subprocess.run(  # noqa: S603 (our own interpreter and module, nothing of the file in the arguments)
            (*_CHILD, *((REFUSING,) if refuses else ())),
            input=source,
            capture_output=True,
            timeout=MAX_SECONDS,
            check=False,
            cwd=_ROOT,
            env={},
        )
    except subprocess.TimeoutExpired as error:
        raise CannotRead(f"This Word file takes longer than {MAX_SECONDS} seconds to read.") from error
    if child.returncode < 0 or b"MemoryError" in child.stderr:  # killed by one of its limits
        raise CannotRead("This Word file needs too much time or memory to be opened.")
    if child.returncode:
        raise WordReaderFailed(child.stderr.decode(errors="replace"))
    line, _, rest = child.stdout.partition(b"\n")
    answer: dict[str, Any] = json.loads(line)
    pictures, start = {}, 0
    for address, length in answer["pictures"].items():
        pictures[address] = rest[start : start + length]
        start += length
    return answer | {"pictures": pictures}


def _remarks(answer: dict[str, Any]) -> list[str]:
    counts, changes = answer["counts"], "refused" if answer.get("refuses") else "accepted"
    return [
        sentence.format(counts[key], changes=changes) for key, sentence in _COUNTED.items() if counts.get(key)
    ]
