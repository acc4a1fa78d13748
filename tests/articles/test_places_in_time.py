"""Where a piece ran, told truly on every day: prepositions by precision, planned days that pass, other texts."""

import datetime as dt

import pytest

from articles import acts
from articles.acts.rights import Grant
from articles.models import Appearance, Edition, RightsRecord
from tests.articles.pieces import HOUR
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    StandingPermissionFactory,
    published,
    saved,
    say,
)

DAY = dt.timedelta(days=1)


def sentences(edition: Edition) -> list[str]:
    return ["".join(span["text"] for span in line) for line in edition.printed["attributions"]]


@pytest.mark.parametrize(
    ("precision", "words"),
    [("day", "on May 3, 2020"), ("month", "in May 2020"), ("year", "in 2020"), ("month-day", "on May 3")],
)
def test_a_preposition_of_the_house_follows_the_precision_of_the_date(desk, now, precision, words):
    say("First seen {preposition} {outlet}[ on {date}].", at="attribution")
    day = dt.date(2000 if precision == "month-day" else 2020, 5, 3)
    place = AppearanceFactory(
        outlet=OutletFactory(name="Lantern"), published_on=day, precision=precision, relation="original"
    )
    assert sentences(published(place.article, at=now)) == [f"First seen in the Lantern {words}."]


def test_a_planned_day_that_has_passed_is_not_printed_and_a_live_page_stops_printing_it(desk, now):
    place = AppearanceFactory(
        outlet=OutletFactory(name="Lantern"), relation="forthcoming", planned_on=now.date() + 2 * DAY,
        published_on=None,
    )  # fmt: skip
    first = published(place.article, at=now)
    assert "March 12, 2026" in sentences(first)[0]
    midnight = dt.datetime(2026, 3, 13, 4, 0, tzinfo=dt.UTC)  # in New York
    before, after = (
        Edition.objects.live(at).get(article=place.article)
        for at in (midnight - dt.timedelta(seconds=1), midnight)
    )
    assert before == first
    assert sentences(after) == ["This article is forthcoming in the Lantern."]
    assert after.modified_at is None


def test_a_planned_day_that_lies_behind_when_the_piece_goes_out_is_not_printed(desk, now):
    place = AppearanceFactory(
        outlet=OutletFactory(name="Lantern"), relation="forthcoming", planned_on=now.date() - DAY,
        published_on=None,
    )  # fmt: skip
    assert sentences(published(place.article, at=now)) == ["This article is forthcoming in the Lantern."]
    assert Edition.objects.count() == 1


TERMS = {"granted_on": dt.date(2026, 3, 1), "evidence": "Mail 7", "search_policy": "canonical"}


@pytest.mark.parametrize("relation", ["version", "excerpt", "translation"])
def test_search_engines_are_not_sent_to_another_text_by_a_permission(desk, now, relation):
    place = AppearanceFactory(relation=relation)
    saved(place.article, at=now)
    with pytest.raises(acts.ActRefused, match="another text than this one"):
        acts.grant_rights(place, Grant(**TERMS), by=None, at=now)
    standing = StandingPermissionFactory(outlet=place.outlet, search_policy="canonical")
    with pytest.raises(acts.ActRefused, match="another text than this one"):
        acts.grant_rights(place, Grant.by_standing_permission(standing, on=now.date()), by=None, at=now)


def test_search_engines_are_not_sent_to_what_became_another_text(desk, now):
    article = ArticleFactory()
    place = AppearanceFactory(article=article, relation="original", url="https://lantern.example/a")
    saved(article, at=now)
    acts.grant_rights(place, Grant(**TERMS), by=None, at=now)
    assert published(article, at=now).printed["canonical"] == "https://lantern.example/a"
    Appearance.objects.filter(pk=place.pk).update(relation="version")
    revision = saved(article, at=now)
    edition = acts.publish(article, revision=revision, by=None, at=now + HOUR, change="minor")
    assert (edition.search_policy, edition.printed["canonical"]) == ("index", "")
    assert "not_in_its_place" in {row["code"] for row in edition.entry.checklist}
    assert RightsRecord.objects.get().search_policy == "canonical"
