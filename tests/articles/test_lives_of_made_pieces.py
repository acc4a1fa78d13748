"""Random lives of a source and of what is made from it: at no instant does a page show more than its source.

A translation of the source, an excerpt of that translation, and a version of both with a place of its own.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import acts
from articles.acts.rights import Grant
from articles.models import Appearance, Article, Edition, LedgerEntry
from articles.rights.rule import EXCERPT, FULL, LINK, shows_more
from articles.states import Form
from prose.html.text import word_count
from tests.articles.life import DAY, HOUR, INSTANT, START
from tests.articles.rights import LONG
from tests.conftest import examples
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
)

pytestmark = pytest.mark.long

ZONE = "America/New_York"


@dataclass
class Family:
    """The pieces by the letter of their place in the family, each with the letters of its sources."""

    pieces: dict[str, Article]
    places: dict[str, Appearance]
    set_clock: Any
    at: dt.datetime = START
    saves: int = 0
    done: list[str] = field(default_factory=list)

    SOURCES = {"s": "", "t": "s", "e": "t", "v": "st"}

    def wait(self, hours: int) -> None:
        self.at += hours * HOUR or INSTANT
        self.set_clock(self.at)

    # Steps -------------------------------------------------------------------------------------------------

    def publish(self, letter: str, hours: int) -> None:
        """Publish a new version of a piece, or schedule it."""
        self.saves += 1
        article = self.pieces[letter]
        Article.objects.filter(pk=article.pk).update(dek=f"Dek {self.saves}.")
        revision = acts.save_draft(article, by=None, at=self.at)
        live_from = self.at + hours * HOUR if hours else None
        acts.publish(
            article, revision=revision, by=None, at=self.at, live_from=live_from, change="minor", without_text=True
        )  # fmt: skip

    def name_no_source(self, letter: str) -> None:
        """From its next version on a piece is its own."""
        Article.objects.filter(pk=self.pieces[letter].pk).update(
            translation_of=None, made_from=None, made_as="", source_language=""
        )

    def unschedule(self, letter: str) -> None:
        acts.unschedule(self.pieces[letter], by=None, at=self.at)

    def unpublish(self, letter: str) -> None:
        acts.unpublish(self.pieces[letter], by=None, at=self.at, reason="So be it")

    def publish_again(self, letter: str, hours: int) -> None:
        """Take a piece from readers, and bring a version back some hours later."""
        self.unpublish(letter)
        self.publish(letter, hours)

    def take_down(self, letter: str) -> None:
        acts.take_down(
            self.pieces[letter], because="rights", sentence="Gone.", by=None, at=self.at, reason="x"
        )

    def put_back(self, letter: str) -> None:
        acts.put_back(self.pieces[letter], by=None, at=self.at, reason="All is well")

    def grant(self, letter: str, mode: str, embargo: int, days: int) -> None:
        today = self.at.astimezone(ZoneInfo(ZONE)).date()
        grant = Grant(
            mode=mode, excerpt_words=7 if mode == EXCERPT else None, granted_on=today, evidence="Mail",
            embargo_until=self.at + embargo * HOUR if embargo else None, embargo_zone=ZONE if embargo else "",
            valid_until=today + days * DAY if days else None,
        )  # fmt: skip
        acts.grant_rights(self.places[letter], grant, by=None, at=self.at)

    def extend(self, letter: str, days: int) -> None:
        until = self.at.date() + days * DAY
        acts.extend_rights(self.places[letter], valid_until=until, by=None, at=self.at)

    def withdraw(self, letter: str) -> None:
        acts.withdraw_rights(self.places[letter], by=None, at=self.at, reason="A letter")

    # What must hold ----------------------------------------------------------------------------------------

    def check(self) -> None:
        timelines = {
            letter: list(Edition.objects.filter(article=article).not_emptied().select_related("revision"))
            for letter, article in self.pieces.items()
        }
        edges = {
            edge for line in timelines.values() for each in line for edge in (each.live_from, each.live_until)
        }
        instants = {near for edge in edges if edge for near in (edge - INSTANT, edge, edge + INSTANT)}
        for at in sorted(each for each in {*instants, self.at, self.at + 900 * DAY} if each >= self.at):
            live = {letter: _live(line, at) for letter, line in timelines.items()}
            for letter, edition in live.items():
                if edition and edition.form == Form.PIECE:
                    sources = {source: live[source] for source in self.SOURCES[letter]}
                    self.shows_no_more(edition, sources, timelines, at)

    def shows_no_more(
        self,
        edition: Edition,
        sources: dict[str, Edition | None],
        timelines: dict[str, list[Edition]],
        at: dt.datetime,
    ) -> None:
        """A source that readers never had bounds by its permissions alone; one that is gone leaves a headline."""
        where = f"{edition.headline} at {at} (now {self.at}) after {self.done}"
        named = {edition.revision.content["translation_of_id"], edition.revision.content["made_from_id"]}
        for letter, source in sources.items():
            if self.pieces[letter].pk not in named:
                continue
            if source is None or source.form != Form.PIECE:
                was_there = any(each.live_from <= at for each in timelines[letter])
                assert not was_there or not (edition.dek or edition.body), where
                continue
            mode = source.mode
            assert not shows_more(edition.mode, mode), f"{mode}, and {edition.mode} of {where}"
            if mode == EXCERPT and edition.mode == EXCERPT:
                assert word_count(edition.body) <= 7, where
            if edition.mode == LINK:
                assert not edition.body, where


def _live(line: list[Edition], at: dt.datetime) -> Edition | None:
    return next(
        (each for each in line if each.live_from <= at and (each.live_until is None or each.live_until > at)),
        None,
    )


def _born(set_clock: Any) -> Family:
    set_clock(START)
    home = InstitutionFactory(is_home=True, default_kind=KindFactory(), time_zone=ZONE)
    HouseStyleFactory(institution=home)
    facts = {"institution": home, "body": LONG}
    source = ArticleFactory(headline="Source", **facts)
    german = {"language": "de", "source_language": "en"}
    translation = ArticleFactory(headline="Translation", translation_of=source, **german, **facts)
    pieces = {
        "s": source,
        "t": translation,
        "e": ArticleFactory(headline="Excerpt", made_from=translation, made_as="excerpt", **facts),
        "v": ArticleFactory(
            headline="Version", made_from=source, made_as="version", translation_of=translation,
            source_language="de", **facts,
        ),
    }  # fmt: skip
    places = {letter: AppearanceFactory(article=pieces[letter]) for letter in "sv"}
    family = Family(pieces, places, set_clock)
    for letter in "ste":
        family.publish(letter, 0)
    return family


ANY = st.sampled_from("stev")
HELD = st.sampled_from("sv")
STEPS = st.one_of(
    st.tuples(st.sampled_from(["publish", "publish", "publish_again"]), ANY, st.sampled_from([0, 0, 5, 30])),
    st.tuples(st.sampled_from(["unschedule", "take_down", "put_back", "unpublish", "name_no_source"]), ANY),
    st.tuples(
        st.just("grant"),
        st.sampled_from("ssv"),
        st.sampled_from([FULL, FULL, EXCERPT, LINK]),
        st.sampled_from([0, 0, 3, 40]),
        st.sampled_from([0, 1, 2]),
    ),
    st.tuples(st.just("extend"), HELD, st.sampled_from([1, 3])),
    st.tuples(st.just("withdraw"), HELD),
)


@settings(
    max_examples=examples(8),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.tuples(STEPS, st.sampled_from([0, 1, 4, 26])), min_size=3, max_size=9))
def test_at_no_instant_does_a_page_made_from_another_show_more_than_its_source(clock, steps):
    with transaction.atomic():
        family = _born(clock)
        for (name, *terms), waiting in steps:
            family.wait(waiting)
            try:
                with transaction.atomic():
                    getattr(family, name)(*terms)
            except acts.ActRefused as refused:
                family.done.append(f"({name} {terms} refused: {refused})")
            else:
                family.done.append(f"{name} {terms}")
            family.check()
        for entry in LedgerEntry.objects.filter(act="reissue"):
            assert LedgerEntry.objects.get(pk=entry.after["source_entry"]).article_id == entry.after["source"]
        transaction.set_rollback(True)
