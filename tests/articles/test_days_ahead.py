"""A scheduled piece prints the facts of the day on which it goes out: a test for each kind that may end before."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from articles import acts
from articles.press.reasons import explain
from disclaimers.models import Institution, InstitutionName, Kind, Wording
from tests.articles.pieces import HOUR
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    FormerNameFactory,
    KindLabelFactory,
    OutletFactory,
    WordingFactory,
    published,
    say,
)

LAST, FIRST = dt.date(2026, 3, 20), dt.date(2026, 3, 20)  # an end is exclusive
BEFORE = dt.datetime(2026, 3, 20, 3, 59, tzinfo=dt.UTC)  # the evening of the 19th in New York
AFTER = dt.datetime(2026, 3, 20, 4, 0, tzinfo=dt.UTC)  # its midnight


def post(desk: Institution) -> Any:
    ida = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=ida, title="old fellow", until_on=LAST)
    AppointmentFactory(author=ida, title="new fellow", from_on=FIRST)
    return lambda: BylineFactory(author=ida).article


def title(desk: Institution) -> Any:
    say("[{courtesy} ]{name}", at="byline_name")
    ida = AuthorFactory(display_name="Ida Quay", courtesy="old Ambassador", courtesy_until=LAST)
    say("{names} as new", at="byline")
    return lambda: BylineFactory(author=ida).article


def rank(desk: Institution) -> Any:
    say("[{rank} ]{name}", at="byline_name")
    ida = AuthorFactory(display_name="Ida Quay old", rank="Colonel", retired_on=FIRST)
    say("{names}", at="byline")
    return lambda: BylineFactory(author=ida).article


def outlet(desk: Institution) -> Any:
    lantern = OutletFactory(name="new Lantern")
    FormerNameFactory(outlet=lantern, name="old Lantern", until_on=LAST)
    return lambda: AppearanceFactory(outlet=lantern, published_on=None).article


def label(desk: Institution) -> Any:
    kind = Kind.objects.get()
    KindLabelFactory(kind=kind, label="old", until_on=LAST)
    KindLabelFactory(kind=kind, label="new", from_on=FIRST)
    return ArticleFactory


def text(desk: Institution) -> Any:
    wording = Wording.objects.get()
    Wording.objects.update(text="old words.", in_force_until=LAST)
    WordingFactory(disclaimer=wording.disclaimer, text="new words.", in_force_from=FIRST)
    return ArticleFactory


def holder(desk: Institution) -> Any:
    InstitutionName.objects.create(
        institution=desk, language="en", name="old Forum", copyright_holder="old Forum", until_on=LAST
    )
    desk.name = desk.copyright_holder = "new Forum"
    desk.save()
    return ArticleFactory


KINDS: dict[str, Callable[[Institution], Any]] = {
    "post": post, "title": title, "outlet": outlet, "label": label, "text": text, "holder": holder,
}  # fmt: skip


def page(article: Any, now: dt.datetime, live_from: dt.datetime) -> str:
    edition = published(article, at=now, live_from=live_from)
    return " / ".join(line.text for line in explain(edition))


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_that_ends_by_the_clock_is_gone_from_what_goes_out_from_that_day_on(desk, now, kind):
    make = KINDS[kind](desk)
    before, after = page(make(), now, BEFORE), page(make(), now, AFTER)
    assert "old" in before
    assert "old" not in after
    assert "new" in after


def test_a_rank_is_that_of_the_day_on_which_a_piece_goes_out(desk, now):
    make = rank(desk)
    assert "Colonel Ida" in page(make(), now, BEFORE)
    assert "Colonel (ret.) Ida" in page(make(), now, AFTER)


def test_a_piece_that_is_moved_to_another_hour_takes_the_facts_of_its_new_day(desk, now):
    make = post(desk)
    article = make()
    assert "old fellow" in page(article, now, BEFORE)
    moved = acts.reschedule(article, live_from=AFTER, by=None, at=now + HOUR)
    assert "new fellow" in moved.printed["bios"][0]
