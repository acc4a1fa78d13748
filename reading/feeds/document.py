"""XML of feeds: a writer whose text is always valid, and the elements that RSS and Atom share."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from reading.feeds.channel import Channel, FeedItem, FeedOriginal
from reading.feeds.kinds import FeedKind
from reading.kept import LastingValues
from reading.pictures.sharing import SharedPicture

ATOM = "http://www.w3.org/2005/Atom"
FEED_HISTORY = "http://purl.org/syndication/history/1.0"
MEDIA = "http://search.yahoo.com/mrss/"
# Everything but the characters of XML 1.0 §2.2.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text without characters that XML 1.0 forbids: one pasted control character would break the whole feed."""
    return _FORBIDDEN.sub("", text)


def in_language(language: str) -> dict[str, str]:
    """The attribute of an element in another language than the one around it (XML 1.0 §2.12)."""
    return {"xml:lang": language} if language else {}


class FeedDocument:
    """XML with `around` for nested elements and `element` for text; empty elements are not written."""

    def __init__(self, *, is_part: bool = False) -> None:
        """`is_part`: without the declaration of XML, for a part of another document."""
        self.out = StringIO()
        self.xml = SimplerXMLGenerator(self.out, "utf-8")
        if not is_part:
            self.xml.startDocument()

    @contextmanager
    def around(self, name: str, /, **attributes: str) -> Iterator[None]:
        self.xml.startElement(name, AttributesImpl(attributes))
        yield
        self.xml.endElement(name)

    def element(self, name: str, text: str = "", /, **attributes: str) -> None:
        """An element; an attribute may be called "text" too, as in OPML."""
        if text or attributes:
            clean = {key: allowed(value) for key, value in attributes.items()}
            self.xml.addQuickElement(name, allowed(text), clean)

    def items(self, name: str, items: list[FeedItem], language: str, write: "WriteItem") -> None:
        """An element for each item of a feed in a language; one that was written for another feed stands in memory."""
        for item in items:
            self.out.write(_item_xml(name, item, item.language_in(language), write))

    def picture(self, image: SharedPicture) -> None:
        """The lead picture (https://www.rssboard.org/media-rss). No enclosure: some readers offer it to download."""
        size = {"width": str(image.width), "height": str(image.height)}
        with self.around("media:content", url=image.address, medium="image", type=image.media_type, **size):
            if image.alt:
                self.element("media:description", image.alt, type="plain")
            self.element("media:credit", image.credit)
            if image.licence:
                self.element("media:license", image.licence_name, type="text/html", href=image.licence)

    def original(self, link: str, rel: str, original: FeedOriginal) -> None:
        """A link to where the piece ran first, named by the outlet. `link`: the name of Atom's element."""
        title = {"title": original.title} if original.title else {}
        self.element(link, rel=rel, type="text/html", href=original.address, **title)

    def archives(self, channel: Channel, kind: FeedKind, link: str) -> None:
        """The archives beside a document (RFC 5005 §4). `link`: the name of Atom's element for links."""
        months = channel.months
        if months.own:
            self.xml.addQuickElement("fh:archive")
            self.element(link, rel="current", type=kind.media_type, href=channel.at(kind.ending))
        for rel, month in (("prev-archive", months.previous), ("next-archive", months.following)):
            if month:
                self.element(link, rel=rel, type=kind.media_type, href=channel.at(kind.ending, month))

    @property
    def bytes(self) -> bytes:
        """The document in UTF-8."""
        self.xml.endDocument()
        return self.out.getvalue().encode()


WriteItem = Callable[[FeedDocument, FeedItem], None]
_XML: LastingValues[str] = LastingValues(most_bytes=24_000_000)


def _item_xml(name: str, item: FeedItem, language: str, write: WriteItem) -> str:
    """An item as XML; `language`: its own, "" where that is the feed's."""

    def make() -> str:
        part = FeedDocument(is_part=True)
        with part.around(name, **in_language(language)):
            write(part, item)
        return part.out.getvalue()

    return _XML.get((name, item, language), make, len)
