"""Addresses in full: on the host the settings name, never the one a request claims."""

import re
from urllib.parse import quote, urljoin

from django.conf import settings

# Attribute values of printed HTML are double-quoted and hold no bare quote, text holds no bare "<".
_LINK = re.compile(r'(<a(?:\s+[a-z-]+="[^"]*")*?\s+href=")([^"]*)')


def article_path(slug: str) -> str:
    """The path of a piece with this slug: "a-crisis" -> "/articles/a-crisis/"."""
    return f"/articles/{slug}/"


def absolute(path: str) -> str:
    """An address of this site in full: "/feed.rss" -> "https://desk.example/feed.rss"."""
    return f"{settings.SITE_URL}{path}"


def with_absolute_links(html: str, base: str) -> str:
    """Printed HTML whose links work away from its page at `base`: notes lead to the page's own notes."""
    return _LINK.sub(lambda found: found[1] + urljoin(base, found[2]), html)


def mail(contact: str, subject: str) -> str:
    """A mailto address with its subject (RFC 6068)."""
    return f"mailto:{quote(contact, safe='@')}?subject={quote(subject, safe='')}" if contact else ""
