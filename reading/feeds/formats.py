"""WriteFeeds of feeds by the endings of their addresses: each writes the same channel and items."""

from collections.abc import Callable

from reading.feeds.atom import atom
from reading.feeds.channel import Channel, FeedItem
from reading.feeds.json_feed import json_feed
from reading.feeds.kinds import ATOM, JSON_FEED, RSS, FeedKind
from reading.feeds.rss import rss

WriteFeed = Callable[[Channel, list[FeedItem]], bytes]
FORMATS: dict[str, tuple[FeedKind, WriteFeed]] = {
    kind.ending: (kind, write) for kind, write in ((RSS, rss), (ATOM, atom), (JSON_FEED, json_feed))
}


def write_feed(channel: Channel, items: list[FeedItem], ending: str) -> tuple[bytes, str]:
    """A feed in a format, and its content type."""
    kind, write = FORMATS[ending]
    return write(channel, items), f"{kind.media_type}; charset=utf-8"
