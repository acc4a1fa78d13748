"""Which sentences of a page another printing of it would change: for people who decide whether it shall."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.models.edition import Edition
from prose import printed_line

_COLUMNS = {"kicker": "Label above", "headline": "Headline", "dek": "Dek", "outlet_line": "In lists"}
_PRINTED = {
    "bylines": "Byline",
    "dates": "Dates",
    "source": "Source",
    "editors_note": "Editor’s note",
    "editing_note": "How it was edited",
    "notices": "Notices",
    "attributions": "Attribution",
    "translated_from": "Translation",
    "read_more": "Read more",
    "card": "Card",
    "credits": "Required credits",
    "bios": "Bio lines",
    "disclosures": "Disclosures",
    "wordings": "Disclaimer",
    "copyright": "Copyright",
    "licence": "Licence",
    "republication": "Republishing",
    "topics": "Topics",
}
_AMOUNT = {"full": "the whole text", "excerpt": "an excerpt", "link": "no text, only a link"}


@dataclass(frozen=True)
class SentenceChange:
    """What one place of a page says and would say; empty where it says nothing."""

    where: str
    was: str
    becomes: str


def changed_sentences(before: Edition, after: Edition) -> list[SentenceChange]:
    """In the order of the page. A page may also change in nothing but its links: then there are none."""
    return [
        SentenceChange(where, " ".join(_without(was, becomes)), " ".join(_without(becomes, was)))
        for where, was, becomes in _places(before, after)
        if was != becomes
    ]


def _places(before: Edition, after: Edition) -> Iterator[tuple[str, list[str], list[str]]]:
    for column, where in _COLUMNS.items():
        yield where, _sentences(getattr(before, column)), _sentences(getattr(after, column))
    for key, where in _PRINTED.items():
        yield where, _sentences(before.printed.get(key)), _sentences(after.printed.get(key))
    yield "Shows", [_AMOUNT[before.mode]], [_AMOUNT[after.mode]]
    if before.mode == after.mode and before.body != after.body:
        yield "In the text", ["The names below the headings"], ["Those names as they are now"]


def _sentences(value: Any) -> list[str]:
    """What a printed value says, whatever its shape: a text, a line of runs, or several of either."""
    if not value:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [said for part in value.values() for said in _sentences(part)]
    if isinstance(value[0], dict) and "text" in value[0] and "wording" not in value[0]:
        return [printed_line.text(value)]
    return [said for part in value for said in _sentences(_said_by(part))]


def _said_by(part: Any) -> Any:
    """Of a row that holds more than its words, the words."""
    if not isinstance(part, dict):
        return part
    if "line" in part:
        return [part["line"], *part.get("amendments", [])]
    return part.get("text") or part.get("name") or ""


def _without(some: list[str], others: list[str]) -> list[str]:
    return [one for one in some if one not in others]
