"""RSS 2.0: write a channel and its items as one document.

All text passes `_Writer.element`, which drops characters that XML 1.0 forbids: one control character pasted from a
word processor would make the whole feed invalid.
"""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import format_datetime
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from reading.documents.listed import ListedFile
from reading.feeds.items import Channel, FeedItem
from reading.pictures.sharing import SharedPicture

MEDIA_TYPE = "application/rss+xml"
TTL_MINUTES = 60
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
}
# Everything but the characters of XML 1.0 §2.2.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Writer:
    """XML with `around` for nested elements and `element` for text; empty elements are not written."""

    def __init__(self) -> None:
        self.out = StringIO()
        self.xml = SimplerXMLGenerator(self.out, "utf-8")

    @contextmanager
    def around(self, name: str, **attributes: str) -> Iterator[None]:
        self.xml.startElement(name, AttributesImpl(attributes))
        yield
        self.xml.endElement(name)

    def element(self, name: str, text: str = "", **attributes: str) -> None:
        if text or attributes:
            clean = {key: _FORBIDDEN.sub("", value) for key, value in attributes.items()}
            self.xml.addQuickElement(name, _FORBIDDEN.sub("", text), clean)


def rss(channel: Channel, items: list[FeedItem]) -> bytes:
    """An RSS document in UTF-8 (https://www.rssboard.org/rss-specification)."""
    writer = _Writer()
    writer.xml.startDocument()
    spaces = {f"xmlns:{prefix}": uri for prefix, uri in _NAMESPACES.items()}
    with writer.around("rss", version="2.0", **spaces), writer.around("channel"):
        _channel(writer, channel)
        for item in items:
            with writer.around("item", **_in(item.language if item.language != channel.language else "")):
                _item(writer, item)
    writer.xml.endDocument()
    return writer.out.getvalue().encode()


def _channel(writer: _Writer, channel: Channel) -> None:
    element = writer.element
    element("title", channel.title)
    element("link", channel.address)
    element("description", channel.description)
    element("language", channel.language)
    element("copyright", channel.rights)
    element("lastBuildDate", _date(channel.changed_at))
    element("atom:link", rel="self", type=MEDIA_TYPE, href=channel.feed_address)
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


def _item(writer: _Writer, item: FeedItem) -> None:
    element = writer.element
    element("title", item.title, **_in(item.spoken))
    element("link", item.address)
    element("guid", item.id, isPermaLink="false")
    element("pubDate", _date(item.published))
    element("dcterms:modified", item.modified.isoformat(timespec="seconds") if item.modified else "")
    element("dc:creator", item.creator)
    if item.publisher:
        element("dc:publisher", item.publisher, **_in(item.publisher_language))
    element("dc:language", item.language)
    element("dc:rights", item.rights)
    for topic in item.topics:
        # Some readers split a category at its commas.
        element("category", topic.name.replace(",", ""), domain=topic.address, **_in(topic.language))
    if item.source_feed:
        element("source", item.source, url=item.source_feed)
    for original in item.originals:
        element("atom:link", rel="via", href=original)
    if item.summary:
        element("description", item.summary, **_in(item.spoken))
    element("content:encoded", item.content)
    if item.image:
        _image(writer, item.image)
    if item.enclosure:
        _enclosure(writer, item.enclosure)


def _image(writer: _Writer, image: SharedPicture) -> None:
    """The lead picture (https://www.rssboard.org/media-rss). No enclosure: some readers offer those to download."""
    size = {"width": str(image.width), "height": str(image.height)}
    with writer.around("media:content", url=image.address, medium="image", type=image.media_type, **size):
        if image.alt:
            writer.element("media:description", image.alt, type="plain")
        writer.element("media:credit", image.credit)
        if image.licence:
            writer.element("media:license", image.licence_name, type="text/html", href=image.licence)


def _enclosure(writer: _Writer, file: ListedFile) -> None:
    """The first file of the piece; an item has one enclosure, because many readers take the first or the last alone."""
    writer.element("enclosure", url=file.printed_at, length=str(file.bytes), type=file.media_type)


def _in(language: str) -> dict[str, str]:
    """The attribute of an element in another language than the one around it (XML 1.0 §2.12)."""
    return {"xml:lang": language} if language else {}


def _date(instant: dt.datetime | None) -> str:
    return format_datetime(instant) if instant else ""
