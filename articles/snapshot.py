"""Article <-> revision: the only reader and writer of a revision's stored form.

`compose` gathers everything an editor can change about a piece, relations included, as plain JSON values;
`content_hash` tells whether anything changed; `restore` puts a revision's content back into the manuscript.
Records are identified by what never changes: their keys; topics by their web address.
Hash form: canonical JSON (sorted keys, NFC, empty and default members left out), so that a field added later
with its default voids no hash.
"""

import datetime as dt
import hashlib
import json
import unicodedata
import uuid
from collections.abc import Mapping
from typing import Any

from articles.manuscript_fields import FIELDS, ROWS, ManuscriptField, ManuscriptRows, every_field
from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.revision import Revision
from articles.models.topic import Topic
from prose.html.clean import clean_html
from prose.models.former_slugs import lasting_slug, with_slug
from prose.typography import clean_line, clean_text

SCHEMA = 2
Content = dict[str, Any]

_DEFAULTS = {field.key: field.default for field in every_field() if field.default}
_NOT_HASHED = frozenset(field.key for field in every_field() if field.kind == "row key")
_BY_NAME = {field.name: field for field in FIELDS}


def compose(article: Article) -> Content:
    """Everything of a saved manuscript as JSON values, cleaned; rows in their printed order."""
    content: Content = {field.key: _value(article, field) for field in FIELDS}
    for rows in ROWS:
        attributes = [field.attribute for field in rows.fields]
        stored = getattr(article, rows.name).order_by("order", "id").values(*attributes)
        content[rows.name] = [
            {field.key: _clean(field, row[field.attribute]) for field in rows.fields} for row in stored
        ]
    return content


def clean_changes(changes: Mapping[str, str]) -> Content:
    """Single fields as typed, in the form in which a version keeps them."""
    return {_BY_NAME[name].key: _clean(_BY_NAME[name], text) for name, text in changes.items()}


def content_hash(content: Content) -> str:
    """SHA-256 (hex) of the canonical form."""
    canonical = json.dumps(_canonical(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()


def restore(revision: Revision) -> Article:
    """Write a revision's content back onto its article and its rows; the caller holds the lock and saves a draft."""
    article, content = revision.article, content_of(revision)
    for field in FIELDS:
        if field.kind != "topics":
            setattr(article, field.attribute, _from_json(field, content[field.key]))
    article.save()
    for rows in ROWS:
        getattr(article, rows.name).all().delete()
        rows.model.objects.bulk_create(
            rows.model(article=article, order=order, **_attributes(rows, row))
            for order, row in enumerate(content[rows.name], start=1)
        )
    article.tags.set(Topic.objects.filter(with_slug(Topic, content["topics"])))
    return article


def keep_keys(article: Article, content: Content) -> None:
    """Give appearances that were deleted and typed again unchanged the lasting keys that they had in `content`."""
    rows = list(article.appearances.order_by("order", "id"))
    before = [row["key"] for row in content["appearances"]]
    for row, key in zip(rows, before, strict=True):
        if key and str(row.key) != key:
            Appearance.objects.filter(pk=row.pk).update(key=key)


def empty_content() -> Content:
    """The content of a manuscript in which nothing was chosen or written."""
    return {field.key: field.empty for field in FIELDS} | {rows.name: [] for rows in ROWS}


def content_of(revision: Revision) -> Content:
    """A revision's content in today's shape: members that its schema did not have yet get their defaults."""
    content: Content = empty_content() | revision.content
    for rows in ROWS:
        blank = {field.key: field.empty for field in rows.fields}
        content[rows.name] = [blank | row for row in content[rows.name]]
    return content


def _value(article: Article, field: ManuscriptField) -> object:
    if field.kind == "topics":
        topics = Topic.objects.filter(article_uses__content_object=article)
        return sorted(topics.values_list(lasting_slug(Topic), flat=True))
    return _clean(field, getattr(article, field.attribute))


def _clean(field: ManuscriptField, value: object) -> object:
    """A value of the model as the JSON value that a version keeps."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if not isinstance(value, str):
        return value
    if field.kind == "prose":
        return clean_html(value)
    return clean_text(value) if field.kind == "paragraphs" else clean_line(value)


def _from_json(field: ManuscriptField, value: Any) -> Any:
    """A value that a version keeps as the model takes it."""
    return dt.date.fromisoformat(value) if field.kind == "date" and value else value


def _attributes(rows: ManuscriptRows, row: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes of a new row. A row that never had a lasting key gets one from the model."""
    return {
        field.attribute: _from_json(field, row[field.key])
        for field in rows.fields
        if row[field.key] or field.kind != "row key"
    }


def _canonical(value: Any) -> Any:
    """Without empty members and defaults, so that absence and emptiness hash alike."""
    if isinstance(value, dict):
        members = {k: _canonical(v) for k, v in value.items()}
        return {
            k: v
            for k, v in members.items()
            if v not in (None, "", [], {}, False) and v != _DEFAULTS.get(k) and k not in _NOT_HASHED
        }
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return value
