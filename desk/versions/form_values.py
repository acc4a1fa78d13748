"""Values of a manuscript as a form sends them: texts under the names of fields, from a version or as typed."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import QueryDict

from articles.manuscript_fields import ManuscriptField, ManuscriptRows
from articles.snapshot import Content
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.keys import as_key
from prose.typography import clean_line, clean_text

Values = dict[str, str]

CHECKED = "on"
MAX_ROWS = 200
_ALWAYS_SENT = frozenset({"order", "article"})


def values_of(fields: Iterable[ManuscriptField], content: Content) -> Values:
    """The values of a version, or of one of its rows, as an untouched form would send them."""
    return {field.name: _value_of(field, content[field.key]) for field in fields}


def _value_of(field: ManuscriptField, value: Any) -> str:
    if field.kind == "topics":
        return ", ".join(value)
    if field.kind == "flag":
        return CHECKED if value else ""
    if field.kind == "people" and value is not None:
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def canonical(field: ManuscriptField, text: str) -> str:
    """A typed value in the form in which a version keeps it, for comparison."""
    match field.kind:
        case "prose":
            return _clean_body(text)
        case "flag":
            return "" if text in ("", "False", "false") else CHECKED
        case "paragraphs":
            return clean_text(text)
    return clean_line(text)


def typed_rows(post: QueryDict, prefix: str) -> Iterator[Values]:
    """The rows of a submitted form in the order of their numbers, empty ones included."""
    for number in range(MAX_ROWS):
        start = f"{prefix}-{number}-"
        if row := {key.removeprefix(start): str(post[key]) for key in post if key.startswith(start)}:
            yield row


def is_filled(row: Values, rows: ManuscriptRows) -> bool:
    """True if the row holds more than a new row holds before anything is typed."""
    defaults = {field.name: field.default for field in rows.fields}
    return any(
        value.strip() and value != defaults.get(name)
        for name, value in row.items()
        if name not in _ALWAYS_SENT
    )


def place_of(row: Values) -> int:
    """The number typed as the row's place; rows without one come last."""
    place = as_key(row.get("order", ""))
    return MAX_ROWS if place is None else place


def _clean_body(html: str) -> str:
    try:
        return clean_html(html)
    except ProseError:
        return html
