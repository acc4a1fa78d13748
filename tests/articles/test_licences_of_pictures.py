"""Licences of pictures: pages that print one are found, keep it as printed, and take its new name by a re-issue."""

import datetime as dt

import pytest

from articles import acts
from articles.models import Article, Edition
from articles.press.where_printed import editions_printing, is_on_faces
from articles.renewed import Renewable, Renewed
from disclaimers.models import Institution, Licence
from pictures.models import Logo, Picture
from tests.articles.test_pictures import piece_with
from tests.conftest import NOW
from tests.factories import ArticleFactory, LicenceFactory, PictureFactory, published

LATER = NOW + dt.timedelta(hours=1)


def under(licence: Licence) -> Picture:
    return PictureFactory(cleared={"state": "by_licence", "licence": licence})


def licences_on(edition: Edition) -> set[str]:
    """The licences that a page prints for its pictures: "CC BY 4.0 https://…"."""
    lines = [row["licence"][0] for row in edition.printed["pictures"].values()]
    return {f"{line['text']} {line.get('href', '')}".strip() for line in lines}


def again(piece: Article, at: dt.datetime) -> Edition:
    """The next version of a piece."""
    piece.body += "<p>And more.</p>"
    piece.save()
    return published(piece, at=at)


@pytest.fixture
def both() -> list[Licence]:
    return [LicenceFactory(code=each, name=f"{each} terms", version="", url="") for each in ("Quay", "Pier")]


def test_a_changed_licence_reaches_the_pages_that_print_it_for_a_picture(desk, clock, both):
    quay, pier = both
    live, scheduled = piece_with(under(quay), under(pier)), piece_with(under(quay))
    page = published(live, at=NOW)
    published(scheduled, at=NOW, live_from=LATER + dt.timedelta(days=1))
    own = published(ArticleFactory(licence=quay), at=NOW)
    published(piece_with(under(pier)), at=NOW)
    assert set(editions_printing(quay).live(NOW)) == {page, own}
    Licence.objects.filter(pk=quay.pk).update(name="Quay licence", url="https://quay.example/terms")
    Licence.objects.filter(pk=pier.pk).update(name="Pier licence")
    clock(LATER)
    with acts.changing_records():
        acts.after_record_change(quay, by=None, clock=lambda: LATER, reason="It was changed")
    assert licences_on(scheduled.editions.coming(LATER).get()) == {"Quay licence https://quay.example/terms"}
    assert licences_on(again(live, LATER)) == {"Quay terms", "Pier terms"}
    renewed = Renewed.of(Renewable.LICENCE, keys=[quay.pk])
    reprinted = acts.reissue(live, renewed=renewed, by=None, at=LATER, reason="It was changed")
    assert licences_on(reprinted) == {"Quay licence https://quay.example/terms", "Pier terms"}


def test_a_merged_licence_stays_beside_its_pictures_until_a_reissue_names_it(desk, clock, both, publisher):
    quay, pier = both
    live = piece_with(under(quay))
    page = published(live, at=NOW)
    clock(LATER)
    acts.merge(quay, pier, by=publisher, at=LATER)
    assert licences_on(again(live, LATER)) == {"Quay terms"}
    assert page in editions_printing(pier)
    renewed = Renewed.of(Renewable.LICENCE, keys=[pier.pk])
    assert licences_on(acts.reissue(live, renewed=renewed, by=None, at=LATER, reason="One name")) == {
        "Pier terms"
    }


def test_a_licence_of_another_record_renews_nothing_of_the_text(desk, clock, both):
    quay, pier = both
    live = piece_with(under(pier), licence=quay)
    published(live, at=NOW)
    Licence.objects.filter(pk=quay.pk).update(name="Renamed", version="1")
    Licence.objects.filter(pk=pier.pk).update(name="Renamed", version="2")
    clock(LATER)
    renewed = Renewed.of(Renewable.LICENCE, keys=[pier.pk])
    page = acts.reissue(live, renewed=renewed, by=None, at=LATER, reason="It was changed")
    assert (licences_on(page), page.printed["terms"]["licence"]["name"]) == ({"Renamed 2"}, "Quay terms")


def test_a_licence_of_a_logo_is_todays(desk: Institution, both):
    quay, pier = both
    Logo.objects.create(institution=desk, picture=under(quay))
    under(pier)
    assert [is_on_faces(each) for each in (quay, pier, desk.logo.picture, PictureFactory())] == [
        True, False, True, False,
    ]  # fmt: skip
