"""The mark of a copy that this desk made of a version: by it a file that comes back says what it is a copy of.

The seal in it stands for the lines of its bylines, so that nobody need read names in a line that nobody changed.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from prose.typography import clean_line

_MARK = re.compile(
    r"(?P<piece>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) version (?P<number>\d{1,9})"
    r"(?: bylines (?P<seal>[0-9a-f]{16}))?",
    re.ASCII,
)

NO_PICTURE = "[A picture that is not in this file]"
"""Words at the place of a picture that a copy does not hold."""


@dataclass(frozen=True)
class CopyMark:
    """Piece and version of a copy. `seal`: of its bylines; "" in the copies of earlier releases."""

    piece: str
    number: int
    seal: str = ""

    def __str__(self) -> str:
        sealed = f" bylines {self.seal}" if self.seal else ""
        return f"{self.piece} version {self.number}{sealed}"


def read_mark(text: str) -> CopyMark | None:
    """The mark that a file carries; None if it is no copy of a desk."""
    found = _MARK.fullmatch(text)
    return CopyMark(found["piece"], int(found["number"]), found["seal"] or "") if found else None


def is_sealed(text: str) -> bool:
    """True for the mark of a copy whose head and tables say by their styles what they are."""
    mark = read_mark(text)
    return mark is not None and bool(mark.seal)


def seal_of(bylines: Iterable[str]) -> str:
    """The seal of these lines, whatever spaces a word processor makes of theirs."""
    letters = "\n".join(
        "".join(filter(str.isprintable, "".join(clean_line(line).split()))) for line in bylines
    )
    return hashlib.sha256(letters.encode()).hexdigest()[:16]
