"""What is scheduled is moved, swapped, overtaken or called off in one step; readers get exactly one version an hour."""

import datetime as dt

import pytest

from articles import acts
from articles.models import DeskState, Edition, LedgerEntry
from articles.states import Act
from articles.timeline import load_timeline
from tests.articles.pieces import HOUR, MINUTE, change
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, published, saved
from tests.kept import kept

DAY = 24 * HOUR


@kept
def scheduled(desk):
    article = ArticleFactory(headline="First")
    published(article, at=NOW, live_from=NOW + DAY)
    return article


def headlines(article, *instants: dt.datetime) -> list[str | None]:
    """What readers get at each of the instants."""
    found = [Edition.objects.filter(article=article).live(at).first() for at in instants]
    return [edition.headline if edition else None for edition in found]


def test_a_scheduled_piece_goes_out_at_another_hour_in_one_step(scheduled, now):
    acts.reschedule(scheduled, live_from=now + 2 * DAY, by=None, at=now + MINUTE)
    assert headlines(scheduled, now + DAY, now + 2 * DAY) == [None, "First"]
    acts.reschedule(scheduled, live_from=now + HOUR, by=None, at=now + 2 * MINUTE)
    assert headlines(scheduled, now + HOUR, now + 9 * DAY) == ["First", "First"]
    assert Edition.objects.not_emptied().count() == 1
    assert len(set(Edition.objects.values_list("permalink"))) == 1
    assert LedgerEntry.objects.filter(act=Act.RESCHEDULE).count() == 2


def test_the_newest_version_takes_the_place_of_the_scheduled_one_at_its_hour(scheduled, now):
    newest = saved(change(scheduled, headline="Second"), at=now)
    acts.swap_scheduled(scheduled, revision=newest, by=None, at=now + MINUTE)
    assert headlines(scheduled, now + DAY - MINUTE, now + DAY) == [None, "Second"]
    assert LedgerEntry.objects.get(act=Act.SWAP).after["called_off"] == 1


def test_a_scheduled_update_of_a_live_piece_is_moved_and_swapped_while_the_page_stays(desk, now):
    article = published(ArticleFactory(headline="Live"), at=now).article
    published(change(article, headline="Update"), at=now, live_from=now + DAY)
    acts.reschedule(article, live_from=now + 3 * DAY, by=None, at=now + MINUTE)
    assert headlines(article, now + HOUR, now + 2 * DAY, now + 3 * DAY) == ["Live", "Live", "Update"]
    newest = saved(change(article, headline="Better"), at=now + MINUTE)
    acts.swap_scheduled(article, revision=newest, by=None, at=now + HOUR, change="minor")
    assert headlines(article, now + 2 * DAY, now + 3 * DAY) == ["Live", "Better"]


def test_a_scheduled_piece_is_published_now_in_one_step(scheduled, now):
    acts.publish(scheduled, revision=scheduled.revisions.first(), by=None, at=now + MINUTE, calls_off=True)
    assert headlines(scheduled, now + MINUTE, now + 2 * DAY) == ["First", "First"]
    standing = load_timeline(scheduled.pk, now + HOUR)
    assert standing.coming is None
    assert standing.current.live_until is None


def test_what_is_scheduled_may_stay_and_take_over_what_is_published_now(scheduled, now):
    newest = saved(change(scheduled, headline="In short"), at=now)
    acts.publish(scheduled, revision=newest, by=None, at=now + MINUTE)
    assert headlines(scheduled, now + MINUTE, now + DAY) == ["In short", "First"]


def test_a_notice_declared_for_the_scheduled_update_goes_out_at_the_new_hour(desk, now):
    article = published(at=now).article
    revision = saved(change(article, dek="Three."), at=now)
    words = acts.NoticeDraft("correction", wrong="Two.", right="Three.")
    acts.publish(article, revision=revision, by=None, at=now, live_from=now + DAY, change=words)
    acts.reschedule(article, live_from=now + 2 * DAY, by=None, at=now + MINUTE)
    coming = load_timeline(article.pk, now + HOUR).coming
    assert "Three." in str(coming.printed["notices"])
    assert coming.modified_at == coming.live_from


def test_what_follows_by_the_clock_moves_with_what_is_scheduled(desk, now):
    place = AppearanceFactory(rights={"valid_until": (now + 10 * DAY).date(), "mode": "full"})
    published(place.article, at=now, live_from=now + DAY)
    acts.reschedule(place.article, live_from=now + 2 * DAY, by=None, at=now + MINUTE)
    modes = [
        Edition.objects.filter(article=place.article).live(now + days * DAY).get().mode for days in (3, 12)
    ]
    assert modes == ["full", "link"]


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [(-1, "That hour has passed"), (24, "It is scheduled for that hour already")],
)
def test_an_hour_that_cannot_be_meant_is_refused_and_all_stays(scheduled, now, hours, sentence):
    with pytest.raises(acts.CannotPublish, match=sentence):
        acts.reschedule(scheduled, live_from=now + hours * HOUR, by=None, at=now + MINUTE)
    assert headlines(scheduled, now + DAY) == ["First"]


def test_the_scheduled_version_is_not_swapped_for_itself(scheduled, now):
    with pytest.raises(acts.CannotPublish, match="This version is the scheduled one"):
        acts.swap_scheduled(scheduled, revision=scheduled.revisions.first(), by=None, at=now + MINUTE)


def test_a_swap_ends_the_work_on_the_newest_version(scheduled, author_user, now):
    newest = saved(change(scheduled, headline="Second"), at=now)
    acts.hand_in(scheduled, by=None, at=now)
    acts.swap_scheduled(scheduled, revision=newest, by=None, at=now + MINUTE)
    assert DeskState.objects.get(article=scheduled).work == "drafting"
