"""Kinds of feeds by the endings of their addresses: what a page must know to link to one, and no more."""

from typing import NamedTuple


class FeedKind(NamedTuple):
    """A format of feeds: the ending of its addresses, its name for people, its media type."""

    ending: str
    name: str
    media_type: str


RSS = FeedKind("rss", "RSS", "application/rss+xml")
ATOM = FeedKind("atom", "Atom", "application/atom+xml")
JSON_FEED = FeedKind("json", "JSON Feed", "application/feed+json")
KINDS = (RSS, ATOM, JSON_FEED)
"""The usual one first."""
