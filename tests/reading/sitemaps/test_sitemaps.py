"""Sitemaps: valid by a schema, complete, true about the last change, and without what must not be listed."""

import datetime as dt
from pathlib import Path

import pytest
from lxml import etree

from articles import acts
from articles.acts.merging.records import merge
from disclaimers.models import Institution
from reading.sitemaps import places
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    KindFactory,
    OutletFactory,
    published,
    saved,
)

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas" / "sitemap.xsd")))
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


@pytest.fixture
def read(site, settings):
    """Fetch a sitemap, hold it against the schema, and return its root."""
    settings.SITE_URL = "https://desk.example"

    def fetch(path: str) -> etree._Element:
        response = site.get(path)
        assert response["Content-Type"] == "application/xml; charset=utf-8"
        root = etree.fromstring(response.content)
        SCHEMA.assertValid(root)
        return root

    return fetch


def paths(root: etree._Element) -> list[str]:
    return [
        str(loc).removeprefix("https://desk.example")
        for loc in root.xpath("//s:loc/text()", namespaces=SPACES)
    ]


def test_every_page_that_may_be_listed_is_in_one_sitemap_of_the_index_and_no_other_is(read, clock):
    listed = ArticleFactory(slug="listed", topics=["Ports"])
    BylineFactory(article=listed, author=AuthorFactory(slug="ida"))
    published(listed, at=NOW)
    old = published(slug="old", is_archive=True, first_published_on=dt.date(2018, 7, 9), at=NOW)
    published(slug="undated", is_archive=True, at=NOW)
    saved(ArticleFactory(slug="draft"), at=NOW)
    published(slug="ahead", at=NOW, live_from=NOW + dt.timedelta(days=1))
    published(ArticleFactory(slug="kept-out", is_left_out_of_sitemap=True), at=NOW)
    published(ArticleFactory(slug="not-for-robots", is_left_out_of_robots=True), at=NOW)
    for policy in ("noindex", "canonical"):
        article = ArticleFactory(slug=policy)
        AppearanceFactory(
            article=article, outlet=OutletFactory(slug=f"of-{policy}"), rights={"search_policy": policy}
        )
        published(article, at=NOW)
    gone = published(slug="gone", at=NOW)
    acts.take_down(
        gone.article, because="privacy", sentence="Asked.", by=None, at=NOW, reason="x", keep_headline=False
    )
    parts = paths(read("/sitemap.xml"))
    assert parts[5:] == ["/sitemap-2026-03.xml", "/sitemap-2018-07.xml", "/sitemap-1900-01.xml"]
    found = [path for part in parts for path in paths(read(part))]
    home = f"/houses/{Institution.objects.home().get().code}/about/"
    assert sorted(found) == sorted([home,
        "/", "/archive/", "/articles/listed/", "/articles/old/", "/articles/undated/", "/authors/", "/authors/ida/",
        "/houses/", "/kinds/commentary/", "/outlets/", "/outlets/of-canonical/", "/outlets/of-noindex/", "/topics/",
        "/topics/ports/",
    ])  # fmt: skip
    assert old.first_published_at


def test_content_types_are_listed_while_a_list_has_a_piece_of_theirs(read, clock):
    report, brief, letter, essay = (
        KindFactory(code=code, label=code.capitalize()) for code in ("report", "brief", "letter", "essay")
    )
    published(kind=report, language="de", at=NOW)
    published(ArticleFactory(kind=brief, is_left_out_of_lists=True), at=NOW)
    saved(ArticleFactory(kind=letter), at=NOW)
    published(kind=essay, at=NOW)
    commentary = KindFactory(code="commentary", label="Commentary")
    merge(essay, commentary, by=None, at=NOW)
    listed = [path for path in paths(read("/sitemap-pages.xml")) if "/kinds/" in path]
    assert sorted(listed) == ["/de/kinds/report/", "/kinds/commentary/"]


def test_the_last_change_is_the_one_that_the_page_says(read, site, clock, reading_at):
    edition = published(at=NOW)
    later = NOW + dt.timedelta(hours=2)
    clock(later)
    reading_at(later)
    draft = acts.NoticeDraft("correction", wrong="ten", right="twelve")
    acts.correct(edition.article, changes={}, notice=draft, by=None, at=later)
    (told,) = read("/sitemap-2026-03.xml").xpath("//s:lastmod/text()", namespaces=SPACES)
    (of_month,) = read("/sitemap.xml").xpath("//s:lastmod/text()", namespaces=SPACES)
    page = site.get(edition.permalink.path).content.decode()
    assert told == of_month == later.isoformat()
    assert f'"dateModified":"{later.astimezone(dt.timezone(dt.timedelta(hours=-4))).isoformat()}"' in page


def test_news_are_our_own_pieces_of_two_days(read, desk, reading_at, clock):
    published(headline="Ships & quays", language="zh-Hans", at=NOW)
    reprint = ArticleFactory()
    AppearanceFactory(article=reprint, outlet=OutletFactory(name="Lantern"))
    published(reprint, at=NOW)
    published(is_archive=True, first_published_on=dt.date(2018, 7, 9), at=NOW)
    (news,) = read("/sitemap-news.xml").xpath("//n:news", namespaces=SPACES)
    told = {etree.QName(each).localname: each.text for each in news.iter() if each.text and each.text.strip()}
    assert told == {
        "name": desk.name, "language": "zh-cn", "publication_date": "2026-03-10T05:00:00-04:00",
        "title": "Ships & quays",
    }  # fmt: skip
    reading_at(NOW + dt.timedelta(days=2, seconds=1))
    assert paths(read("/sitemap-news.xml")) == []


def test_a_sitemap_has_no_more_addresses_than_search_engines_read_and_says_nothing_they_ignore(
    read, monkeypatch
):
    published(slug="one", at=NOW)
    published(slug="two", at=NOW)
    assert (places.MOST_ADDRESSES, places.MOST_NEWS) == (50_000, 1_000)
    for part in ("/sitemap.xml", "/sitemap-pages.xml", "/sitemap-2026-03.xml", "/sitemap-news.xml"):
        assert read(part).xpath("//s:priority | //s:changefreq", namespaces=SPACES) == []
    for name in ("MOST_ADDRESSES", "MOST_NEWS"):
        monkeypatch.setattr(places, name, 1)
    for part in ("/sitemap-2026-03.xml", "/sitemap-news.xml"):
        assert len(paths(read(part))) == 1  # of two


@pytest.mark.parametrize("part", ["1999-01", "0000-01", "2026-13", "x", "-1", "²", "9" * 40, "2026-03-10"])
def test_what_is_no_sitemap_is_a_page_that_says_so(site, part):
    assert site.get(f"/sitemap-{part}.xml").status_code == 404


def test_a_sitemap_takes_one_query_and_one_for_the_languages_of_the_desk(site, django_assert_num_queries):
    for _ in range(3):
        published(at=NOW)
    for path, number in {"/sitemap.xml": 1, "/sitemap-2026-03.xml": 1, "/sitemap-authors.xml": 2}.items():
        with django_assert_num_queries(number):
            assert site.get(path).status_code == 200
