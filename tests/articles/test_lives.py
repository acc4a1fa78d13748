"""Whole lives of pieces: acts in any order while the clock moves on, and what readers may never see of them."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles import acts
from articles.renewed import ALL_NAMES, Renewable, Renewed
from articles.rights.rule import EXCERPT, FULL, LINK
from tests.articles.life import START, Life
from tests.articles.marked_text import text
from tests.conftest import examples
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    BylineFactory,
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    OutletFactory,
    StandingPermissionFactory,
    WordingFactory,
)

pytestmark = pytest.mark.long

ZONES = ("Africa/Cairo", "America/New_York", "Pacific/Kiritimati")
"""In Cairo the clock skips the midnight of April 24, 2026: a permission that ends that day ends at one o'clock."""


RENEWED = [Renewed.of(Renewable.PEOPLE), ALL_NAMES, Renewed.of(Renewable.DISCLAIMERS)]

STEPS = st.one_of(
    st.tuples(st.just("save")),
    st.tuples(
        st.just("publish"),
        st.booleans() | st.just(True),
        st.sampled_from(["no", "minor", "a", "b"]),
        st.sampled_from([0, 0, 5, 30]),
        st.booleans() | st.just(True),
    ),
    st.tuples(
        st.sampled_from(
            ["unschedule", "unpublish", "take_down", "retract", "put_back", "rename", "take_over", "move"]
        )
    ),
    st.tuples(st.just("correct"), st.booleans()),
    st.tuples(
        st.just("reissue"),
        st.sampled_from([Renewed.of(Renewable.PEOPLE), ALL_NAMES, Renewed.of(Renewable.DISCLAIMERS)]),
    ),
    st.tuples(
        st.just("grant"),
        st.integers(0, 1),
        st.sampled_from([FULL, EXCERPT, LINK]),
        st.sampled_from([0, 0, 3, 40]),
        st.sampled_from([0, 1, 2]),
    ),
    st.tuples(st.just("end_rights"), st.integers(0, 1), st.sampled_from(["withdraw", "refuse"])),
    st.tuples(st.just("settle"), st.integers(0, 1), st.sampled_from(["not_needed", "unknown"])),
    st.tuples(st.just("request"), st.integers(0, 1)),
    st.tuples(st.just("extend"), st.integers(0, 1), st.sampled_from([0, 1, 3])),
)

WAITS = st.sampled_from(
    ["an instant", "an instant", "an hour", "a day", "until just before", "until it changes"]
)


def _born(zone: str, terms: Any, set_clock: Callable[[dt.datetime], None]) -> Life:
    """A piece that ran in two outlets: one gave its permission in full, of the other's `terms` are known."""
    set_clock(START)
    home = InstitutionFactory(is_home=True, default_kind=KindFactory(), time_zone=zone)
    HouseStyleFactory(institution=home)
    position = DisclaimerFactory(institution=home)
    WordingFactory(disclaimer=position, in_force_until=dt.date(2026, 4, 24))
    WordingFactory(disclaimer=position, in_force_from=dt.date(2026, 4, 24), text="Nobody speaks here.")
    article = ArticleFactory(institution=home, body=text(1))
    BylineFactory(article=article)
    outlet = OutletFactory()
    places = [
        AppearanceFactory(article=article, outlet=outlet, relation="version", rights=terms),
        AppearanceFactory(article=article, relation="version", url="https://lantern.example/b"),
    ]
    standing = StandingPermissionFactory(outlet=outlet, mode="excerpt", excerpt_words=3, valid_days=2)
    life = Life(places, set_clock, standing)
    acts.save_draft(article, by=None, at=START)
    return life


GOES_OUT = ("publish", True, "no", 0, True)

FIRST = st.tuples(
    st.tuples(st.just("publish"), st.just(True), st.just("no"), st.sampled_from([0, 0, 5]), st.just(True)),
    WAITS,
)

TERMS = st.sampled_from([False, {}, {}, {"valid_until": dt.date(2026, 4, 24)}])


@settings(
    max_examples=examples(10),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(  # an embargo ends before what is scheduled, and another permission shows no more all the same
    zone="Africa/Cairo",
    terms=False,
    steps=(
        (GOES_OUT, "an instant"),
        [
            (("publish", False, "minor", 30, True), "an instant"),
            (("grant", 1, FULL, 3, 2), "an instant"),
            (("end_rights", 1, "withdraw"), "an hour"),
        ],
    ),
)
@example(  # a notice goes out while a version with an address of its own is scheduled
    zone="Pacific/Kiritimati",
    terms={},
    steps=(
        (GOES_OUT, "a day"),
        [
            (("move",), "an instant"),
            (("publish", True, "minor", 30, True), "an hour"),
            (("save",), "an instant"),
            (("publish", True, "a", 0, True), "an hour"),
            (("correct", True), "an instant"),
            (("unschedule",), "until just before"),
            (("take_down",), "a day"),
            (("put_back",), "a day"),
        ],
    ),
)
@example(  # what opens after an embargo obeys what the outlet has said meanwhile
    zone="America/New_York",
    terms=False,
    steps=(
        (GOES_OUT, "an instant"),
        [
            (("grant", 0, FULL, 40, 0), "an hour"),
            (("grant", 0, EXCERPT, 40, 2), "an hour"),
            (("extend", 0, 3), "an instant"),
            (("end_rights", 0, "withdraw"), "until it changes"),
        ],
    ),
)
@given(
    zone=st.sampled_from(ZONES),
    terms=TERMS,
    steps=st.tuples(FIRST, st.lists(st.tuples(STEPS, WAITS), min_size=3, max_size=12)),
)
def test_whatever_is_done_to_a_piece_readers_get_what_was_asked_for_and_what_is_allowed(
    clock, zone, terms, steps
):
    with transaction.atomic():
        life = _born(zone, terms, clock)
        for (name, *terms), waiting in (steps[0], *steps[1]):
            try:
                with transaction.atomic():
                    getattr(life, name)(*terms)
            except acts.ActRefused as refused:
                life.refused(name, refused)
            else:
                life.done.append(f"{name} {terms}")
            life.check()
            life.wait(waiting)
            life.done.append(waiting)
            life.check()
        transaction.set_rollback(True)
