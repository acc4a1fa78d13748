"""Sitemaps as XML: the index, a list of addresses, the news (sitemaps.org 0.9; Google, news sitemaps 0.9)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

from articles.addresses import absolute
from prose.languages import base
from reading.sitemaps.places import ListedPage, News

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_PLAIN: "AttributesImpl[str]" = AttributesImpl({})
_CHINESE = {"zh-Hans": "zh-cn", "zh-Hant": "zh-tw"}


def index_document(places: Iterable[ListedPage]) -> str:
    """A sitemap index; `places` are the paths of sitemaps."""
    return _listing("sitemapindex", "sitemap", places)


def address_document(places: Iterable[ListedPage]) -> str:
    """A sitemap of pages."""
    return _listing("urlset", "url", places)


def news_document(pieces: Iterable[tuple[News, dt.tzinfo]]) -> str:
    """A sitemap of news; each piece with the zone in which its house counts its days."""
    text = StringIO()
    with _root(text, "urlset", {"xmlns:news": NEWS}) as xml:
        for piece, zone in pieces:
            xml.startElement("url", _PLAIN)
            xml.addQuickElement("loc", absolute(piece.path))
            _news(xml, piece, zone)
            xml.endElement("url")
    return text.getvalue()


def _news(xml: SimplerXMLGenerator, piece: News, zone: dt.tzinfo) -> None:
    xml.startElement("news:news", _PLAIN)
    xml.startElement("news:publication", _PLAIN)
    xml.addQuickElement("news:name", piece.publication)
    xml.addQuickElement("news:language", _CHINESE.get(piece.language) or base(piece.language))
    xml.endElement("news:publication")
    xml.addQuickElement("news:publication_date", _instant(piece.published_at.astimezone(zone)))
    xml.addQuickElement("news:title", piece.title)
    xml.endElement("news:news")


def _listing(root: str, element: str, places: Iterable[ListedPage]) -> str:
    text = StringIO()
    with _root(text, root, {}) as xml:
        for place in places:
            xml.startElement(element, _PLAIN)
            xml.addQuickElement("loc", absolute(place.path))
            if place.changed_at:
                xml.addQuickElement("lastmod", _instant(place.changed_at))
            xml.endElement(element)
    return text.getvalue()


@contextmanager
def _root(text: StringIO, name: str, spaces: dict[str, str]) -> Iterator[SimplerXMLGenerator]:
    xml = SimplerXMLGenerator(text, "utf-8")
    xml.startDocument()
    xml.startElement(name, AttributesImpl({"xmlns": SITEMAP, **spaces}))
    yield xml
    xml.endElement(name)
    xml.endDocument()


def _instant(instant: dt.datetime) -> str:
    return instant.isoformat(timespec="seconds")
