"""Feeds: every field in its element, the page's own words, and answers that programs can keep."""

import datetime as dt
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils.http import http_date
from lxml import etree, html

from articles import acts
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published, saved, say
from tests.reading.conftest import article_elements
from tests.reading.test_all_that_is_said import SAID_IN_ORDER, everything_said
from tests.reading.test_article_page import full_piece

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}

IN_ORDER_OF_AN_ITEM = [
    "attribution", "notice-line", "amendment", "wording at-head", "dek", "editors-note", "p", "read-more",
    "editing-note", "translated", "credit", "bio", "disclosure", "wording",
]  # fmt: skip


def channel(response):
    return etree.fromstring(response.content).find("channel")


def text(element, name):
    return element.findtext(name, namespaces=SPACES)


def test_the_channel_says_whose_it_is_and_where_it_stands(site, settings):
    published(at=NOW)
    house, feed = Institution.objects.get(), channel(site.get("/feed.rss"))
    assert [text(feed, name) for name in ("title", "link", "description", "language", "ttl", "docs")] == [
        house.name,
        f"{settings.SITE_URL}/",
        "Questions of ports and people",
        "en",
        "60",
        "https://www.rssboard.org/rss-specification",
    ]
    (own,) = feed.findall("atom:link", SPACES)
    assert dict(own.attrib) == {
        "rel": "self",
        "type": "application/rss+xml",
        "href": f"{settings.SITE_URL}/feed.rss",
    }
    assert text(feed, "copyright") == f"© 2026 {house.copyright_holder}. All rights reserved."
    image = feed.find("image")
    assert [image.findtext("title"), image.findtext("link")] == [house.name, f"{settings.SITE_URL}/"]
    assert image.findtext("url").endswith(".png")


def test_an_item_carries_every_field_of_its_piece(site, settings):
    edition = full_piece()
    (item,) = channel(site.get("/feed.rss")).findall("item")
    address = f"{settings.SITE_URL}/articles/the-harbour-wakes/"
    holder = Institution.objects.get().copyright_holder
    named = ("title", "link", "guid", "pubDate", "dc:creator", "dc:language", "dc:rights", "description")
    assert [text(item, name) for name in named] == [
        "The Harbour Wakes",
        address,
        f"urn:uuid:{edition.uuid}",
        "Tue, 10 Mar 2026 05:00:00 -0400",
        "Ida Quay",
        "en",
        f"© 2026 {holder}. All rights reserved.",
        "A quiet port has a loud year.",
    ]
    assert item.find("guid").get("isPermaLink") == "false"
    assert {topic.text: topic.get("domain") for topic in item.findall("category")} == {
        "Ferries": f"{settings.SITE_URL}/topics/ferries/",
        "Ports": f"{settings.SITE_URL}/topics/ports/",
    }
    assert [(link.get("rel"), link.get("href")) for link in item.findall("atom:link", SPACES)] == [
        ("via", "https://lantern.example/a-crisis")
    ]
    assert item.find("dcterms:modified", SPACES) is None


def test_an_item_names_its_source_only_where_the_outlets_own_feed_is_known(site):
    def sources():
        return [
            (source.text, source.get("url"))
            for source in channel(site.get("/feed.rss")).iterfind("item/source")
        ]

    published(AppearanceFactory(outlet__name="Lantern").article, at=NOW)
    assert sources() == []
    published(
        AppearanceFactory(outlet__feed_url="https://beacon.example/feed", outlet__name="Beacon").article,
        at=NOW,
    )
    assert sources() == [("Beacon", "https://beacon.example/feed")]


