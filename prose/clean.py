"""The one door every body passes, from forms, saves and imports alike."""

import re

import nh3

from prose.allowed import PULL_QUOTE, TAGS
from prose.errors import ProseError
from prose.limits import MAX_BODY_CHARS
from prose.links import is_safe_href
from prose.typography import without_unseen


def _attribute(tag: str, name: str, value: str) -> str | None:
    value = without_unseen(value)
    if name == "href":
        return value if is_safe_href(value) else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) - {"class"} for tag, names in TAGS.items()},
    allowed_classes={"aside": {PULL_QUOTE}},
    attribute_filter=_attribute,
    link_rel=None,
    url_schemes={"http", "https", "mailto"},
)


def clean_html(html: str) -> str:
    """The body as it is stored: nothing outside ``prose.allowed`` in it. Cleaning twice changes nothing more.

    Raises ``ProseError``, before any parsing, for a text longer or nested deeper than ``prose.limits`` allows.
    """
    if len(html) > MAX_BODY_CHARS:
        raise ProseError(
            f"This text is too long: {len(html):,} characters with its markup; at most {MAX_BODY_CHARS:,} fit."
        )
    return without_unseen(_CLEANER.clean(without_unseen(html))).strip()


def unsafe_links(html: str) -> list[str]:
    """The addresses behind links that ``clean_html`` would take away, in order."""
    return [href for href in re.findall(r'<a\s[^>]*href="([^"]*)"', html) if not is_safe_href(href)]
