"""Whatever was typed, pages and feeds stay well-formed and say it as text.

The text goes the way of real text: cleaned as the manuscript's fields clean it, printed by `print_`, then drawn.
"""

import datetime as dt
import json
import re
import uuid
from dataclasses import replace

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from articles.models import Revision
from articles.models.edition import Edition, Permalink
from articles.press.columns import print_columns
from articles.press.facts import Facts, LicenceFact, NoticeFact
from articles.press.names import Names, Person, PrintedTopic, Style
from articles.press.printed_wording import PrintedWording
from articles.rights.rule import Permission, combine_permissions
from articles.snapshot import content_of
from disclaimers.phrases import phrases_for
from outlets.naming import OutletNaming
from prose.html.clean import clean_html
from prose.typography import clean_line, clean_text
from reading.feeds.atom import atom
from reading.feeds.channel import Channel
from reading.feeds.document import allowed
from reading.feeds.items import feed_item
from reading.feeds.json_feed import json_feed
from reading.feeds.rss import rss
from reading.pictures.faces import FeedImage
from reading.piece.article import article_document
from reading.piece.republishing import copy_of, republish_document
from reading.site import Link, Site
from tests.conftest import NOW

pytestmark = pytest.mark.long

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
    style = Style(templates=phrases_for([], "en") | {"copyright_format": "© {holder}"})
    records = Names(
        institution=1,
        kind=1,
        language="en",
        kind_label=line,
        holder=line,
        style=style,
        people={1: Person(1, "x", line or "X", line)},
        venues={1: OutletNaming(line or "X", id=1, slug="x")},
    )
    place = {
        "outlet_id": 1, "headline": line, "url": "https://lantern.example/?a=1&b=2", "published_on": "2020-06-11",
        "section": line, "issue": line, "page": line,
    }  # fmt: skip
    typed = {
        "language": "en", "headline": line, "dek": line, "copyright_line": line, "editing_note": line,
        "series": line, "region": line, "licence_exceptions": line, "editors_note": several,
        "body": clean_html(f"<p>{text}</p><p>{html_escaped(text)}<span data-footnote>{text}</span></p>"),
        "bylines": [{"author_id": 1, "bio": several}, {"role": "editor", "name": line, "section": line}],
        "appearances": [place, place | {"relation": "also", "outlet_id": None, "outlet_name": line}],
        "disclosures": [{"subject": "ai", "text": several, "tool": line, "task": line, "checked_by": line}],
    }  # fmt: skip
    told = NoticeFact(1, "correction", NOON.date(), several, line, line, href="/articles/x/", title=line)
    terms = {"granted_by": line, "credit": line, "granted_on": NOON.date(), "may_be_passed_on": True}
    facts = Facts(
        content=content_of(Revision(content=typed)),
        names=records,
        wordings=(PrintedWording(several, "de"), PrintedWording(several, "en", placement="head")),
        topics=(PrintedTopic(line or "X", "x"),),
        live_from=NOON,
        first_published_on=NOON.date(),
        first_published_at=NOON,
        modified_at=None,
        time_zone="UTC",
        allowed=combine_permissions([Permission(line, "granted", **terms)], NOON),
        notices=(told, replace(told, id=2, amends=1)),
        licence=LicenceFact(line or "X", "https://licences.example/?a=1&b=2", allows_republication=True),
        offers_republication=True,
        republication_terms=several,
    )
    edition = Edition(uuid=uuid.UUID(int=1), permalink=Permalink(path="/articles/x/"), **print_columns(facts))
    # As the page's own query loads them.
    notice = {"institution": 1, "purpose": "legal", "language": "", "is_for_archive": False, "text": several}
    edition.standing, edition.parents, edition.has_translations = [notice], [], False
    return edition


def html_escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(NASTY)
def test_a_feed_is_well_formed_and_its_text_is_text(text):
    line = clean_line(text)
    house = Site(name=line or "House")
    channel = Channel(
        line,
        "https://x.example/",
        "https://x.example/",
        text,
        "en",
        FeedImage("https://x.example/i"),
        publisher="X",
    )
    items = [feed_item(edition_of(text), house, NOW)]
    document = rss(channel, items)
    root = etree.fromstring(document)
    assert " ".join((root.findtext("channel/item/title") or "").split()) == line
    read = feedparser.parse(document)
    assert not read.bozo
    entry = feedparser.parse(atom(channel, items)).entries[0]
    told = json.loads(json_feed(channel, items))["items"][0]
    assert entry.content[0].value == read.entries[0].content[0].value
    assert told["content_html"] == allowed(items[0].content)
    assert " ".join(told.get("title", "").split()) == line
    content = html.fromstring(f"<div>{read.entries[0].content[0].value}</div>")
    assert not content.xpath("//script | //style | //@*[starts-with(name(), 'on')]")
    assert all(address.startswith(("https://", "http://")) for address in content.xpath("//@href"))


@pytest.mark.django_db
@given(NASTY)
def test_a_page_is_well_formed_and_its_text_is_text(text):
    line = clean_line(text)
    house = Site(name=line or "House", strapline=line, links=(Link(line or "X", "https://x.example"),))
    document = article_document(edition_of(text), house, NOW)
    assert not FORBIDDEN_IN_XML.search(document)
    page = html.document_fromstring(document)
    assert page.xpath('string(//h1[contains(@class, "headline")])') == line
    (script,) = page.xpath("//script[not(@src)]")
    article = json.loads(script.text)["@graph"][0]
    assert (script.get("type"), article.get("headline", "")) == ("application/ld+json", line)
    assert not page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]")
    assert len(page.xpath("//article")) == 1


@given(NASTY)
def test_a_copy_to_republish_is_the_same_as_text_and_as_it_looks(text):
    edition = edition_of(text)
    house = Site(name="House")
    document = republish_document(edition, house, NOW)
    assert not FORBIDDEN_IN_XML.search(document)
    page = html.document_fromstring(document)
    (typed,) = page.xpath("//textarea")
    assert typed.text.strip() == copy_of(edition, house, NOW).replace("\r\n", "\n").strip()
    assert not page.xpath(
        "//script | //style | //@style | //@*[starts-with(name(), 'on')] | //article//textarea"
    )
    assert len(page.xpath("//textarea")) == 1


@given(st.text())
def test_even_text_that_nobody_cleaned_cannot_break_a_feed(text):
    channel = Channel(
        text, "https://x.example/", f"https://x.example/{text}", text, "en", FeedImage("https://x.example/i")
    )
    root = etree.fromstring(rss(channel, []))
    assert root.find("channel") is not None
