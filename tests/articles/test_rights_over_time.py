"""What opens and closes by the clock: the end of a permission, an embargo, a scheduled version."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from articles import acts
from articles.acts.rights import Grant
from articles.rights.rule import EXCERPT, FULL, LINK
from articles.timeline import load_timeline
from tests.articles.rights import HOUR, LONG, live
from tests.factories import AppearanceFactory, published, saved


def test_the_end_of_a_permission_is_laid_down_when_the_piece_is_published(desk, now):
    article = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)}).article
    edition = published(article, at=now)
    ends = dt.datetime(2026, 4, 1, tzinfo=ZoneInfo("America/New_York"))
    assert edition.live_until == ends
    after = live(article, ends)
    assert (after.mode, after.body, after.is_following) == (LINK, "", True)
    assert after.permalink == edition.permalink
    standing = load_timeline(article.pk, now)
    assert (standing.public, standing.coming, standing.following(edition)) == ("live", None, (after,))


def test_an_extension_moves_the_end_and_a_withdrawal_closes_the_text_now(desk, editor, now):
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)})
    article = place.article
    edition = published(article, at=now)
    acts.extend_rights(place, valid_until=dt.date(2026, 6, 1), by=editor, at=now)
    edition.refresh_from_db()
    assert edition.live_until == dt.datetime(2026, 6, 1, tzinfo=ZoneInfo("America/New_York"))
    assert live(article, edition.live_until).mode == LINK
    acts.extend_rights(place, valid_until=None, by=editor, at=now)
    edition.refresh_from_db()
    assert edition.live_until is None
    acts.withdraw_rights(place, by=editor, at=now + HOUR, reason="They sold the archive")
    assert live(article, now + HOUR).mode == LINK
    assert load_timeline(article.pk, now + HOUR).public == "live"


def test_a_permission_that_has_run_out_can_be_extended_and_the_text_comes_back(desk, editor, now, clock):
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)})
    published(place.article, at=now)
    later = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
    clock(later)
    assert live(place.article, later).mode == LINK
    acts.extend_rights(place, valid_until=dt.date(2026, 8, 1), by=editor, at=later)
    assert live(place.article, later).mode == FULL
    assert live(place.article, dt.datetime(2026, 8, 2, tzinfo=dt.UTC)).mode == LINK


def test_a_scheduled_update_obeys_a_permission_that_changed_meanwhile(desk, editor, now):
    place = AppearanceFactory()
    article = place.article
    published(article, at=now)
    article.dek = "Another."
    article.save()
    published(article, at=now, live_from=now + 5 * HOUR)
    acts.refuse_rights(place, by=editor, at=now + HOUR)
    assert [live(article, now + hours * HOUR).mode for hours in (2, 6)] == [LINK, LINK]
    acts.grant_rights(place, Grant(granted_on=now.date(), evidence="mail 8"), by=editor, at=now + 2 * HOUR)
    assert [live(article, now + hours * HOUR).mode for hours in (3, 6)] == [FULL, FULL]
    assert live(article, now + 6 * HOUR).dek == "Another."


def test_calling_off_an_update_lays_the_end_of_the_permission_down_again(desk, editor, now):
    place = AppearanceFactory(rights={"valid_until": dt.date(2026, 4, 1)})
    article = place.article
    first = published(article, at=now)
    article.dek = "Another."
    article.save()
    published(article, at=now, live_from=now + 5 * HOUR)
    ends = dt.datetime(2026, 4, 1, tzinfo=ZoneInfo("America/New_York"))
    assert [live(article, at).mode for at in (now + 6 * HOUR, ends)] == [FULL, LINK]
    acts.unschedule(article, by=editor, at=now + HOUR)
    assert live(article, now + 6 * HOUR) == first
    assert live(article, ends).mode == LINK


def test_an_embargo_stops_publication_and_holds_a_later_grant_back(desk, editor, now):
    until = now + 48 * HOUR
    held = {"embargo_until": until, "embargo_zone": "Europe/Berlin"}
    with pytest.raises(acts.CannotPublish, match=r"embargo.*Berlin time"):
        published(AppearanceFactory(rights=held).article, at=now)
    assert published(AppearanceFactory(rights=held).article, at=now, live_from=until)
    place = AppearanceFactory(rights=False)
    article = place.article
    acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    grant = Grant(granted_on=now.date(), evidence="mail 9", **held)
    acts.grant_rights(place, grant, by=editor, at=now + HOUR)
    assert [live(article, at).mode for at in (now + HOUR, until)] == [LINK, FULL]


@pytest.mark.parametrize("end", ["withdrawn", "shortened", "an excerpt"])
def test_what_opens_by_the_clock_obeys_what_became_of_the_permission_meanwhile(desk, editor, now, end):
    place = AppearanceFactory(rights=False, article__body=LONG)
    article = place.article
    acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    held = {"embargo_until": now + 48 * HOUR, "embargo_zone": "Europe/Berlin", "evidence": "mail"}
    acts.grant_rights(place, Grant(granted_on=now.date(), **held), by=editor, at=now + HOUR)
    ends = dt.date(2026, 3, 14)
    match end:
        case "withdrawn":
            acts.withdraw_rights(place, by=editor, at=now + 2 * HOUR, reason="A letter")
        case "shortened":
            acts.extend_rights(place, valid_until=ends, by=editor, at=now + 2 * HOUR)
        case _:
            terms = Grant(granted_on=now.date(), mode=EXCERPT, excerpt_words=3, **held)
            acts.grant_rights(place, terms, by=editor, at=now + 2 * HOUR)
    opened, later = live(article, now + 49 * HOUR), live(article, now + 480 * HOUR)
    modes = {"withdrawn": (LINK, LINK), "shortened": (FULL, LINK), "an excerpt": (EXCERPT, EXCERPT)}
    assert (opened.mode, later.mode) == modes[end]


def test_an_embargo_that_shows_nothing_else_does_not_run_into_the_scheduled_version(desk, editor, now):
    article = AppearanceFactory(rights=False).article
    place = AppearanceFactory(article=article, relation="version", url="https://lantern.example/b")
    first = acts.publish(article, revision=saved(article, at=now), by=None, at=now, without_text=True)
    article.dek = "Another."
    article.save()
    acts.publish(
        article, revision=saved(article, at=now), by=None, at=now, live_from=now + 30 * HOUR,
        change="minor", without_text=True,
    )  # fmt: skip
    held = {"embargo_until": now + 3 * HOUR, "embargo_zone": "Europe/Berlin", "evidence": "mail"}
    acts.grant_rights(place, Grant(granted_on=now.date(), **held), by=editor, at=now + HOUR)
    assert live(article, now + 2 * HOUR) == first
    assert [live(article, now + hours * HOUR).dek for hours in (4, 31)] == [first.dek, "Another."]