def test_an_item_has_the_words_of_its_page_and_says_first_where_it_ran(site):
    edition = full_piece()
    (item,) = channel(site.get("/feed.rss")).findall("item")
    content = html.fromstring(f"<div>{text(item, 'content:encoded')}</div>")
    words = " ".join(content.text_content().split())
    for name, line in article_elements(site.get(edition.permalink.path)):
        said = words if name not in ("headline", "li") else f"{words} {text(item, 'title')}"
        if line not in ("Ports", "Ferries"):
            assert line in said, name
    order = [
        "This article was originally published in the Lantern.",
        "Commentary · Ida Quay · Translated by Nils Brack · March 10, 2026",
        "A quiet port",
        "Ships came in",
        "The harbour master's log.",
        "Ida Quay keeps the log.",
        "speaks for itself",
        "© 2026",
    ]
    places = [words.index(part) for part in order]
    assert places == sorted(places)


def test_an_item_says_first_where_it_ran_and_what_was_corrected_and_last_whose_it_is(site, clock, reading_at):
    everything_said(clock, reading_at)
    (item,) = channel(site.get("/feed.rss")).findall("item")
    content = html.fromstring(f"<div>{text(item, 'content:encoded')}</div>")
    words = " ".join(content.text_content().split())
    names = {line: name for name, line in SAID_IN_ORDER if name in IN_ORDER_OF_AN_ITEM}
    lines = sorted(names, key=lambda line: IN_ORDER_OF_AN_ITEM.index(names[line]))
    places = [words.index(line) for line in lines]
    assert places == sorted(places)
    assert words.endswith("not for Harbour. Licensed under CC BY-ND 4.0")
    assert words.count("originally published") == 1
    assert text(item, "dc:rights") is None  # the text is not ours to claim
    assert "Ships went out" not in etree.tostring(item, encoding="unicode")


def test_every_address_inside_an_item_works_away_from_the_page(site, settings):
    edition = full_piece()
    (item,) = channel(site.get("/feed.rss")).findall("item")
    content = html.fromstring(f"<div>{text(item, 'content:encoded')}</div>")
    page = f"{settings.SITE_URL}{edition.permalink.path}"
    assert set(content.xpath("//@href")) == {
        "https://lantern.example/a-crisis",
        f"{settings.SITE_URL}/authors/ida-quay/",
        f"{page}#note-1",
        f"{page}#ref-1",
    }


def test_several_authors_are_one_creator_joined_by_the_houses_word(site):
    say("und", at="and_word")
    article = ArticleFactory()
    for name in ("Ana Díaz", "Bo Li", "Cy Tau"):
        BylineFactory(article=article, author=None, name=name)
    published(article, at=NOW)
    (item,) = channel(site.get("/feed.rss")).findall("item")
    assert [creator.text for creator in item.findall("dc:creator", SPACES)] == ["Ana Díaz, Bo Li und Cy Tau"]


def test_an_update_keeps_its_id_and_place_and_says_when(site, clock, reading_at):
    article = ArticleFactory(headline="Before")
    published(article, at=NOW)
    published(headline="Newer", at=NOW + dt.timedelta(seconds=1), live_from=NOW + dt.timedelta(minutes=1))
    article.headline = "After"
    article.save()
    later = NOW + HOUR
    clock(later)
    told = acts.NoticeDraft("update", "Ships were counted again.")
    acts.publish(article, revision=saved(article, at=later), by=None, at=later, change=told)
    reading_at(later)
    newer, item = channel(site.get("/feed.rss")).findall("item")
    assert [newer.findtext("title"), item.findtext("title")] == ["Newer", "After"]
    assert item.findtext("guid") == f"urn:uuid:{article.uuid}"
    assert item.findtext("pubDate") == "Tue, 10 Mar 2026 05:00:00 -0400"
    assert text(item, "dcterms:modified") == "2026-03-10T06:00:00-04:00"


def test_a_piece_of_unknown_day_has_no_date_of_import(site):
    published(is_archive=True, at=NOW)
    (item,) = channel(site.get("/feed.rss")).findall("item")
    assert item.find("pubDate") is None


