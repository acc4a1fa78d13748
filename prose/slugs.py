"""Slugs of articles, authors, outlets and topics."""

import re
import uuid
from collections.abc import Callable
from itertools import count

from anyascii import anyascii
from django.core.exceptions import ValidationError

from prose.languages import base
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

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae"})
_LETTERS = {
    # German: DIN 5007-2 and passports (ICAO 9303); Danish and Norwegian: the older spelling of å, and passports.
    "de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}),
    "da": _DANISH,
    "nb": _DANISH,
    "sv": str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o"}),
    "is": str.maketrans({"þ": "th", "ð": "d", "æ": "ae", "ö": "o"}),
    "ca": str.maketrans({"·": ""}),
    # Ukrainian: resolution 55 of the cabinet (2010), inside words; the soft sign is left out.
    "uk": str.maketrans(
        {
            "г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch",
            "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ь": "", "ж": "zh", "’": "", "'": "",
        }
    ),
    # Bulgarian: the transliteration act (2009).
    "bg": str.maketrans(
        {"щ": "sht", "ъ": "a", "ь": "y", "х": "h", "ц": "ts", "ю": "yu", "я": "ya", "ж": "zh", "й": "y"}
    ),
    # Serbian and Macedonian: their Latin letters without marks.
    "sr": str.maketrans(
        {
            "ж": "z", "ч": "c", "ш": "s", "ћ": "c", "ђ": "dj", "х": "h", "ц": "c", "љ": "lj", "њ": "nj", "џ": "dz",
            "đ": "dj",
        }
    ),
    "mk": str.maketrans(
        {
            "ж": "zh", "ч": "ch", "ш": "sh", "ќ": "kj", "ѓ": "gj", "х": "h", "ц": "c", "љ": "lj", "њ": "nj", "џ": "dj",
            "ѕ": "dz",
        }
    ),
}  # fmt: skip
"""Spelling in ASCII by language, for lower-case letters; others are spelled by anyascii, which knows no language."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_for(text: str, *, fallback: uuid.UUID, language: str = "") -> str:
    """ "Zürich & the Rhine" -> "zurich-the-rhine", in German "zuerich-…".

    The short uuid if nothing is left or the word is reserved. `language`: of the text; empty if it is not known.
    """
    plain = anyascii(_as_natives_spell(clean_line(text).lower(), language)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=\w)['’`](?=\w)", "", plain)).strip("-")
    slug = _cut(words, MAX_SLUG_CHARS)
    return str(fallback)[:8] if not slug or slug in RESERVED else slug


def free_slug(text: str, *, fallback: uuid.UUID, taken: Callable[[str], bool], language: str = "") -> str:
    """The first of ``slug``, ``slug-2``, ``slug-3`` … that is not ``taken``."""
    slug = slug_for(text, fallback=fallback, language=language)
    if not taken(slug):
        return slug
    numbered = (f"{_cut(slug, MAX_SLUG_CHARS - len(tail))}{tail}" for tail in (f"-{n}" for n in count(2)))
    return next(candidate for candidate in numbered if not taken(candidate))


def _as_natives_spell(text: str, language: str) -> str:
    """Lower-case text with the letters for which readers of the language have a spelling of their own in ASCII."""
    letters = _LETTERS.get(base(language))
    return text.translate(letters) if letters else text


def has_letters_of(language: str, text: str) -> bool:
    """True if the text has letters for which readers of the language have a spelling of their own in ASCII."""
    letters = _LETTERS.get(base(language), {})
    return any(ord(letter) in letters for letter in text.lower() if not letter.isascii())


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
