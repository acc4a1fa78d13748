"""Slugs of articles, authors, outlets and topics."""

import re
import uuid
from collections.abc import Callable
from itertools import count

from anyascii import anyascii
from django.core.exceptions import ValidationError

from prose.typography import clean_line

MAX_SLUG_CHARS = 80

RESERVED = frozenset(
    {
        "add",
        "all",
        "archive",
        "edit",
        "feed",
        "feeds",
        "index",
        "latest",
        "new",
        "page",
        "preview",
        "rss",
        "search",
    }
)
"""Words kept for other pages of the site beside the slugs."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_for(text: str, *, fallback: uuid.UUID) -> str:
    """ "Zürich & the Rhine" -> "zurich-the-rhine"; the short uuid if nothing is left or the word is reserved."""
    plain = anyascii(clean_line(text)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=\w)['’`](?=\w)", "", plain)).strip("-")
    slug = _cut(words, MAX_SLUG_CHARS)
    return str(fallback)[:8] if not slug or slug in RESERVED else slug


def free_slug(text: str, *, fallback: uuid.UUID, taken: Callable[[str], bool]) -> str:
    """The first of ``slug``, ``slug-2``, ``slug-3`` … that is not ``taken``."""
    slug = slug_for(text, fallback=fallback)
    if not taken(slug):
        return slug
    numbered = (f"{_cut(slug, MAX_SLUG_CHARS - len(tail))}{tail}" for tail in (f"-{n}" for n in count(2)))
    return next(candidate for candidate in numbered if not taken(candidate))


def _cut(slug: str, limit: int) -> str:
    if len(slug) <= limit:
        return slug
    whole_words = slug[: limit + 1].rpartition("-")[0]
    # One very long word (no spaces in the original) is cut inside rather than dropped.
    return (whole_words if len(whole_words) > limit // 2 else slug[:limit]).strip("-")


def validate_slug(slug: str) -> None:
    """Django validator of slugs."""
    if not _SLUG.fullmatch(slug) or len(slug) > MAX_SLUG_CHARS:
        raise ValidationError(
            f"A web address is up to {MAX_SLUG_CHARS} small letters a to z, digits and single hyphens.",
            code="slug",
        )
    if slug in RESERVED:
        raise ValidationError(f"“{slug}” is kept for pages of the site. Choose another.", code="reserved")
