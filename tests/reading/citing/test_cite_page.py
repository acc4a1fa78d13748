"""The page with citations, and the files behind it."""

import datetime as dt

import pytest
from lxml import html

from articles import acts
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, OutletFactory, published


@pytest.fixture
def reprint(site, settings):
    settings.SITE_URL = "https://desk.example"
    article = ArticleFactory(slug="harbour", headline="The Harbour Wakes")
    BylineFactory(article=article, author=None, name="Ida van der Berg")
    hill = OutletFactory(name="Hill", article="The")
    AppearanceFactory(
        article=article, outlet=hill, headline="Harbour wakes", url="https://hill.example/a?b=1&c",
        published_on=dt.date(2020, 6, 11),
    )  # fmt: skip
    return published(article, at=NOW)


def test_the_page_cites_ours_and_the_original_under_its_own_headline(site, reprint, desk):
    page = html.fromstring(site.get("/articles/harbour/cite/").content.decode())
    ours, theirs = ([dd.text_content() for dd in part.iter("dd")] for part in page.xpath("//section"))
    assert ours[0] == (
        f"van der Berg, I. (2026, March 10). The Harbour Wakes. {desk.name}. https://desk.example/articles/harbour/"
    )
    assert theirs[1] == (
        "van der Berg, Ida. “Harbour wakes.” The Hill, June 11, 2020. https://hill.example/a?b=1&c."
    )
    assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    article = html.fromstring(site.get("/articles/harbour/").content.decode())
    assert article.xpath('//*[@class="cite-way"]/a/@href') == ["/articles/harbour/cite/"]
    assert page.xpath('//p[@class="citation-files"]//a/@href') == [
        f"/articles/harbour/citation.{ending}{of}"
        for of in ("", "?of=1")
        for ending in ("bib", "ris", "json")
    ]


def test_a_file_is_handed_over_with_a_name_and_is_not_indexed(site, reprint):
    answer = site.get("/articles/harbour/citation.ris?of=1")
    assert answer["Content-Disposition"] == 'attachment; filename="harbour-1.ris"'
    assert answer["X-Robots-Tag"] == "noindex"
    assert "T2  - The Hill\r\n" in answer.content.decode()
    assert "2026/03/10" in site.get("/articles/harbour/citation.ris?unknown=1").content.decode()


@pytest.mark.parametrize("of", ["2", "0", "-1", "²", "%00", "%ED%A0%80", "9" * 40, "x" * 10_000])
def test_an_original_that_is_none_is_a_page_that_says_so(site, reprint, of):
    assert site.get(f"/articles/harbour/citation.bib?of={of}").status_code == 404


def test_a_piece_taken_down_is_cited_nowhere(site, reprint):
    acts.take_down(
        reprint.article,
        because="privacy",
        sentence="Asked.",
        by=None,
        at=NOW,
        reason="x",
        keep_headline=False,
    )
    for path in ("cite/", "citation.bib", "citation.ris", "citation.json"):
        assert site.get(f"/articles/harbour/{path}").status_code == 404
