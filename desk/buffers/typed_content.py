"""A typed form as the content of a version, to be compared with one: nothing is checked and nothing is saved."""

import json
from typing import Any

from django.http import QueryDict

from articles.manuscript_fields import FIELDS, ROWS, ManuscriptField, ManuscriptRows
from articles.models.topic import Topic, parse_topics
from articles.snapshot import Content, empty_content
from desk.manuscript.conflict import typed_rows_of
from desk.versions.form_values import Values, canonical
from prose.keys import as_key


def content_typed(typed: QueryDict, beside: Content) -> Content:
    """The content that a save of the form would have about made. `beside`: the version that it is compared with.

    A value that makes no sense stays as it was typed; what the form does not hold is taken from `beside`.
    """
    content = empty_content()
    for field in FIELDS:
        is_sent = field.name in typed or field.kind == "flag"
        content[field.key] = _value(field, str(typed.get(field.name, ""))) if is_sent else beside[field.key]
    for rows in ROWS:
        is_sent = f"{rows.name}-TOTAL_FORMS" in typed
        content[rows.name] = _rows(rows, typed, beside) if is_sent else beside[rows.name]
    return content


def _rows(rows: ManuscriptRows, typed: QueryDict, beside: Content) -> list[Content]:
    return [_row(rows, row) for row in typed_rows_of(typed, rows)]


def _row(rows: ManuscriptRows, row: Values) -> Content:
    return {field.key: _value(field, row.get(field.name, "")) for field in rows.fields}


def _value(field: ManuscriptField, text: str) -> Any:
    match field.kind:
        case "reference" | "number":
            return as_key(text.strip())
        case "flag":
            return bool(canonical(field, text))
        case "topics":
            return _topics(text)
        case "people":
            return _people(text)
        case "date" | "row key":
            return text.strip() or None
    return canonical(field, text)


def _people(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _topics(text: str) -> list[str]:
    """Web addresses of topics on record, and the names of new ones."""
    names = parse_topics(text)
    addresses = {
        name.lower(): slug for name, slug in Topic.objects.filter(name__in=names).values_list("name", "slug")
    }
    return sorted(addresses.get(name.lower(), name) for name in names)
