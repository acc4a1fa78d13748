"""The newest pieces of each topic in the index of topics: their headlines and days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from articles.models.edition import Edition
from prose.dates import in_words
from prose.languages import marks
from prose.printed_line import PrintedLine
from reading.lists.rows import with_marks

NEWEST = 2
"""Pieces of a topic that the index shows."""
MOST_TOPICS = 60
"""Topics of which it shows so many; with more of them it shows one of each."""


@dataclass(frozen=True)
class NewestPiece:
    """A piece below the name of a topic. `day`: that on which it first appeared here, in the page's words, or "".

    `marks`: attributes of an element in the piece's language.
    """

    path: str
    headline: PrintedLine | str
    day: str
    marks: SafeString


def newest_of(pieces: Mapping[int, Sequence[int]], language: str) -> dict[int, tuple[NewestPiece, ...]]:
    """The newest pieces of each topic on a page in a language, each with its translations once; one query.

    `pieces`: the keys of editions by that of their topic, the newest first.
    """
    number = NEWEST if len(pieces) <= MOST_TOPICS else 1
    # Twice as many are loaded: two pieces of one language may be versions of one.
    first = {topic: keys[: 2 * number] for topic, keys in pieces.items()}
    asked = {key for keys in first.values() for key in keys}
    found = Edition.objects.filter(pk__in=asked).order_by().for_list() if asked else ()
    rows = {row["id"]: with_marks(row) for row in found}
    return {
        topic: _each_once((rows[key] for key in keys), language)[:number] for topic, keys in first.items()
    }


def _each_once(rows: Any, language: str) -> tuple[NewestPiece, ...]:
    by_piece: dict[Any, NewestPiece] = {}
    for row in rows:
        piece = NewestPiece(
            row["permalink__path"],
            row["headline"],
            in_words(day, language) if (day := row["first_published_on"]) else "",
            marks(row["language"], language),
        )
        by_piece.setdefault(row["translation_group"] or row["uuid"], piece)
    return tuple(by_piece.values())