def test_a_day_far_east_stays_that_day(site):
    Institution.objects.update(time_zone="Pacific/Auckland")
    published(is_archive=True, first_published_on=dt.date(2018, 7, 9), at=NOW)
    (item,) = channel(site.get("/feed.rss")).findall("item")
    assert item.findtext("pubDate") == "Mon, 09 Jul 2018 12:00:00 +1200"


@pytest.mark.long
def test_a_feed_holds_the_thirty_newest(site):
    for n in range(32):
        published(headline=f"{n:02}", at=NOW)
    items = channel(site.get("/feed.rss")).findall("item")
    assert [item.findtext("title") for item in items] == [f"{n:02}" for n in range(31, 1, -1)]


def test_readers_of_feeds_understand_it(site):
    edition = full_piece()
    response = site.get("/feed.rss")
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    read = feedparser.parse(response.content)
    assert not read.bozo
    (entry,) = read.entries
    assert entry.id == f"urn:uuid:{edition.uuid}"
    assert (entry.title, entry.author) == ("The Harbour Wakes", "Ida Quay")
    assert entry.content[0].value.startswith(
        '<div dir="ltr" lang="en">\n<p class="attribution">This article was originally published in the <a'
    )
    assert {tag.term for tag in entry.tags} == {"Ports", "Ferries"}


OWN_FEEDS = [("authors/ida-quay", "Ida Quay"), ("outlets/lantern", "The Lantern"), ("topics/ports", "Ports")]


@pytest.mark.parametrize(("place", "title"), OWN_FEEDS)
def test_each_author_outlet_and_topic_has_a_feed_of_its_own(site, settings, place, title):
    full_piece()
    published(headline="Another", at=NOW)
    feed = channel(site.get(f"/{place}/feed.rss"))
    assert text(feed, "title") == f"{Institution.objects.get().name}: {title}"
    assert text(feed, "link") == f"{settings.SITE_URL}/{place}/"
    assert [item.findtext("title") for item in feed.findall("item")] == ["The Harbour Wakes"]


def test_the_same_bytes_have_the_same_tag_and_are_not_sent_twice(site):
    published(at=NOW)
    first = site.get("/feed.rss")
    tag = first.headers["ETag"]
    again = site.get("/feed.rss", headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    for header in ("Access-Control-Allow-Origin", "Cache-Control"):
        assert again.headers[header] == first.headers[header]
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert first.headers["Cache-Control"] == "public, max-age=900, s-maxage=10"
    published(at=NOW)
    changed = site.get("/feed.rss", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


def test_what_no_act_dates_is_news_to_programs_that_ask_by_date_alone(site, reading_at):
    """A merge moves pieces to another feed; a house's words are changed in its record."""
    published(at=NOW)
    reading_at(NOW + DAY)
    Institution.objects.update(strapline="Harbours, in short")
    answer = site.get("/feed.rss", headers={"if-modified-since": http_date((NOW + HOUR).timestamp())})
    assert (answer.status_code, "Last-Modified" in answer.headers) == (200, False)
    assert b"Harbours, in short" in answer.content


def test_a_scheduled_piece_changes_the_tag_at_its_second_and_not_before(site, reading_at):
    published(at=NOW)
    published(headline="Coming", at=NOW, live_from=NOW + HOUR)
    tag = site.get("/feed.rss").headers["ETag"]
    reading_at(NOW + HOUR - dt.timedelta(microseconds=1))
    asked = {"if-none-match": tag}
    # `lastBuildDate` and the items are all there is: before its second nothing of either moves.
    assert site.get("/feed.rss", headers=asked).status_code == 304
    reading_at(NOW + HOUR)
    assert b"Coming" in site.get("/feed.rss", headers=asked).content


def test_an_empty_feed_is_the_same_feed_at_any_hour(site, reading_at):
    first = site.get("/feed.rss").content
    reading_at(NOW + HOUR)
    assert site.get("/feed.rss").content == first
    assert ElementTree.fromstring(first).find("channel/item") is None
