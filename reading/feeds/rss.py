"""RSS 2.0: write a channel and its items as one document."""

import datetime as dt
from email.utils import format_datetime

from reading.documents.listed import ListedFile
from reading.feeds.channel import Channel, FeedItem
from reading.feeds.document import ATOM, FEED_HISTORY, MEDIA, FeedDocument, in_language
from reading.feeds.kinds import RSS

TTL_MINUTES = 60
_NAMESPACES = {
    "atom": ATOM,
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": FEED_HISTORY,
    "media": MEDIA,
}


def rss(channel: Channel, items: list[FeedItem]) -> bytes:
    """An RSS document in UTF-8 (https://www.rssboard.org/rss-specification)."""
    writer = FeedDocument()
    spaces = {f"xmlns:{prefix}": uri for prefix, uri in _NAMESPACES.items()}
    with writer.around("rss", version="2.0", **spaces), writer.around("channel"):
        _channel(writer, channel)
        writer.items("item", items, channel.language, _item)
    return writer.bytes


def _channel(writer: FeedDocument, channel: Channel) -> None:
    element = writer.element
    element("title", channel.title)
    element("link", channel.address)
    element("description", channel.description)
    element("language", channel.language)
    element("copyright", channel.rights)
    element("lastBuildDate", _date(channel.changed_at))
    element("atom:link", rel="self", type=RSS.media_type, href=channel.own_address(RSS.ending))
    if channel.hub:
        element("atom:link", rel="hub", href=channel.hub)
    writer.archives(channel, RSS, "atom:link")
    element("docs", "https://www.rssboard.org/rss-specification")
    element("generator", "thinktank")
    element("ttl", str(TTL_MINUTES))
    with writer.around("image"):
        element("url", channel.image.address)
        element("title", channel.title)
        element("link", channel.address)
        element("width", str(channel.image.width or ""))
        element("height", str(channel.image.height or ""))
        element("description", channel.image.credit)


def _item(writer: FeedDocument, item: FeedItem) -> None:
    element = writer.element
    element("title", item.title, **in_language(item.spoken))
    element("link", item.address)
    element("guid", item.id, isPermaLink="false")
    element("pubDate", _date(item.published))
    element("dcterms:modified", item.modified.isoformat(timespec="seconds") if item.modified else "")
    element("dc:creator", item.creator)
    for person in item.contributors:
        element("dc:contributor", person.name)
    if item.publisher:
        element("dc:publisher", item.publisher, **in_language(item.publisher_language))
    element("dc:language", item.language)
    element("dc:rights", item.rights)
    for topic in item.topics:
        # Some readers split a category at its commas.
        element("category", topic.name.replace(",", ""), domain=topic.address, **in_language(topic.language))
    if item.source_feed:
        element("source", item.source, url=item.source_feed)
    for original in item.originals:
        writer.original("atom:link", "via", original)
    if item.summary:
        element("description", item.summary, **in_language(item.spoken))
    element("content:encoded", item.content)
    if item.image:
        writer.picture(item.image)
    if item.enclosure:
        _enclosure(writer, item.enclosure)


def _enclosure(writer: FeedDocument, file: ListedFile) -> None:
    """The first file of the piece; an item has one enclosure, because many readers take the first or the last alone."""
    writer.element("enclosure", url=file.printed_at, length=str(file.bytes), type=file.media_type)


def _date(instant: dt.datetime | None) -> str:
    return format_datetime(instant) if instant else ""
