"""Template tag of lists: `{% entry row language number %}` writes a row, from memory where another page had it so."""

from collections.abc import Hashable

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString

from prose import printed_line
from reading.kept import LastingValues
from reading.lists.rows import ListRow
from reading.search.passages import passage_html
from reading.words.page_words import words_for

register = template.Library()
_DRAWN: LastingValues[str] = LastingValues(most_bytes=16_000_000)
_PASSAGE = SafeString("\x1f")
"""Where the passage of a result stands in its row: a character that no text of ours holds."""
_NOTHING_MORE: ListRow = {"house_name": "", "versions": (), "notices": (), "figure": ""}
"""What a page may add to a row; for each name that is missing a template raises and catches three exceptions."""


@register.simple_tag
def entry(row: ListRow, language: str, number: int = 0) -> SafeString:
    """The row of a list on a page in a language; `number`: its place among the parts of a series.

    A result of a search has its passage in place of the dek.
    """
    key = _key(row, language, number)

    def draw() -> str:
        return _draw(row, language, number)

    drawn, passage = _DRAWN.get(key, draw, len) if key else draw(), row.get("passage")
    return SafeString(drawn.replace(_PASSAGE, passage_html(passage)) if passage else drawn)


def _key(row: ListRow, language: str, number: int) -> Hashable:
    """All that a row is drawn from; None for one that says more than its edition's lines: its notices."""
    if "identity" not in row or row.get("notices"):
        return None
    versions = tuple((version["language"], version["path"]) for version in row.get("versions", ()))
    house = printed_line.html(row.get("house_name") or [])
    has_passage = bool(row.get("passage"))
    return row["identity"], language, number, house, versions, row.get("figure", ""), has_passage


def _draw(row: ListRow, language: str, number: int) -> str:
    words = words_for(language)
    passage = _PASSAGE if row.get("passage") else ""
    facts = {
        "edition": {**_NOTHING_MORE, **row},
        "language": language,
        "number": number,
        "passage": passage,
        **words.for_templates,
    }
    return get_template("articles/_listed.html").render(facts)
