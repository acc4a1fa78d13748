"""Somebody who is quoted or interviewed is not the author: no byline, no claim, a list of their own on their page."""

import pytest
from lxml import etree, html

from articles import acts
from articles.models import Article, EditionByline
from tests.articles.rights import LONG
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    published,
    saved,
)

DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture
def reader(desk, client, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    return client


@pytest.fixture
def ida(desk):
    return AuthorFactory(display_name="Ida Quay", slug="ida-quay")


def in_the_hill(ida, role: str = "quoted", *, rights: object = False, **facts: object) -> Article:
    """An article of the Hill in which Ida Quay is quoted or interviewed, noted here under her name."""
    hill = OutletFactory(name="Hill", slug="hill")
    headline = {"article__headline": "Harbours on the Hill", "article__slug": "hill"}
    article = AppearanceFactory(outlet=hill, expert_role=role, rights=rights, **(headline | facts)).article
    BylineFactory(article=article, author=ida)
    return article


@pytest.mark.parametrize("role", ["quoted", "interviewed"])
def test_quoted_or_interviewed_is_no_author_on_the_page_and_in_its_head(reader, ida, role):
    edition = published(in_the_hill(ida, role, rights={}), at=NOW)
    verb = {"quoted": "is quoted", "interviewed": "was interviewed"}[role]
    page = html.fromstring(reader.get("/articles/hill/").content)
    assert page.find_class("byline") == []
    assert page.xpath("//meta[@name='author'] | //meta[@property='article:author']") == []
    assert page.find_class("copyright") == []
    assert page.find_class("attribution")[0].text_content().startswith(f"Ida Quay {verb} in the Hill")
    assert (edition.byline, edition.printed["names"], edition.printed["authors"]) == ("", [], [])
    assert EditionByline.objects.get(edition=edition).role == "subject"


def test_quoted_is_no_creator_in_the_feed_and_claims_no_rights_there(reader, ida):
    published(in_the_hill(ida), at=NOW)
    [item] = etree.fromstring(reader.get("/feed.rss").content).iter("item")
    assert item.find(f"{DC}creator") is None
    assert item.find(f"{DC}rights") is None
    content = html.fromstring(item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"))
    assert "Ida Quay is quoted in the Hill" in content.text_content()


def test_a_person_s_page_lists_what_quotes_them_apart_and_their_feed_leaves_it_out(reader, ida):
    published(in_the_hill(ida), at=NOW)
    own = BylineFactory(author=ida, article__headline="Her Own").article
    published(own, at=NOW)
    page = html.fromstring(reader.get("/authors/ida-quay/").content)
    lists = {
        title.text_content(): [link.text_content() for link in title.getnext().xpath(".//h2/a")]
        for title in page.find_class("list-title")
    }
    assert lists == {"Pieces": ["Her Own"], "Quoted or interviewed": ["Harbours on the Hill"]}
    feed = etree.fromstring(reader.get("/authors/ida-quay/feed.rss").content)
    assert [item.findtext("title") for item in feed.iter("item")] == ["Her Own"]


def test_a_person_who_is_only_quoted_has_a_page_with_that_list_alone(reader, ida):
    published(in_the_hill(ida), at=NOW)
    page = html.fromstring(reader.get("/authors/ida-quay/").content)
    assert [title.text_content() for title in page.find_class("list-title")] == ["Quoted or interviewed"]
    assert page.xpath("//meta[@name='robots']/@content") == ["max-image-preview:large"]


@pytest.mark.long
def test_the_list_of_what_quotes_a_person_has_pages_like_any_other(reader, ida):
    hill = OutletFactory(name="Hill", slug="hill")
    for count in range(23):
        article = AppearanceFactory(
            outlet=hill, expert_role="quoted", rights=False, article__headline=f"No {count}", url=""
        ).article
        BylineFactory(article=article, author=ida)
        published(article, at=NOW)
    page = html.fromstring(reader.get("/authors/ida-quay/").content)
    [older] = page.find_class("older")
    rest = html.fromstring(reader.get(f"/authors/ida-quay/{older.get('href')}").content)
    assert [title.text_content() for title in rest.find_class("list-title")] == ["Quoted or interviewed"]
    assert len(rest.find_class("listed")) == 3
    [start] = rest.xpath("//nav[@class='paging']/a[1]/@href")
    assert len(html.fromstring(reader.get(start).content).find_class("listed")) == 20


def test_who_wrote_the_outlets_article_stays_its_author_beside_the_person_quoted(reader, ida):
    article = in_the_hill(ida)
    article.bylines.update(role="subject")
    BylineFactory(article=article, author=None, name="Jo Pier", role="author")
    edition = published(article, at=NOW)
    assert edition.byline == "Jo Pier"
    assert [row["name"] for row in edition.printed["names"]] == ["Jo Pier"]
    page = html.fromstring(reader.get("/articles/hill/").content)
    assert page.find_class("attribution")[0].text_content().startswith("Ida Quay is quoted in the Hill")


def test_our_own_piece_that_led_to_an_interview_keeps_its_author(reader, ida):
    article = BylineFactory(author=ida, article__slug="own").article
    AppearanceFactory(article=article, relation="also", expert_role="interviewed", rights=False)
    edition = published(article, at=NOW)
    assert [row["name"] for row in edition.printed["names"]] == ["Ida Quay"]
    assert "©" in edition.printed["copyright"]


def test_a_piece_that_she_wrote_there_stays_hers_although_another_place_quotes_her(reader, ida):
    article = BylineFactory(author=ida).article
    AppearanceFactory(article=article)
    AppearanceFactory(article=article, expert_role="quoted", rights=False)
    assert [row["name"] for row in published(article, at=NOW).printed["names"]] == ["Ida Quay"]


def test_an_interview_of_an_outlet_in_full_needs_its_permission(reader, ida):
    article = in_the_hill(ida, "interviewed", article__body=LONG, url="https://hill.example/ida")
    with pytest.raises(acts.CannotPublish, match="The Hill: permission to be asked for"):
        published(article, at=NOW)
    edition = acts.publish(article, revision=saved(article, at=NOW), by=None, at=NOW, without_text=True)
    assert (edition.mode, edition.body) == ("link", "")
    page = html.fromstring(reader.get("/articles/hill/").content)
    [more] = page.find_class("read-more")
    assert more.xpath("a/@href") == ["https://hill.example/ida"]


def test_a_long_text_beside_an_article_that_quotes_somebody_is_asked_about(reader, ida):
    article = in_the_hill(ida, article__body=LONG)
    with pytest.raises(acts.CannotPublish) as refused:
        acts.publish(
            article, revision=saved(article, at=NOW), by=None, at=NOW, confirmed=frozenset({"new_person"})
        )
    assert [each.code for each in refused.value.checklist.questions] == ["new_person", "long_quotation"]


def test_the_editor_is_told_that_the_byline_prints_no_author(reader, ida):
    edition = published(in_the_hill(ida), at=NOW)
    assert "not_the_author" in [row["code"] for row in edition.entry.checklist]


def test_a_piece_by_others_is_not_offered_for_republication(reader, ida, desk):
    type(desk).objects.update(offers_republication=True)
    edition = published(in_the_hill(ida), at=NOW)
    assert edition.printed["republication"] == {}


def test_where_no_outlet_is_known_a_line_says_who_is_quoted_and_nobody_is_the_author(reader, ida):
    article = in_the_hill(ida)
    article.appearances.update(outlet=None)
    edition = published(article, at=NOW)
    page = html.fromstring(reader.get("/articles/hill/").content)
    assert [line.text_content() for line in page.find_class("byline")] == ["Quoting Ida Quay"]
    assert edition.printed["names"] == []
    assert etree.fromstring(reader.get("/feed.rss").content).find(f".//{DC}creator") is None
