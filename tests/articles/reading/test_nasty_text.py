"""Whatever was typed, pages and feeds stay well-formed and say it as text.

The text goes the way of real text: cleaned as the manuscript's fields clean it, printed by `print_`, then drawn.
"""

import datetime as dt
import re
import uuid

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from articles.document import article_document
from articles.facts import Facts, PrintedWording
from articles.house import House, Link
from articles.models.edition import Edition, Permalink
from articles.printing import print_
from articles.reading.items import item
from articles.reading.rss import Channel, rss
from articles.records import Person, Records, Style, Venue
from disclaimers import joining
from prose.clean import clean_html
from prose.typography import clean_line, clean_text

NASTY = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["\x00", "\ud800", "]]>", "</script>", "<script>", "&", "&amp;", "<", '"', "'", "\u202e", "\u200f", "\x0b",
         "\ufffe", "{{ x }}", "{% if %}", "<!--", "-->", "<![CDATA[", "港", "مرفأ", "\n", "a b", "%s", "\ue000"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOON = dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC)


def edition_of(text: str) -> Edition:
    """An edition with this text in every place an editor can write to."""
    line, several = clean_line(text), clean_text(text)
    style = Style(templates=joining.words(None, "en") | {"copyright_format": "© {holder}"})
    records = Records(
        institution=1,
        kind=1,
        language="en",
        kind_label=line,
        holder=line,
        style=style,
        people={1: Person(1, "x", line or "X", line)},
        venues={1: Venue(1, "x", line or "X")},
    )
    appearance = {
        "relation": "original",
        "outlet_id": 1,
        "outlet_name": "",
        "headline": line,
        "url": "https://lantern.example/?a=1&b=2",
        "published_on": "2020-06-11",
        "precision": "day",
        "language": "",
    }
    content = {
        "language": "en",
        "headline": line,
        "dek": line,
        "body": clean_html(f"<p>{text}</p><p>{html_escaped(text)}<span data-footnote>{text}</span></p>"),
        "copyright_line": line,
        "is_archive": False,
        "bylines": [{"role": "author", "author_id": 1, "name": "", "bio": several}],
        "appearances": [appearance],
    }
    facts = Facts(
        content=content,
        records=records,
        wordings=(PrintedWording(several, "de"),),
        topics=((line or "X", "x"),),
        live_from=NOON,
        first_published_on=NOON.date(),
        first_published_at=NOON,
        modified_at=None,
        time_zone="UTC",
    )
    return Edition(uuid=uuid.UUID(int=1), permalink=Permalink(slug="x"), **print_(facts).columns)


def html_escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(NASTY)
def test_a_feed_is_well_formed_and_its_text_is_text(text):
    line = clean_line(text)
    house = House(name=line or "House")
    channel = Channel(
        line, "https://x.example/", "https://x.example/feed.rss", text, "en", "https://x.example/i"
    )
    document = rss(channel, [item(edition_of(text), house)])
    root = etree.fromstring(document)
    assert " ".join((root.findtext("channel/item/title") or "").split()) == line
    read = feedparser.parse(document)
    assert not read.bozo
    content = html.fromstring(f"<div>{read.entries[0].content[0].value}</div>")
    assert not content.xpath("//script | //style | //@*[starts-with(name(), 'on')]")
    assert all(address.startswith(("https://", "http://")) for address in content.xpath("//@href"))


@given(NASTY)
def test_a_page_is_well_formed_and_its_text_is_text(text):
    line = clean_line(text)
    house = House(name=line or "House", strapline=line, links=(Link(line or "X", "https://x.example"),))
    document = article_document(edition_of(text), house)
    assert not FORBIDDEN_IN_XML.search(document)
    page = html.document_fromstring(document)
    assert page.xpath('string(//h1[@class="headline"])') == line
    assert not page.xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]")
    assert len(page.xpath("//article")) == 1


@given(st.text())
def test_even_text_that_nobody_cleaned_cannot_break_a_feed(text):
    channel = Channel(
        text, "https://x.example/", f"https://x.example/{text}", text, "en", "https://x.example/i"
    )
    root = etree.fromstring(rss(channel, []))
    assert root.find("channel") is not None
