"""Comparison of two editions: the sentences of a page that printing it again would change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.creators import creators_of
from articles.models.edition import Edition
from articles.press.pinned.library import rows_of
from articles.renewed import Renewable
from prose import printed_line
from prose.html.text import plain_text
from prose.words import cut_line

_COLUMNS = {
    "kicker": "Label above",
    "headline": "Headline",
    "dek": "Dek",
    "outlet_line": "In lists",
}
_PRINTED = {
    "bylines": "Byline",
    "dates": "Dates",
    "source": "Source",
    "editors_note": "Editor’s note",
    "editing_note": "How it was edited",
    "notices": "Notices",
    "attributions": "Attribution",
    "translated_from": "Translation",
    "made_from": "Made from",
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
    "names": "Names for feeds",
    "people_in_brief": "Description",
    "source_feed": "Source for feeds",
}
_IN_LISTS = {"byline": "Byline in lists", "dateline": "Dates in lists"}
NO_SENTENCES = frozenset(
    {
        *("notice_ids", "authors", "rights", "records", "terms", "readers_since"),  # what lines are made from
        *("claims_for_house", "withheld_wordings"),  # why lines are printed or not
        "cited",  # what the lines say, in parts
        "other_bylines",  # some of the bylines once more
        *("originals", "own_pages", "canonical", "is_archive"),  # addresses, and what programs read
        *("has_own_attribution", "translation_extent", "marked"),  # how a line is drawn
        "attribution_at",  # where one stands: said in words of its own
        "part",  # pages say its series as it is today
    }
)
"""Members of `Edition.printed` that print no sentence of their own."""
_STANDS = {"head": "above the text", "foot": "below the text", "both": "above and below the text"}
_BETTER = {
    Renewable.PICTURES: ("Pictures", "the file of a picture so far", "its better file"),
    Renewable.DOCUMENTS: ("Files", "a file so far", "the one that replaced it"),
}
"""Words for what readers see, though no sentence of the page tells of it."""
_LONGEST = 160
"""Characters of a sentence that a change shows."""
SHOWS, IN_THE_TEXT = "Shows", "In the text"
_AMOUNT = {"full": "the whole text", "excerpt": "an excerpt", "link": "no text, only a link"}


@dataclass(frozen=True)
class SentenceChange:
    """One place of a page with its sentences before and after; empty where nothing is printed."""

    where: str
    was: str
    becomes: str

    @property
    def in_words(self) -> str:
        """ "Byline: “By Ida Kay” becomes “By Ida Quay”"."""
        was, becomes = (f"“{cut_line(words, _LONGEST)}”" for words in (self.was, self.becomes))
        if not self.was:
            return f"{self.where}: {becomes} is added"
        return f"{self.where}: {was} " + (f"becomes {becomes}" if self.becomes else "is left out")


def changed_sentences(before: Edition, after: Edition) -> list[SentenceChange]:
    """The changes in the order of the page; none if only links change. The same change in lists is told once."""
    changes: dict[tuple[str, str], SentenceChange] = {}
    for where, was, becomes in _places(before, after):
        if was != becomes:
            sides = _apart(was, becomes)
            changes.setdefault(sides, SentenceChange(where, *sides))
    return list(changes.values())


def sentence_members() -> set[str]:
    """The members of `Edition.printed` whose sentences are compared."""
    return {*_PRINTED, "creators", "lead", "pictures", "documents"}


def _places(before: Edition, after: Edition) -> Iterator[tuple[str, list[str], list[str]]]:
    for column, where in _COLUMNS.items():
        yield where, _sentences(getattr(before, column)), _sentences(getattr(after, column))
    for key, where in _PRINTED.items():
        yield where, _sentences(before.printed.get(key)), _sentences(after.printed.get(key))
    yield "Pictures", _of_pictures(before), _of_pictures(after)
    yield "Files", _of_documents(before), _of_documents(after)
    for subject, (where, was, becomes) in _BETTER.items():
        number = _number_of_replaced(before, after, subject)
        yield where, [was] * number, [becomes] * number
    yield "Creators for feeds", creators_of(before), creators_of(after)
    yield "Where the attribution stands", _stands(before), _stands(after)
    for column, where in _IN_LISTS.items():
        yield where, _sentences(getattr(before, column)), _sentences(getattr(after, column))
    yield SHOWS, [_AMOUNT[before.mode]], [_AMOUNT[after.mode]]
    if before.mode == after.mode:
        yield IN_THE_TEXT, _paragraphs(before), _paragraphs(after)


def _stands(page: Edition) -> list[str]:
    return [_STANDS.get(page.printed.get("attribution_at", ""), "")]


def _of_pictures(page: Edition) -> list[str]:
    """The words of the lead picture, and the credits and licences of all pictures."""
    lead, rows = page.printed.get("lead", {}), page.printed.get("pictures", {})
    lines = (rows[uuid][name] for uuid in sorted(rows) for name in ("credit", "licence"))
    words = (lead.get("alt", ""), lead.get("caption", ""), *map(printed_line.text, lines))
    return [text for text in words if text]


def _number_of_replaced(before: Edition, after: Edition, subject: Renewable) -> int:
    """The number of pictures, or files, of both pages that have another file on the second."""
    old, new = rows_of(before, subject), rows_of(after, subject)
    return sum(old[uuid].get("file") != new[uuid].get("file") for uuid in old.keys() & new.keys())


def _of_documents(page: Edition) -> list[str]:
    """The names of the files, with their credits and licences."""
    rows = page.printed.get("documents", ())
    lines = (printed_line.text(row[name]) for row in rows for name in ("title", "credit", "licence"))
    return [text for text in lines if text]


def _paragraphs(page: Edition) -> list[str]:
    return [part for html in (page.body, page.endnotes) for part in plain_text(html).split("\n") if part]


def _sentences(value: Any) -> list[str]:
    """The sentences of a printed value: a text, a printed line, a dict or a list of them."""
    if not value:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        # In one order: PostgreSQL returns the members of a stored value in another than they were made in.
        return [sentence for name in sorted(value) for sentence in _sentences(value[name])]
    if isinstance(value[0], dict) and "text" in value[0] and "wording" not in value[0]:
        return [printed_line.text(value)]
    return [sentence for part in value for sentence in _sentences(_words_of(part))]


def _words_of(part: Any) -> Any:
    """The words of a row that also holds other values: a notice, a wording, a topic."""
    if not isinstance(part, dict):
        return part
    if "line" in part:
        return [part["line"], *part["amendments"]]
    return part.get("text") or part.get("name") or ""


def _apart(was: list[str], becomes: list[str]) -> tuple[str, str]:
    """The sentences of each side that the other lacks; all of both where only their order differs."""
    lacking = " ".join(_without(was, becomes)), " ".join(_without(becomes, was))
    return lacking if any(lacking) else (" ".join(was), " ".join(becomes))


def _without(sentences: list[str], others: list[str]) -> list[str]:
    return [sentence for sentence in sentences if sentence not in others]
