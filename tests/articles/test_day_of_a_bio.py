"""A bio is in the present tense: where its post is one of years ago, it says of which day it speaks."""

import datetime as dt

import pytest

from articles import acts
from articles.renewed import Renewable, Renewed
from tests.articles.pieces import HOUR, change
from tests.factories import AppearanceFactory, AppointmentFactory, AuthorFactory, BylineFactory, published

JULY_2018 = dt.date(2018, 7, 9)


@pytest.fixture
def ida():
    person = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(
        author=person, title="fellow", from_on=dt.date(2017, 1, 1), until_on=dt.date(2020, 1, 1)
    )
    AppointmentFactory(author=person, title="director", from_on=dt.date(2020, 1, 1))
    return person


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_post_of_2018_in_a_piece_of_2018_that_is_typed_in_today_says_of_which_day_it_is(
    desk, ida, now, language
):
    piece = BylineFactory(
        author=ida, article__first_published_on=JULY_2018, article__language=language
    ).article
    (bio,) = published(piece, at=now).printed["bios"]
    day = {"en": "(July 9, 2018).", "de": "(9. Juli 2018)."}[language]
    assert "fellow" in bio
    assert bio.endswith(day)


def test_the_day_is_that_of_the_outlet_where_ours_is_not_known(desk, ida, now):
    piece = BylineFactory(author=ida, article__is_archive=True).article
    AppearanceFactory(article=piece, published_on=dt.date(2019, 5, 2))
    assert published(piece, at=now).printed["bios"] == [
        "Ida Quay is a fellow at the Tidal College (May 2, 2019)."
    ]


@pytest.mark.parametrize(("precision", "day"), [("month", "May 2019"), ("year", "2019")])
def test_a_bio_claims_no_day_of_a_month_or_year_of_which_nobody_knows_it(desk, ida, now, precision, day):
    piece = BylineFactory(author=ida, article__is_archive=True).article
    AppearanceFactory(article=piece, published_on=dt.date(2019, 5, 1), precision=precision)
    assert published(piece, at=now).printed["bios"] == [f"Ida Quay is a fellow at the Tidal College ({day})."]


def test_a_post_that_is_still_held_needs_no_day(desk, now):
    person = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=person, title="fellow", from_on=dt.date(2017, 1, 1))
    piece = BylineFactory(author=person, article__first_published_on=JULY_2018).article
    assert published(piece, at=now).printed["bios"] == ["Ida Quay is a fellow at the Tidal College."]


def test_a_bio_that_readers_had_while_it_was_true_gets_no_day_by_a_later_version(desk, now):
    person = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=person, title="fellow", until_on=(now + 24 * HOUR).date())
    article = BylineFactory(author=person).article
    first = published(article, at=now)
    later = published(change(article, dek="Another."), at=now + 400 * HOUR)
    assert first.printed["bios"] == later.printed["bios"] == ["Ida Quay is a fellow at the Tidal College."]


def test_an_end_that_is_recorded_late_gives_no_day_to_a_page_of_that_day(desk, now):
    person = AuthorFactory(display_name="Ida Quay")
    post = AppointmentFactory(author=person, title="fellow")
    article = BylineFactory(author=person).article
    published(article, at=now)
    post.until_on = (now + 24 * HOUR).date()
    post.save()
    with pytest.raises(acts.CannotPublish, match="Nothing would change"):
        acts.reissue(
            article, renewed=Renewed.of(Renewable.POSTS), by=None, at=now + 400 * HOUR, reason="She left"
        )
