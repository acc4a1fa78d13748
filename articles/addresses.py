"""Absolute addresses, on the host named in the settings, never on the one a request claims."""

import re
from urllib.parse import quote, urljoin

from django.conf import settings

from prose.languages import BASES

# Attribute values of printed HTML are double-quoted and hold no bare quote, text holds no bare "<".
KEPT_FOR_THE_SITE = frozenset(
    {
        "admin", "archive", "articles", "authors", "cards", "colours", "corrections", "feeds", "files", "houses",
        "kinds", "languages", "outlets", "pictures", "search", "series", "shared", "static", "style",
        "topics", "welcome",
        *BASES,
    }
)  # fmt: skip
"""First words of other addresses of the site: no page of it may have one of them."""

_LINK = re.compile(r'(<a(?:\s+[a-z-]+="[^"]*")*?\s+href=")([^"]*)')


def article_path(slug: str) -> str:
    """The path of a piece with this slug: "a-crisis" -> "/articles/a-crisis/"."""
    return f"/articles/{slug}/"


def page_path(slug: str) -> str:
    """The path of a page of the site: "about" -> "/about/"."""
    return f"/{slug}/"


def absolute(path: str) -> str:
    """The absolute address of a path: "/feed.rss" -> "https://desk.example/feed.rss"."""
    return f"{settings.SITE_URL}{path}"


def with_absolute_links(html: str, base: str) -> str:
    """Printed HTML with links that work away from its page at `base`; links to notes lead to the page's notes."""
    return _LINK.sub(lambda match: match[1] + urljoin(base, match[2]), html)


def mail(contact: str, subject: str) -> str:
    """A mailto address with its subject (RFC 6068); empty without a contact."""
    return f"mailto:{quote(contact, safe='@')}?subject={quote(subject, safe='')}" if contact else ""
