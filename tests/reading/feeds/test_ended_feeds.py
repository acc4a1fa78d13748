"""Feeds that moved or ended: 301 to where their pieces are now, 410 of what is gone for good, 404 of what never was."""

import datetime as dt
from typing import Any

import pytest

from articles import acts
from articles.acts.merging.records import merge
from articles.models import Topic
from articles.models.grouping.series import Series
from authors.models import Author
from disclaimers.models import Institution, Kind
from outlets.models import Outlet
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    OutletFactory,
    published,
)
from website.models import OldAddress

HOUR = dt.timedelta(hours=1)
DOCUMENTS = [f"feed{month}.{ending}" for month in ("", "-2026-03") for ending in ("rss", "atom", "json")]
NOUNS = ("authors", "outlets", "topics", "series", "houses", "kinds")


def piece_of(name: str, **facts: Any) -> Any:
    """A piece that names one of each, all with the same address."""
    centre = InstitutionFactory(code=name, parent=Institution.objects.home().get())
    article = ArticleFactory(
        topics=[name], series=name, institution=centre, kind=KindFactory(code=name), **facts
    )
    BylineFactory(article=article, author=AuthorFactory(slug=name))
    AppearanceFactory(article=article, outlet=OutletFactory(slug=name))
    return article


def record(noun: str, name: str) -> Any:
    """One of those that a piece names."""
    model: Any = {
        "authors": Author, "outlets": Outlet, "topics": Topic, "series": Series, "houses": Institution, "kinds": Kind,
    }[noun]  # fmt: skip
    return model._default_manager.get(**{"code" if noun == "kinds" else "slug": name})


def where(client: Any, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.headers.get("Location", "")


@pytest.mark.parametrize("noun", NOUNS)
def test_the_feed_of_a_merged_record_leads_in_one_step_to_that_of_the_one_that_stands(
    noun, site, clock, reading_at
):
    published(piece_of("weir"), at=NOW)
    published(piece_of("gower", language="de"), at=NOW)
    clock(NOW + HOUR)
    merge(record(noun, "weir"), record(noun, "gower"), by=None, at=NOW + HOUR)
    reading_at(NOW + HOUR)
    for prefix in ("", "/de"):
        for document in DOCUMENTS:
            answer = where(site, f"{prefix}/{noun}/weir/{document}")
            assert answer == (301, f"{prefix}/{noun}/gower/{document}"), document
            kept = site.get(answer[1])
            assert kept.status_code == 200, document
            assert kept.headers["Access-Control-Allow-Origin"] == "*"
    page = where(site, f"/{noun}/weir/")
    assert page == (301, f"/{noun}/gower/")


@pytest.mark.parametrize("noun", NOUNS)
def test_what_readers_never_had_has_no_feed_and_nothing_tells_that_it_was_there(
    noun, site, clock, reading_at
):
    piece_of("weir")
    published(piece_of("gower"), at=NOW)
    for document in DOCUMENTS:
        unknown = where(site, f"/{noun}/nobody/{document}")
        assert where(site, f"/{noun}/weir/{document}") == unknown == (404, ""), document
    if noun == "kinds":
        clock(NOW + HOUR)
        merge(record(noun, "weir"), record(noun, "gower"), by=None, at=NOW + HOUR)
        reading_at(NOW + HOUR)
        assert where(site, "/kinds/weir/feed.rss") == where(site, "/kinds/weir/") == (404, "")
    if noun != "houses":  # a record that no page printed and nothing names can be deleted; its feed never was
        lone = {
            "authors": lambda: AuthorFactory(slug="lone"), "outlets": lambda: OutletFactory(slug="lone"),
            "topics": lambda: Topic.objects.create(name="lone"), "series": lambda: Series.objects.create(name="lone"),
            "kinds": lambda: KindFactory(code="lone"),
        }[noun]()  # fmt: skip
        lone.delete()
        assert where(site, f"/{noun}/lone/feed.atom") == (404, "")


@pytest.mark.parametrize("noun", NOUNS)
def test_a_feed_goes_on_when_its_last_piece_is_gone_and_says_so(noun, site, clock, reading_at):
    """Programs stop at 410 for good, and the next piece would not reach them."""
    piece = piece_of("weir")
    published(piece, at=NOW)
    clock(NOW + HOUR)
    acts.unpublish(piece, by=None, at=NOW + HOUR, reason="Too early.")
    for later, number in ((NOW + HOUR, 1), (NOW + dt.timedelta(days=91), 0)):
        reading_at(later)
        assert len(site.get(f"/{noun}/weir/feed.json").json().get("items", [])) == number
        assert site.get(f"/{noun}/weir/feed.rss").status_code == 200
    assert where(site, f"/{noun}/weir/feed-2026-03.atom") == (404, "")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_feed_of_an_earlier_site_has_ended_or_moved_as_the_table_of_old_addresses_says(document, site):
    published(ArticleFactory(topics=["Ports"]), at=NOW)
    gone, moved = f"/topics/fishing/{document}", f"/topics/harbours/{document}"
    OldAddress.objects.create(path=gone, is_gone=True)
    OldAddress.objects.create(path=moved, address=f"/topics/ports/{document}")
    assert where(site, gone) == (410, "")
    assert site.head(gone).status_code == 410
    assert where(site, moved) == (301, f"/topics/ports/{document}")
