"""A piece taken down: its notice under every address it had, in no list, and in its feeds for ninety days."""

import datetime as dt

import pytest
from lxml import html

from articles import acts
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    published,
    saved,
)
from tests.kept import kept
from tests.reading.test_feeds import channel, text
from tests.reading.test_lists import headlines

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
SENTENCE = "A court asked for it."
FEEDS = ["/feed.rss", "/authors/ida-quay/feed.rss", "/outlets/lantern/feed.rss", "/topics/ports/feed.rss"]


def piece(headline: str):
    article = ArticleFactory(headline=headline, topics=["Ports"])
    ida = AuthorFactory._meta.model.objects.filter(slug="ida-quay").first()
    BylineFactory(article=article, author=ida or AuthorFactory(display_name="Ida Quay", slug="ida-quay"))
    lantern = OutletFactory._meta.model.objects.filter(slug="lantern").first()
    AppearanceFactory(article=article, outlet=lantern or OutletFactory(name="Lantern", slug="lantern"))
    return article


@kept
def two(desk):
    """Two pieces by the same author, in the same outlet, on the same topic; the first is the newer."""
    older, newer = piece("The Older"), piece("The Newer")
    older.is_archive, older.first_published_on = True, NOW.date() - DAY
    older.save()
    published(older, at=NOW)
    published(newer, at=NOW)
    return newer, older


@pytest.fixture
def take_down(clock, reading_at):
    def act(article, at=NOW + HOUR, because="privacy", **facts):
        clock(at)
        acts.take_down(
            article, because=because, sentence=SENTENCE, by=None, at=at, reason="Asked to.", **facts
        )
        reading_at(at)

    return act


@pytest.mark.parametrize(
    ("because", "status"), [("legal", 451), ("privacy", 410), ("safety", 410), ("rights", 410)]
)
def test_its_address_says_that_it_is_gone_or_withheld_by_law(site, two, take_down, because, status):
    take_down(two[0], because=because)
    answer = site.get("/articles/the-newer/")
    assert answer.status_code == status
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Link" not in answer.headers  # who demanded it is not on record, so nobody is named
    page = html.fromstring(answer.content.decode())
    (article,) = page.iter("article")
    assert (
        " ".join(article.text_content().split())
        == f"Commentary Taken down: The Newer March 10, 2026: {SENTENCE}"
    )
    assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert page.xpath('//link[@rel="canonical"] | //meta[@property]') == []
    assert "Ships came in" not in answer.content.decode()
    assert page.xpath('//*[@class="report"]/a[starts-with(@href, "mailto:errors@harbour.example")]')


def test_every_address_it_had_answers_the_same(site, two, take_down, clock, reading_at):
    article = two[0]
    clock(NOW + HOUR)
    article.slug = "moved"
    article.save()
    revision = saved(article, at=NOW + HOUR)
    acts.publish(article, revision=revision, by=None, at=NOW + HOUR, change="minor")
    take_down(article, at=NOW + 2 * HOUR, because="legal")
    answers = [site.get(address) for address in ("/articles/the-newer/", "/articles/moved/")]
    assert [answer.status_code for answer in answers] == [451, 451]
    assert answers[0].content == answers[1].content


def test_a_neutral_headline_stands_where_the_old_one_may_not(site, two, take_down):
    take_down(two[0], keep_headline=False)
    said = site.get("/articles/the-newer/").content.decode() + site.get("/feed.rss").content.decode()
    assert "The Newer" not in said
    assert html.fromstring(site.get("/articles/the-newer/").content.decode()).xpath("string(//h1)")


def test_no_list_and_no_profile_names_it(site, two, take_down):
    take_down(two[0])
    for address in ("/", "/authors/ida-quay/", "/outlets/lantern/", "/topics/ports/"):
        assert headlines(site.get(address)) == ["The Older"], address


@pytest.mark.parametrize("address", FEEDS)
def test_its_feeds_keep_its_item_at_its_place_with_the_notice_for_ninety_days(
    site, two, take_down, reading_at, address
):
    newer, _ = two
    before = channel(site.get(address)).findall("item")
    take_down(newer, at=NOW + HOUR)
    item, other = channel(site.get(address)).findall("item")
    assert (item.findtext("title"), other.findtext("title")) == ("Taken down: The Newer", "The Older")
    assert item.findtext("guid") == before[0].findtext("guid") == f"urn:uuid:{newer.uuid}"
    assert item.findtext("pubDate") == before[0].findtext("pubDate")
    assert text(item, "dcterms:modified") == "2026-03-10T06:00:00-04:00"
    said = html.fromstring(text(item, "content:encoded")).text_content()
    assert " ".join(said.split()) == f"March 10, 2026: {SENTENCE}"
    assert before[0].findtext("description") == "A quiet port has a loud year."
    # A program that shows it would keep the old one, if there were none.
    assert item.findtext("description") == f"March 10, 2026: {SENTENCE}"
    assert [text(item, name) for name in ("dc:creator", "dc:rights", "category")] == [None, None, None]
    reading_at(NOW + HOUR + 90 * DAY - dt.timedelta(microseconds=1))
    assert len(channel(site.get(address)).findall("item")) == 2
    reading_at(NOW + HOUR + 90 * DAY)
    assert [item.findtext("title") for item in channel(site.get(address)).findall("item")] == ["The Older"]


def test_a_notice_stands_in_no_feed_its_piece_was_not_in(site, two, take_down):
    other = ArticleFactory(headline="Another", topics=["Ferries"])
    published(other, at=NOW)
    take_down(other)
    assert len(channel(site.get("/feed.rss")).findall("item")) == 3
    for address in FEEDS[1:]:
        assert len(channel(site.get(address)).findall("item")) == 2, address


def test_put_back_it_is_the_piece_again_under_the_same_name(site, two, take_down, clock, reading_at):
    newer, _ = two
    take_down(newer)
    clock(NOW + 2 * HOUR)
    acts.put_back(newer, by=None, at=NOW + 2 * HOUR, reason="The court changed its mind.")
    reading_at(NOW + 2 * HOUR)
    assert site.get("/articles/the-newer/").status_code == 200
    assert headlines(site.get("/authors/ida-quay/")) == ["The Newer", "The Older"]
    for address in FEEDS:
        items = channel(site.get(address)).findall("item")
        assert [item.findtext("guid") for item in items] == [f"urn:uuid:{one.uuid}" for one in two], address
        assert "Ships came in" in text(items[0], "content:encoded")
        assert SENTENCE not in text(items[0], "content:encoded")


def test_a_profile_without_a_live_piece_stays_with_its_name_and_its_feed_tells_why(site, take_down):
    only = piece("The Only One")
    published(only, at=NOW)
    take_down(only)
    for address in FEEDS:
        (item,) = channel(site.get(address)).findall("item")
        assert item.findtext("title") == "Taken down: The Only One", address
        assert headlines(site.get(address.removesuffix("feed.rss"))) == [], address
