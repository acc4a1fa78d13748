"""Contents of a long piece: a list of its parts, each of which then has a name that links can lead to."""

import re
from dataclasses import dataclass
from html import unescape

from prose.html.directions import direction_of

LONG = 1500
"""Words of a piece that is long enough for a list of its parts: some six minutes of reading."""
FEWEST = 3
_HEADING = re.compile(r"<h2([^>]*)>(.*?)</h2>", re.DOTALL)
_MARKS = re.compile(r'<sup class="noteref">.*?</sup>|<[^>]*>', re.DOTALL)


@dataclass(frozen=True)
class PieceSection:
    """A part of a piece by its heading. `direction`: that of its words, empty where it is the page's own."""

    name: str
    heading: str
    direction: str = ""


def parts_of(body: str, direction: str) -> list[PieceSection]:
    """The parts of a printed body in their order."""
    headings = (" ".join(unescape(_MARKS.sub("", words)).split()) for _, words in _HEADING.findall(body))
    return [
        PieceSection(
            f"part-{number}", heading, own if (own := direction_of(heading, direction)) != direction else ""
        )
        for number, heading in enumerate(headings, start=1)
    ]


def with_named_parts(body: str) -> str:
    """The body with the name of each part on its heading."""
    numbers = iter(range(1, body.count("<h2") + 1))
    return _HEADING.sub(lambda match: f'<h2 id="part-{next(numbers)}"{match[1]}>{match[2]}</h2>', body)


def contents_of(body: str, word_count: int, direction: str) -> list[PieceSection]:
    """The list of parts that a page shows; empty for a piece that is short or has few parts."""
    parts = [part for part in parts_of(body, direction) if part.heading] if word_count >= LONG else []
    return parts if len(parts) >= FEWEST else []
