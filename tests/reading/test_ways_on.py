"""Ways on from a piece: more by its authors and related pieces, from what is listed alone."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles.models import Article
from authors.models import Author
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved


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
    with django_assert_num_queries(
        len(alone) + 5
    ):  # authors, topics and rows; in a transaction no more is kept
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
