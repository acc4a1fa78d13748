"""Writers of feeds by the endings of their addresses: each writes the same channel and items."""

import re
from collections.abc import Callable

from reading.feeds.atom import atom
from reading.feeds.channel import Channel, FeedItem
from reading.feeds.json_feed import json_feed
from reading.feeds.kinds import ATOM, JSON_FEED, RSS, FeedKind
from reading.feeds.rss import rss
from reading.pictures.faces import FeedImage

WriteFeed = Callable[[Channel, list[FeedItem]], bytes]
FORMATS: dict[str, tuple[FeedKind, WriteFeed]] = {
    kind.ending: (kind, write) for kind, write in ((RSS, rss), (ATOM, atom), (JSON_FEED, json_feed))
}


_ITEM = {
    RSS.ending: re.compile("<item.*</item>", re.DOTALL),
    ATOM.ending: re.compile("<entry.*</entry>", re.DOTALL),
    JSON_FEED.ending: re.compile(r"(?<=\[\n)  \{.*\}(?=\n \]\n\}$)", re.DOTALL),
}


def write_feed(channel: Channel, items: list[FeedItem], ending: str) -> tuple[bytes, str]:
    """A feed in a format, and its content type."""
    kind, write = FORMATS[ending]
    return write(channel, items), f"{kind.media_type}; charset=utf-8"


def item_source(item: FeedItem, ending: str, language: str) -> str:
    """The item as it stands in each feed of a format, letter by letter. `language`: that of the house."""
    document, _ = write_feed(Channel("", "", "", "", language, FeedImage("")), [item], ending)
    own = _ITEM[ending].search(document.decode())
    return own[0] if own else ""
