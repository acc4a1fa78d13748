"""Whether a form of a new piece holds anything that somebody wrote or chose: an empty one makes no piece."""

from collections.abc import Iterator, Mapping
from typing import Any

from articles.manuscript_fields import FIELDS, ROWS, ManuscriptField
from articles.querysets import User
from desk.new_piece import own_byline, starting_texts
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.html.figures import figures_in
from prose.html.text import plain_text

SENTENCE = "Nothing is written yet, so there is nothing to save. Write a headline or some of the text."
_WRITTEN = frozenset({"line", "paragraphs", "prose", "date", "number", "topics", "reference"})
"""Kinds of fields that make a piece; choices and flags alone do not."""
_FILLED_IN = frozenset({"institution", "kind"})
"""References that the form of a new piece opens with."""


def is_blank(typed: Mapping[str, Any], user: User) -> bool:
    """True if nothing was written in the form of a new piece and no record chosen beyond what it opened with."""
    own = {str(row["author"]) for row in own_byline(user)}
    return not any(
        _is_something(field, value) and not (name.startswith("bylines-") and value in own)
        for name, field in _names(typed)
        if (value := str(typed.get(name, "")).strip())
    )


def _names(typed: Mapping[str, Any]) -> Iterator[tuple[str, ManuscriptField]]:
    """The names under which the form sends its fields, and those of every row."""
    for field in FIELDS:
        if field.name not in _FILLED_IN:
            yield field.name, field
    by_prefix = {rows.name: {field.name: field for field in rows.fields} for rows in ROWS}
    for name in typed:
        prefix, _, rest = name.partition("-")
        number, _, member = rest.partition("-")
        if number.isdigit() and member in by_prefix.get(prefix, {}):
            yield name, by_prefix[prefix][member]


def _is_something(field: ManuscriptField, value: str) -> bool:
    if field.kind == "prose":
        try:
            body = clean_html(value)
            if body in starting_texts().values():
                return False
            return bool(figures_in(body)) or bool(plain_text(body, notes=True).strip())
        except ProseError:
            return True
    return field.kind in _WRITTEN
