"""A mistyped record that nothing printed can be deleted; a used one stays, and the page says what to do instead."""

import datetime as dt
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from articles.models.topic import Topic, topics_named
from authors.models import Author
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Licence, StandingNotice, Wording
from outlets.models import Outlet
from tests.desk.pages import text_of
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    StandingNoticeFactory,
    WordingFactory,
    published,
    saved,
)

MAKERS: dict[type[models.Model], Any] = {
    Author: AuthorFactory,
    Outlet: OutletFactory,
    Topic: lambda: topics_named(["Harbuors"])[0],
    Kind: lambda: KindFactory(code="comentary"),
    Institution: InstitutionFactory,
    Disclaimer: DisclaimerFactory,
    Wording: WordingFactory,
    Licence: LicenceFactory,
    StandingNotice: StandingNoticeFactory,
}

MERGED = (Author, Outlet, Topic, Kind, Licence, Disclaimer)


def page(record: models.Model, name: str = "delete") -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


def is_there(record: models.Model) -> bool:
    return type(record)._default_manager.filter(pk=record.pk).exists()


@pytest.mark.long
@pytest.mark.parametrize("model", MAKERS)
def test_a_mistyped_record_that_nothing_printed_is_deleted_once_somebody_says_so(
    model: type[models.Model], paul: Client, desk: Institution
) -> None:
    record = MAKERS[model]()
    assert page(record) in paul.get(page(record, "change")).content.decode()
    asked = text_of(paul.get(page(record)))
    assert "It is deleted for good." in asked
    assert is_there(record)
    assert paul.post(page(record), {"post": "yes"}).status_code == 302
    assert not is_there(record)


def _used(model: type[models.Model], now: dt.datetime, desk: Institution) -> models.Model:
    """A record that a published page names."""
    article = ArticleFactory(topics=["Harbuors"], licence=LicenceFactory())
    BylineFactory(article=article)
    AppearanceFactory(article=article)
    published(article, at=now)
    return {
        Author: article.bylines.get().author,
        Outlet: article.appearances.get().outlet,
        Topic: article.tags.get(),
        Kind: article.kind,
        Institution: desk,
        Disclaimer: Disclaimer.objects.get(),
        Wording: Wording.objects.get(),
        Licence: article.licence,
    }[model]  # type: ignore[return-value]


@pytest.mark.long
@pytest.mark.parametrize("model", [model for model in MAKERS if model is not StandingNotice])
def test_a_used_record_stays_and_its_page_says_by_what_and_what_to_do_instead(
    model: type[models.Model],
    paul: Client,
    desk: Institution,
    now: dt.datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = _used(model, now, desk)
    for response in (paul.get(page(record)), paul.post(page(record), {"post": "yes"})):
        words = text_of(response)
        assert "It is used, so it cannot be deleted:" in words
        assert (
            "1 piece names it, in a draft or in a saved version; readers have had" in words
            or "Pages say" in words
        )
        ways = [page(record, "merge")] if model in MERGED else ["own page", "Choose another"]
        assert any(way in response.content.decode() for way in ways)
    monkeypatch.setattr("desk.deleting.admin.uses_of", lambda record: [])  # asked a moment too early
    refused = paul.post(page(record), {"post": "yes"})
    assert refused.status_code == 409
    assert "Nothing has been changed" in text_of(refused)
    assert is_there(record)


def test_a_record_that_an_older_version_names_stays_because_that_can_be_brought_back(
    eve: Client, desk: Institution, now: dt.datetime
) -> None:
    byline = BylineFactory()
    person = byline.author
    saved(byline.article, at=now)
    byline.delete()
    saved(byline.article, at=now)
    assert "1 piece names it, in a draft or in a saved version." in text_of(eve.get(page(person)))
    eve.post(page(person), {"post": "yes"})
    assert is_there(person)


def test_what_goes_along_is_named_before(eve: Client, desk: Institution) -> None:
    post = AppointmentFactory(title="senior fellow")
    assert "post" not in text_of(eve.get(page(AuthorFactory())))
    assert "senior fellow, the Tidal College" in text_of(eve.get(page(post.author)))


def test_a_content_type_that_a_disclaimer_is_for_stays(paul: Client, desk: Institution) -> None:
    kind = KindFactory(code="op-ed")
    Disclaimer.objects.get().kinds.add(kind)
    assert "is only for some content types, and this is one of them" in text_of(paul.get(page(kind)))
    paul.post(page(kind), {"post": "yes"})
    assert list(Disclaimer.objects.get().kinds.all()) == [kind]


def test_an_institution_with_posts_centres_or_disclaimers_stays(paul: Client, desk: Institution) -> None:
    centre = InstitutionFactory(parent=desk)
    AppointmentFactory(institution=centre, organisation="")
    words = text_of(paul.get(page(centre)))
    assert "1 appointment names it." in words
    assert "1 institution names it." in text_of(paul.get(page(desk)))


def test_deleting_a_house_style_asks_and_says_what_prints_then(
    paul: Client, desk: Institution, now: dt.datetime
) -> None:
    edition, style = published(at=now), HouseStyle.objects.get()
    asked = text_of(paul.get(page(style)))
    assert "Pages that readers have keep their words." in asked
    assert "the words of the parent institution, or the usual ones" in asked
    assert "copyright line" in asked, "its own words are named: they go along"
    paul.post(page(style), {"post": "yes"})
    assert not HouseStyle.objects.exists()
    before = edition.printed["copyright"]
    edition.refresh_from_db()
    assert edition.printed["copyright"] == before


def test_who_may_not_change_a_record_may_not_delete_it(ada: Client, eve: Client, desk: Institution) -> None:
    person, licence = AuthorFactory(), LicenceFactory()
    assert ada.post(page(person), {"post": "yes"}).status_code == 403
    assert eve.post(page(licence), {"post": "yes"}).status_code == 403
    assert is_there(person)
    assert is_there(licence)
