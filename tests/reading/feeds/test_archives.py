"""Archives by month: the newest pieces and the archives together are all pieces, in every format and once each."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from articles import acts
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published
from tests.kept import kept
from tests.reading.feeds.conftest import Fed
from tests.reading.feeds.json_feed import faults

MONTHS = [(2025, 12), (2026, 1), (2026, 3)]
RELS = ("current", "prev-archive", "next-archive")


@kept
def three_months(desk):
    """Six pieces of three months, with a gap, and one of no known day."""
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    for year, month in MONTHS:
        for day in (1, 7):
            day_there = dt.date(year, month, day)
            piece = ArticleFactory(
                headline=f"{day_there:%Y-%m-%d}", is_archive=True, first_published_on=day_there
            )
            BylineFactory(article=piece, author=ida)
            published(piece, at=NOW)
    published(ArticleFactory(headline="Undated", is_archive=True), at=NOW)
    return ida


@pytest.fixture
def short_feeds(monkeypatch):
    """As if two pieces filled a feed: what matters is that there are older ones."""
    monkeypatch.setattr("reading.feeds.archive.FEED_LENGTH", 2)


def links(client, address, prefix="{http://www.w3.org/2005/Atom}"):
    root = etree.fromstring(client.get(address).content)
    places = {link.get("rel"): link.get("href") for link in root.iter(f"{prefix}link")}
    is_archive = root.find(".//{http://purl.org/syndication/history/1.0}archive") is not None
    return is_archive, {
        rel: places[rel].removeprefix("http://127.0.0.1:8000") for rel in RELS if rel in places
    }


@pytest.mark.parametrize("folder", ["/", "/authors/ida-quay/", "/en/", "/en/kinds/commentary/"])
def test_the_chain_of_archives_holds_every_piece(three_months, short_feeds, site, settings, folder):
    settings.SITE_URL = "http://127.0.0.1:8000"
    for ending in ("rss", "atom"):
        at = [f"{folder}feed-{month}.{ending}" for month in ("2025-12", "2026-01", "2026-03")]
        now = f"{folder}feed.{ending}"
        assert links(site, now)[0] is False
        assert links(site, now)[1]["prev-archive"] == at[0]  # the oldest of the newest stands there
        assert links(site, at[2]) == (True, {"current": now, "prev-archive": at[1]})
        assert links(site, at[1]) == (True, {"current": now, "prev-archive": at[0], "next-archive": at[2]})
        assert links(site, at[0]) == (True, {"current": now, "next-archive": at[1]})
    document = site.get(f"{folder}feed-2026-01.json").json()
    assert faults(document) == []
    assert [item["title"] for item in document["items"]] == ["2026-01-07", "2026-01-01"]
    assert document["next_url"] == f"http://127.0.0.1:8000{folder}feed-2025-12.json"


def test_a_month_without_pieces_has_no_document_and_any_month_is_quick(three_months, site):
    for month in ("2026-02", "1900-01", "2199-12", "2026-13", "0001-01", "9999-12"):
        assert site.get(f"/feed-{month}.atom").status_code == 404, month
    site.get("/authors/ida-quay/feed-2026-01.atom")
    with CaptureQueriesContext(connection) as queries:
        site.get("/authors/ida-quay/feed-2026-01.atom")
    assert len(queries) == 3  # house, person, and the pieces with the months beside theirs


def test_an_archive_stays_as_it_is_until_one_of_its_pieces_goes(three_months, site, clock, reading_at):
    later = NOW + dt.timedelta(days=1)
    before = site.get("/feed-2026-01.atom").content
    clock(later)
    reading_at(later)
    published(ArticleFactory(headline="New"), at=later)
    assert site.get("/feed-2026-01.atom").content == before
    piece = three_months.bylines.get(article__headline="2026-01-07").article
    acts.unpublish(piece, by=None, at=later, reason="Too early.")
    assert b"2026-01-07" not in site.get("/feed-2026-01.atom").content


def test_a_feed_that_holds_all_its_pieces_has_no_archive(three_months, site):
    assert Fed(site).at("atom", "/a:feed/a:link[@rel='prev-archive']") == []
    assert "next_url" not in Fed(site).json
