"""Acts on a source and on what is made from it, at the same moment: no deadlock, and never more text than allowed."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connections

from articles import acts
from articles.acts.rights import Grant
from articles.models import Appearance, Article
from articles.rights.rule import FULL, LINK
from tests.articles.rights import HOUR, live
from tests.factories import AppearanceFactory, ArticleFactory, published, saved

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
ROUNDS = 12


def at_once(*works: Callable[[], object]) -> list[object]:
    """Do these things at the same moment, each on a connection of its own; the results, or what was raised."""
    barrier = threading.Barrier(len(works))
    outcomes: list[object] = []

    def run(work: Callable[[], object]) -> None:
        try:
            barrier.wait(timeout=120)
            outcomes.append(work())
        except (acts.ActRefused, DatabaseError) as error:
            outcomes.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not [each for each in outcomes if isinstance(each, DatabaseError)], outcomes
    return outcomes


def made_of(*sources: Article) -> Article:
    """A piece made from one source, or the translation of one and an excerpt of another."""
    facts: dict[str, object] = {"made_from": sources[0], "made_as": "version"}
    if len(sources) > 1:
        facts |= {"translation_of": sources[1], "language": "de", "source_language": "en"}
    return ArticleFactory(**facts)


def settle(place: Appearance, state: str, at: dt.datetime) -> object:
    if state == LINK:
        return acts.withdraw_rights(place, by=None, at=at, reason="A letter")
    return acts.grant_rights(place, Grant(granted_on=at.date(), evidence="mail"), by=None, at=at)


def test_acts_on_two_sources_of_the_same_pieces_do_not_wait_for_each_other(desk, now):
    """One piece made from both sources is made from another such piece, of a later key: in the order of their keys an
    act on a source and one on that piece would wait for each other.
    """
    places = [AppearanceFactory(), AppearanceFactory()]
    sources = [place.article for place in places]
    late, early = made_of(*sources), made_of(*reversed(sources))
    Article.objects.filter(pk=late.pk).update(translation_of=early)
    places.append(AppearanceFactory(article=early))
    for piece in (*sources, early, late):
        published(piece, at=now)
    for count in range(ROUNDS):
        at, state = now + (1 + count) * HOUR, (LINK, FULL)[count % 2]
        at_once(*(lambda place=place, at=at, state=state: settle(place, state, at) for place in places))
        allowed = [live(source, at).mode for source in sources]
        strictest = LINK if LINK in allowed else FULL
        assert [live(piece, at).mode for piece in (early, late)] == [strictest, strictest]


def test_a_piece_published_while_its_source_loses_its_permission_does_not_slip_through(desk, now):
    for count in range(ROUNDS):
        place = AppearanceFactory()
        published(place.article, at=now)
        piece = made_of(place.article)
        revision = saved(piece, at=now)
        at_once(
            lambda place=place: settle(place, LINK, now),
            lambda piece=piece, revision=revision: acts.publish(
                piece, revision=revision, by=None, at=now, without_text=True
            ),
        )
        assert live(piece, now).mode == LINK, count


def test_a_withdrawal_and_a_later_act_on_what_is_made_from_it_leave_one_of_both_refused_or_both_true(
    desk, now
):
    place = AppearanceFactory()
    published(place.article, at=now)
    piece = made_of(place.article)
    published(piece, at=now)
    outcomes = at_once(
        lambda: settle(place, LINK, now + HOUR),
        lambda: acts.correct(
            piece, changes={}, notice=acts.NoticeDraft("update", "More."), by=None, at=now + 2 * HOUR
        ),
    )
    refused = [each for each in outcomes if isinstance(each, acts.ActRefused)]
    assert all("is made from this piece" in str(each) for each in refused)
    assert live(piece, now + 3 * HOUR).mode == live(place.article, now + 3 * HOUR).mode
