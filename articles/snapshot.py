"""Article <-> revision: the only reader and writer of the frozen form.

`compose` gathers everything an editor can change about a piece, relations included, as plain JSON values;
`content_hash` tells whether anything changed; `restore` puts a revision's content back on the desk.
Records are named by what never changes of them: their keys, topics by their web address.
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

from django.db.models import BooleanField

from articles.models.appearance import Appearance
from articles.models.article import Article, PinnedWording
from articles.models.byline import Byline, Disclosure
from articles.models.revision import Revision
from articles.models.topic import Topic
from prose.html.clean import clean_html
from prose.typography import clean_line, clean_text

SCHEMA = 2
Content = dict[str, Any]

_LINES = (
    "language", "slug", "headline", "dek", "series", "region", "editing_note", "source_language",
    "translation_extent", "attribution_override", "copyright_basis", "copyright_reason", "copyright_line",
    "licence_exceptions",
)  # fmt: skip
_PARAGRAPHS = ("editors_note", "copyright_holders")
_PLAIN = ("is_archive", "has_more_places", "copyright_year", "translation_of_id", "licence_id")
_ROWS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "bylines": (
        Byline,
        ("role", "author_id", "name", "bio", "section", "no_copyright_reason", "no_republication"),
    ),
    "appearances": (
        Appearance,
        (
            "key", "relation", "outlet_id", "outlet_name", "expert_role", "headline", "url", "is_removed",
            "access", "published_on", "precision", "planned_on", "medium", "section", "issue", "page",
            "language",
        ),
    ),
    "disclosures": (
        Disclosure, ("author_id", "subject", "answer", "text", "tool", "task", "checked_by"),
    ),
    "pinned_wordings": (PinnedWording, ("wording_id", "own_text")),
}  # fmt: skip
_TEXTS = frozenset({"bio", "own_text", "text", "editors_note", "copyright_holders"})
_DEFAULTS = {
    "role": "author", "relation": "original", "precision": "day", "expert_role": "wrote", "subject": "funding",
    "answer": "disclosed", "translation_extent": "whole", "copyright_basis": "house",
}  # fmt: skip
_NOT_HASHED = frozenset({"key"})  # the name of a row says nothing of what it holds


def compose(article: Article) -> Content:
    """Everything of a saved manuscript as JSON values, cleaned; rows in their printed order."""
    content: Content = {
        "institution": article.institution_id,
        "kind": article.kind_id,
        "body": clean_html(article.body),
        "first_published_on": _iso(article.first_published_on),
        "topics": sorted(
            Topic.objects.filter(article_uses__content_object=article).values_list("slug", flat=True)
        ),
    }
    content |= {field: _clean(field, getattr(article, field)) for field in (*_LINES, *_PARAGRAPHS, *_PLAIN)}
    for name, (_, fields) in _ROWS.items():
        rows = getattr(article, name).order_by("order", "id").values(*fields)
        content[name] = [{field: _clean(field, row[field]) for field in fields} for row in rows]
    return content


def cleaned(changes: Mapping[str, str]) -> Content:
    """Single fields as typed, in the form in which a version keeps them."""
    return {
        field: clean_html(text) if field == "body" else _clean(field, text) for field, text in changes.items()
    }


def content_hash(content: Content) -> str:
    """SHA-256 (hex) of the canonical form."""
    canonical = json.dumps(_canonical(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()


def restore(revision: Revision) -> Article:
    """Write a revision's content back onto its article and its rows; the caller holds the lock and saves a draft."""
    article, content = revision.article, upgraded(revision)
    article.institution_id, article.kind_id = content["institution"], content["kind"]
    for field in ("body", *_LINES, *_PARAGRAPHS, *_PLAIN):
        setattr(article, field, content[field])
    day = content["first_published_on"]
    article.first_published_on = dt.date.fromisoformat(day) if day else None
    article.save()
    for name, (model, _) in _ROWS.items():
        getattr(article, name).all().delete()
        model.objects.bulk_create(
            model(article=article, order=order, **_named(row))
            for order, row in enumerate(content[name], start=1)
        )
    article.tags.set(Topic.objects.filter(slug__in=content["topics"]))
    return article


def keep_keys(article: Article, content: Content) -> None:
    """Rows typed anew that say what they said before are the same places: they take their lasting keys back."""
    rows = list(article.appearances.order_by("order", "id"))
    before = [row["key"] for row in content["appearances"]]
    for row, key in zip(rows, before, strict=True):
        if key and str(row.key) != key:
            Appearance.objects.filter(pk=row.pk).update(key=key)


def empty_content() -> Content:
    """What a manuscript says in which nothing was written, but for its institution and its kind."""
    empty: Content = {
        **dict.fromkeys((*_LINES, *_PARAGRAPHS, "body"), ""), **dict.fromkeys(_PLAIN), "is_archive": False,
        "has_more_places": False, "first_published_on": None, "topics": [], **{name: [] for name in _ROWS},
    }  # fmt: skip
    return empty | {field: value for field, value in _DEFAULTS.items() if field in empty}


def upgraded(revision: Revision) -> Content:
    """A revision's content in today's shape: members that its schema did not have yet get their defaults."""
    content: Content = empty_content() | revision.content
    for name, (model, fields) in _ROWS.items():
        blank = {field: _blank(model, field) for field in fields}
        content[name] = [blank | row for row in content[name]]
    return content


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """Values for a new row; one that never had a key gets its own."""
    return {field: value for field, value in row.items() if field != "key" or value}


def _blank(model: Any, field: str) -> object:
    """What a row says that was kept before the field was there. A place without a key is known by its outlet."""
    if field in _DEFAULTS:
        return _DEFAULTS[field]
    kept = model._meta.get_field(field)
    if field == "key" or kept.null:
        return None
    return False if isinstance(kept, BooleanField) else ""


def _clean(field: str, value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if not isinstance(value, str):
        return value
    return clean_text(value) if field in _TEXTS else clean_line(value)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _canonical(value: Any, key: str = "") -> Any:
    """Without empty members and defaults, so that absence and emptiness hash alike."""
    if isinstance(value, dict):
        members = {k: _canonical(v, k) for k, v in value.items()}
        return {
            k: v
            for k, v in members.items()
            if v not in (None, "", [], {}, False) and v != _DEFAULTS.get(k) and k not in _NOT_HASHED
        }
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return value
