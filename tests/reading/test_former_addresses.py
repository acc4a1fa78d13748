"""Addresses of people, outlets, topics, series and houses may change: the former leads on, in one step and for good."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from articles.acts.merging.records import merge
from articles.models import Topic
from articles.models.grouping.series import Series
from articles.snapshot import compose, restore
from authors.models import Author
from desk.setup_file.records import new_slug
from disclaimers.models import Institution
from outlets.models import Outlet
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    OutletFactory,
    published,
)

HOUR = dt.timedelta(hours=1)
NOUNS: dict[str, Any] = {
    "authors": Author,
    "outlets": Outlet,
    "topics": Topic,
    "series": Series,
    "houses": Institution,
}


def piece_of_all(**facts: Any) -> Any:
    """A piece that names one of each."""
    house = InstitutionFactory(code="weir")
    article = ArticleFactory(topics=["Ports"], series="Tides", institution=house, **facts)
    BylineFactory(article=article, author__display_name="Ida Quay", author__slug="ida-quay")
    AppearanceFactory(article=article, outlet__name="Lantern", outlet__slug="lantern")
    return article


def where(client: Any, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.headers.get("Location", "")


def give(noun: str, slug: str, *, to: str) -> None:
    NOUNS[noun]._default_manager.filter(slug=slug).update(slug=to)


@pytest.mark.parametrize(
    ("noun", "slug"),
    [
        ("authors", "ida-quay"),
        ("outlets", "lantern"),
        ("topics", "ports"),
        ("series", "tides"),
        ("houses", "weir"),
    ],
)
def test_a_former_address_leads_on_once_it_was_public(noun, slug, site, reading_at, clock):
    piece = piece_of_all()
    give(noun, slug, to="never-public")
    clock(NOW + HOUR)
    published(piece, at=NOW + HOUR)
    give(noun, "never-public", to="second")
    reading_at(NOW + 2 * HOUR)
    assert where(site, f"/{noun}/{slug}/") == where(site, f"/{noun}/nobody/") == (404, "")
    clock(NOW + 2 * HOUR)
    give(noun, "second", to="third")
    of_a_house = ("about/", "corrections/", "corrections/feed.rss") if noun == "houses" else ()
    for ending in ("", "feed.rss", "feed.json", *of_a_house):
        assert where(site, f"/{noun}/second/{ending}") == (301, f"/{noun}/third/{ending}")
    assert where(site, f"/{noun}/Second") == (301, f"/{noun}/third/")
    give(noun, "third", to="second")
    assert where(site, f"/{noun}/third/") == (301, f"/{noun}/second/")
    assert where(site, f"/{noun}/second/") == (200, "")


def test_a_former_address_of_a_merged_record_leads_to_the_one_that_stands_for_it(site, reading_at, clock):
    published(piece_of_all(), at=NOW)
    other = AuthorFactory(slug="i-quay")
    clock(NOW + HOUR)
    give("authors", "ida-quay", to="ida-b-quay")
    merge(Author.objects.get(slug="ida-b-quay"), other, by=None, at=NOW + HOUR)
    reading_at(NOW + HOUR)
    assert (
        where(site, "/authors/ida-quay/") == where(site, "/authors/ida-b-quay/") == (301, "/authors/i-quay/")
    )


def test_the_first_house_and_a_merged_one_are_one_step_away_from_their_former_addresses(
    site, desk, reading_at, clock
):
    published(piece_of_all(), at=NOW)
    published(ArticleFactory(), at=NOW)
    other = InstitutionFactory(code="gower")
    clock(NOW + HOUR)
    give("houses", "weir", to="weir-unit")
    give("houses", desk.code, to="harbour")
    merge(Institution.objects.get(slug="weir-unit"), other, by=None, at=NOW + HOUR)
    reading_at(NOW + HOUR)
    for former in ("weir", "weir-unit"):
        assert where(site, f"/houses/{former}/") == (301, "/houses/gower/")
        assert where(site, f"/houses/{former}/about/") == (301, "/houses/gower/about/")
    assert where(site, f"/houses/{desk.code}/feed.rss") == (302, "/feed.rss")
    assert where(site, f"/de/houses/{desk.code}/about/")[0] == 404, "no page in German"
    assert where(site, f"/houses/{desk.code}/about/") == (301, "/houses/harbour/about/")


def test_the_form_of_an_institution_changes_its_address_and_a_new_one_is_proposed_from_its_key(
    desk, publisher
):
    weir = InstitutionFactory(code="weir")
    client = logged_in(publisher)
    page = f"/admin/disclaimers/institution/{weir.pk}/change/"
    typed = fields_of(client.get(page), "institution_form")
    assert typed["slug"] == ["weir"]
    client.post(page, typed | {"slug": "weir-unit"})
    weir.refresh_from_db()
    assert (weir.code, weir.slug) == ("weir", "weir-unit")
    page = f"/admin/disclaimers/institution/{InstitutionFactory().pk}/change/"
    refused = client.post(page, fields_of(client.get(page), "institution_form") | {"slug": "weir"})
    assert "is, or was, the web address of another one" in text_of(refused)
    assert InstitutionFactory(code="Weir").slug == "weir-2"


def test_no_other_record_takes_a_former_address_and_none_is_proposed(desk):
    piece_of_all()
    give("authors", "ida-quay", to="ida-b-quay")
    with pytest.raises(IntegrityError, match="another record"), transaction.atomic():
        AuthorFactory(slug="ida-quay")
    assert new_slug("Ida Quay", Author) == "ida-quay-2"
    OutletFactory(slug="ida-quay")
    give("topics", "ports", to="harbours")
    Topic.objects.filter(slug="harbours").update(name="Harbours")
    assert Topic.objects.create(name="Ports").slug.startswith("ports-")


def test_the_form_changes_an_address_and_refuses_that_of_another(desk, editor):
    piece_of_all()
    give("authors", "ida-quay", to="ida-b-quay")
    ida, other = Author.objects.get(slug="ida-b-quay"), AuthorFactory(slug="una")
    client = logged_in(editor)
    page = f"/admin/authors/author/{other.pk}/change/"
    typed = fields_of(client.get(page), "author_form")
    refused = client.post(page, typed | {"slug": "ida-quay"})
    assert "is, or was, the web address of another one" in text_of(refused)
    page = f"/admin/authors/author/{ida.pk}/change/"
    typed = fields_of(client.get(page), "author_form")
    client.post(page, typed | {"slug": "ida-quay"})
    ida.refresh_from_db()
    assert ida.slug == "ida-quay"


def test_a_changed_topic_changes_no_version_and_no_page_loses_it(site, clock, reading_at):
    piece = piece_of_all()
    edition = published(piece, at=NOW)
    before = compose(piece)
    clock(NOW + HOUR)
    give("topics", "ports", to="harbours")
    assert compose(piece) == before
    piece.tags.clear()
    restore(edition.revision)
    assert [topic.slug for topic in piece.tags.all()] == ["harbours"]
    ArticleFactory(headline="Other")
    piece.headline = "Its second headline"
    piece.save()
    again = published(piece, at=NOW + HOUR)
    assert [use.tag.slug for use in again.topic_uses.all()] == ["harbours"]
    reading_at(NOW + HOUR)
    assert "Its second headline" in site.get("/topics/harbours/").content.decode()


def test_a_link_to_a_person_in_a_text_follows_the_address(site, clock):
    first = piece_of_all()
    published(first, at=NOW)
    clock(NOW + HOUR)
    give("authors", "ida-quay", to="ida-b-quay")
    linking = published(body='<p><a href="author:ida-quay">Ida</a></p>', at=NOW + HOUR)
    assert linking.printed["own_pages"] == {"author:ida-quay": "/authors/ida-b-quay/"}
