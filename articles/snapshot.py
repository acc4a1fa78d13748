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
from typing import Any

from articles.models.article import Appearance, Article, Byline, PinnedWording
from articles.models.revision import Revision
from articles.models.topic import Topic
from prose.clean import clean_html
from prose.typography import clean_line, clean_text

SCHEMA = 1
Content = dict[str, Any]

_LINES = ("language", "slug", "headline", "dek", "copyright_line")
_ROWS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "bylines": (Byline, ("role", "author_id", "name", "bio")),
    "appearances": (
        Appearance,
        ("relation", "outlet_id", "outlet_name", "headline", "url", "published_on", "precision", "language"),
    ),
    "pinned_wordings": (PinnedWording, ("wording_id", "own_text")),
}
_TEXTS = frozenset({"bio", "own_text"})
_DEFAULTS = {"role": "author", "relation": "original", "precision": "day"}


def compose(article: Article) -> Content:
    """Everything of a saved manuscript as JSON values, cleaned; rows in their printed order."""
    content: Content = {
        "institution": article.institution_id,
        "kind": article.kind_id,
        "body": clean_html(article.body),
        "is_archive": article.is_archive,
        "first_published_on": _iso(article.first_published_on),
        "topics": sorted(
            Topic.objects.filter(article_uses__content_object=article).values_list("slug", flat=True)
        ),
    }
    content |= {field: clean_line(getattr(article, field)) for field in _LINES}
    for name, (_, fields) in _ROWS.items():
        rows = getattr(article, name).order_by("order", "id").values(*fields)
        content[name] = [{field: _clean(field, row[field]) for field in fields} for row in rows]
    return content


def content_hash(content: Content) -> str:
    """SHA-256 (hex) of the canonical form."""
    canonical = json.dumps(_canonical(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()


def restore(revision: Revision) -> Article:
    """Write a revision's content back onto its article and its rows; the caller holds the lock and saves a draft."""
    article, content = revision.article, upgraded(revision)
    article.institution_id, article.kind_id = content["institution"], content["kind"]
    for field in ("body", "is_archive", *_LINES):
        setattr(article, field, content[field])
    day = content["first_published_on"]
    article.first_published_on = dt.date.fromisoformat(day) if day else None
    article.save()
    for name, (model, _) in _ROWS.items():
        getattr(article, name).all().delete()
        model.objects.bulk_create(
            model(article=article, order=order, **row) for order, row in enumerate(content[name], start=1)
        )
    article.tags.set(Topic.objects.filter(slug__in=content["topics"]))
    return article


def upgraded(revision: Revision) -> Content:
    """A revision's content in today's shape: members that its schema did not have yet get their defaults."""
    empty: Content = {
        **dict.fromkeys(_LINES, ""), "body": "", "is_archive": False, "first_published_on": None, "topics": [],
        **{name: [] for name in _ROWS},
    }  # fmt: skip
    content: Content = empty | revision.content
    for name, (_, fields) in _ROWS.items():
        blank = {
            field: _DEFAULTS.get(field, None if field.endswith(("_id", "_on")) else "") for field in fields
        }
        content[name] = [blank | row for row in content[name]]
    return content


def _clean(field: str, value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
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
            k: v for k, v in members.items() if v not in (None, "", [], {}, False) and v != _DEFAULTS.get(k)
        }
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return value
