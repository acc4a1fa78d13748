"""A retracted piece before readers: its page stays, without its text, and is marked wherever its title stands."""

import pytest
from lxml import html

from articles import acts
from tests.conftest import NOW
from tests.factories import published
from tests.kept import kept
from tests.reading.test_feeds import channel, text
from tests.reading.test_lists import headlines
from tests.reading.test_taken_down import DAY, FEEDS, HOUR, piece

WHY = "The figures cannot be found again."
LINE = f"Retracted on March 10, 2026 by the authors: {WHY}"


@kept
def two(desk):
    older, newer = piece("The Older"), piece("The Newer")
    older.is_archive, older.first_published_on = True, NOW.date() - DAY
    older.save()
    published(older, at=NOW)
    published(newer, at=NOW)
    return newer, older


@pytest.fixture
def retract(clock, reading_at):
    def act(article, at=NOW + HOUR):
        clock(at)
        acts.retract(article, text=WHY, issued_by="the authors", by=None, at=at)
        reading_at(at)

    return act


def test_a_retracted_page_stays_with_its_marked_title_the_notice_on_top_and_its_attribution(
    site, two, retract
):
    retract(two[0])
    answer = site.get("/articles/the-newer/")
    assert answer.status_code == 200
    page = html.fromstring(answer.content.decode())
    (article,) = page.iter("article")
    words = " ".join(article.text_content().split())
    assert page.xpath("string(//h1)") == "Retracted: The Newer"
    assert words.index(LINE) < words.index("originally published in")
    assert "Ida Quay" in words
    assert "Ships came in" not in answer.content.decode()
    assert page.xpath('//div[@class="body"]') == []


def test_a_retraction_is_in_the_metadata_of_its_page(site, two, retract):
    retract(two[0])
    page = html.fromstring(site.get("/articles/the-newer/").content.decode())
    assert page.xpath("string(//title)").startswith("Retracted: The Newer")
    assert page.xpath('//meta[@property="og:title"]/@content') == ["Retracted: The Newer"]
    assert page.xpath('//meta[@property="og:description"]/@content') == [LINE]
    assert page.xpath('//meta[@property="article:modified_time"]/@content') == ["2026-03-10T06:00:00-04:00"]
    assert page.xpath('//meta[@name="author"]/@content') == ["Ida Quay"]
    assert page.xpath('//meta[@name="robots"]/@content') == ["max-image-preview:large"]
    assert page.xpath('//link[@rel="canonical"]/@href')[0].endswith("/articles/the-newer/")


def test_a_retracted_piece_stands_marked_in_lists_and_on_profiles(site, two, retract):
    retract(two[0])
    for address in ("/", "/authors/ida-quay/", "/outlets/lantern/", "/topics/ports/"):
        assert headlines(site.get(address)) == ["Retracted: The Newer", "The Older"], address


@pytest.mark.parametrize("address", [*FEEDS, "/corrections/feed.rss"])
def test_a_retracted_piece_stays_in_its_feeds_for_good_marked_and_under_its_id(
    site, two, retract, reading_at, address
):
    before = channel(site.get(FEEDS[0])).findall("item")
    retract(two[0])
    for at in (NOW + HOUR, NOW + 400 * DAY):
        reading_at(at)
        item = channel(site.get(address)).findall("item")[0]
        assert item.findtext("title") == "Retracted: The Newer"
        assert item.findtext("guid") == before[0].findtext("guid") == f"urn:uuid:{two[0].uuid}"
        assert item.findtext("pubDate") == before[0].findtext("pubDate")
        assert item.findtext("description") == LINE
        assert text(item, "dcterms:modified") == "2026-03-10T06:00:00-04:00"
        content = text(item, "content:encoded")
        assert WHY in content
        assert "originally published in" in content
        assert "Ships came in" not in content


def test_no_copy_of_a_retracted_piece_is_offered(site, two, retract):
    retract(two[0])
    assert site.get("/articles/the-newer/republish/").status_code == 404


def test_a_piece_under_review_answers_200_and_is_not_indexed(site, two, clock, reading_at):
    at = NOW + HOUR
    clock(at)
    acts.take_down(two[0], because="review", sentence="We look again.", by=None, at=at, reason="A letter")
    reading_at(at)
    answer = site.get("/articles/the-newer/")
    assert answer.status_code == 200
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    assert "We look again." in answer.content.decode()
