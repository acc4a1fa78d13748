"""Ways on from a piece: more by its authors and related pieces, from what is listed alone."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles.acts.merging.records import merge
from articles.models import Article
from articles.models.topic import topics_named
from authors.models import Author
from reading.piece import recent
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved


@pytest.fixture(autouse=True, params=["recent pieces in memory", "older ones by a query each"])
def _depth(request, monkeypatch):
    if request.param.startswith("older"):
        monkeypatch.setattr(recent, "RECENT", 1)


def piece(headline: str, *authors: Author, publish: bool = True, **facts: object) -> Article:
    article = ArticleFactory(headline=headline, **facts)
    for author in authors:
        BylineFactory(article=article, author=author)
    if publish:
        published(article, at=NOW)
    else:
        saved(article, at=NOW)
    return article


def sections(site, address: str) -> dict[str, list[str]]:
    """The headlines below a piece, by the title above them."""
    page = html.fromstring(site.get(address).content.decode())
    return {
        section.xpath("string(h2)").strip(): section.xpath(".//h3/a/text()")
        for section in page.find_class("further")
    }


def test_a_piece_leads_to_others_by_its_authors_and_on_its_topics(site, clock, django_assert_num_queries):
    ida, nils = AuthorFactory(display_name="Ida Quay"), AuthorFactory(display_name="Nils Brack")
    piece("Old", ida, is_archive=True, first_published_on=dt.date(2019, 1, 1), topics=["Ports"])
    for number in range(3):
        piece(f"Newer {number}", ida, topics=["Ports"])
    piece("Another's", nils, topics=["ports"])
    piece("Elsewhere", nils, topics=["Bread"])
    piece("Auf Deutsch", ida, language="de", topics=["Ports"])
    piece("Left out", ida, topics=["Ports"], is_left_out_of_lists=True)
    piece("A draft", ida, topics=["Ports"], publish=False)
    piece("Here", ida, topics=["Ports"], slug="here")
    quoted = ArticleFactory(headline="About her", topics=[])
    BylineFactory(article=quoted, author=nils)
    BylineFactory(article=quoted, author=ida, role="subject")
    published(quoted, at=NOW)
    published(slug="alone", at=NOW)
    with CaptureQueriesContext(connection) as alone:
        assert sections(site, "/articles/alone/") == {}
    # Authors, topics, rows, and what is recent, twice: in a transaction no more is kept.
    with django_assert_num_queries(len(alone) + 5 + 2 * (recent.RECENT == 1)):
        shown = sections(site, "/articles/here/")
    assert shown == {
        "Related pieces": ["Another's", "Old"],
        "More by Ida Quay": ["Newer 2", "Newer 1", "Newer 0"],
    }
    piece("Allein", nils, language="de", slug="allein", topics=["Brot"])
    assert sections(site, "/articles/allein/") == {}, "a reader of one language gets no piece in another"


def test_translations_of_a_piece_are_no_further_pieces(site, clock):
    ida = AuthorFactory(display_name="Ida Quay")
    original = piece("Harbour", ida, topics=["Ports"], slug="harbour")
    piece("Hafen", ida, topics=["Ports"], language="de", slug="hafen", translation_of=original)
    assert sections(site, "/articles/harbour/") == sections(site, "/articles/hafen/") == {}


def test_pieces_of_merged_records_stand_with_those_of_the_record_that_is_left(site, clock, editor):
    ida, double = AuthorFactory(display_name="Ida Quay"), AuthorFactory(display_name="I. Quay")
    piece("As I. Quay", double, topics=["Bread"])
    piece("On harbours", AuthorFactory(), topics=["Harbours"])
    piece("Here", ida, topics=["Ports"], slug="here")
    merge(double, ida, by=editor, at=NOW)
    merge(*topics_named(["Harbours", "Ports"]), by=editor, at=NOW)
    assert sections(site, "/articles/here/") == {
        "More by Ida Quay": ["As I. Quay"],
        "Related pieces": ["On harbours"],
    }
