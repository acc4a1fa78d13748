"""The parts of a piece below its text, each with the words that say what it holds.

Pure: reads a piece and its rows as they stand in memory, typed or saved. The form shows the words when it opens, and
the panel sends them again after a change.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.text import get_text_list

from articles.models.article import Article
from articles.states import Surface
from prose.dates import day_in_words
from prose.languages import BY_CODE
from prose.words import cut_line

Rows = Mapping[str, Sequence[Any]]
"""Rows by the prefix of their forms: "appearances", "disclosures", "attachments", "pinned_wordings"."""

_MOST = 3  # rows that a line names; it counts the others
_SHORT = 60  # characters of a text that a line repeats


def words_of(article: Article, rows: Rows, topics: Sequence[str]) -> dict[str, str]:
    """The words of each part by its code: "the Lantern, 3 March 2026", or "none"."""
    return {code: write(article, rows) for code, write in _WORDS.items()} | {
        "topics": _topics(article, topics)
    }


def _places(article: Article, rows: Rows) -> str:
    words = [_place(place) for place in rows["appearances"]]
    if article.has_more_places:
        words.append("and others")
    return _listed(words, "nowhere else")


def _place(place: Any) -> str:
    parts = [str(place)]
    if place.published_on:
        parts.append(day_in_words(place.published_on, place.precision))
    permission = getattr(place, "shown_permission", None)
    how = permission.in_words.removeprefix(f"{permission.whose}: ") if permission else ""
    return ", ".join(parts) + (f": {how}" if how else "")


def _lead(article: Article, rows: Rows) -> str:
    picture = article.lead_picture
    if picture is None:
        return "none"
    credit = getattr(picture, "credit", "")
    return f"{_short(str(picture))}{f', credit {_short(credit)}' if credit else ''}"


def _topics(article: Article, topics: Sequence[str]) -> str:
    return _listed([*topics, *(part for part in (article.series, article.region) if part)], "none")


def _disclosures(article: Article, rows: Rows) -> str:
    return _listed([str(row) for row in rows["disclosures"]], "not asked")


def _files(article: Article, rows: Rows) -> str:
    count = len(rows["attachments"])
    return f"{count}: {_listed([_short(str(row)) for row in rows['attachments']], '')}" if count else "none"


def _notes(article: Article, rows: Rows) -> str:
    return _short(article.editors_note or article.editing_note) or "none"


def _translation(article: Article, rows: Rows) -> str:
    language = BY_CODE.get(article.source_language)
    if language is None:
        return "not a translation"
    own = ", of a piece here" if article.translation_of_id else ""
    return f"from {language.name}{own}"


def _made_from(article: Article, rows: Rows) -> str:
    if not article.made_from_id:
        return "made from no other piece"
    return f"{article.get_made_as_display() or 'Made'} of another piece here"


def _copyright(article: Article, rows: Rows) -> str:
    is_usual = article.copyright_basis == article.Copyright.HOUSE
    held = article.copyright_line or ("" if is_usual else article.get_copyright_basis_display())
    if article.copyright_holders and not article.copyright_line:
        held = f"held by {_listed(article.copyright_holders.splitlines(), '')}"
    licence = "no licence" if article.has_no_licence else str(article.licence or "")
    return ", ".join(_short(part) for part in (held, licence) if part) or "as usual"


def _disclaimer(article: Article, rows: Rows) -> str:
    return _listed([_short(str(row)) for row in rows["pinned_wordings"]], "none")


def _address(article: Article, rows: Rows) -> str:
    return article.slug or "made from the headline"


def _left_out(article: Article, rows: Rows) -> str:
    places = [surface.in_words for surface in Surface if getattr(article, f"is_left_out_of_{surface.value}")]
    return f"not in {_listed(places, '')}" if places else "everywhere"


def _archive(article: Article, rows: Rows) -> str:
    first = (
        f"first published {day_in_words(article.first_published_on)}" if article.first_published_on else ""
    )
    if article.is_archive:
        return first or "yes, its first day is not known"
    return first or "no"


_WORDS: dict[str, Callable[[Article, Rows], str]] = {
    "places": _places,
    "lead": _lead,
    "disclosures": _disclosures,
    "files": _files,
    "notes": _notes,
    "translation": _translation,
    "made_from": _made_from,
    "copyright": _copyright,
    "disclaimer": _disclaimer,
    "address": _address,
    "left_out": _left_out,
    "archive": _archive,
}


def _listed(words: Sequence[str], none: str) -> str:
    """ "a, b, c and 2 more"; `none` for an empty list."""
    named = list(words[:_MOST])
    if more := len(words) - len(named):
        return f"{', '.join(named)} and {more} more"
    return get_text_list(named, "and") if named else none


def _short(text: str) -> str:
    return cut_line(text, _SHORT)
