"""Random lives of records and pieces in two languages: every sentence is true on the day of which it speaks.

A plain account (`DatedRecords`) says which word counted on which day. A page prints the words of its day as they were
on record when it was printed; a re-issue reads again what its reason names, and nothing else.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from articles import acts
from articles.acts.reissuing import NothingToChange
from articles.models import Article, Edition
from articles.renewed import Renewable, Renewed
from tests.articles.dated_records import LANGUAGES, SUBJECTS, DatedRecords, dated_records
from tests.articles.life import DAY, HOUR, INSTANT, START
from tests.conftest import examples
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory

pytestmark = pytest.mark.long
WORD = re.compile(rf"\b(?:{'|'.join(SUBJECTS)})(?:En|De)\d+\b")
ZONE = ZoneInfo("Europe/Berlin")
IN_HEAD = ("Person",)
"""Kinds of words that a page's head repeats."""

Words = dict[str, str]


@dataclass
class Piece:
    """A piece, the days stated for it, and the words that its live and its coming page have by the account."""

    article: Article
    ran_on: dt.date | None
    stated: dt.date | None
    live: Words | None = None
    coming: tuple[dt.datetime, Words] | None = None

    @property
    def language(self) -> str:
        return self.article.language


@dataclass
class World:
    """The pieces and the records, at an instant."""

    set_clock: Any
    reading_at: Any
    client: Any
    records: DatedRecords = None  # type: ignore[assignment]
    pieces: list[Piece] = field(default_factory=list)
    at: dt.datetime = START
    done: list[str] = field(default_factory=list)

    def begin(self, ran: tuple[int | None, ...], stated: tuple[int | None, ...]) -> None:
        self.go_to(START)
        self.records = dated_records(lambda: self.at)
        for language, ran_ago, stated_ago in zip(LANGUAGES, ran, stated, strict=True):
            days = [START.date() - ago * DAY if ago is not None else None for ago in (ran_ago, stated_ago)]
            self.pieces.append(self._piece(language, *days))

    def _piece(self, language: str, ran_on: dt.date | None, stated: dt.date | None) -> Piece:
        article = ArticleFactory(
            institution=self.records.house, kind=self.records.kind, language=language, first_published_on=stated,
            is_archive=stated is not None, slug=f"piece-{language}", headline="Tides", dek="", body="<p>One.</p>",
        )  # fmt: skip
        BylineFactory(article=article, author=self.records.person)
        AppearanceFactory(
            article=article, outlet=self.records.outlet, relation="also", published_on=ran_on, url="", rights=False
        )  # fmt: skip
        acts.save_draft(article, by=None, at=self.at)
        return Piece(article, ran_on, stated)

    def go_to(self, at: dt.datetime) -> None:
        self.at = at
        self.set_clock(at)
        self.reading_at(at)
        for piece in self.pieces:
            if piece.coming and piece.coming[0] <= at:
                piece.live, piece.coming = piece.coming[1], None

    # Steps -------------------------------------------------------------------------------------------------

    def wait(self, hours: int) -> None:
        self.go_to(self.at + (hours * HOUR or INSTANT))

    def change(self, kind: str, language: str, days: int) -> None:
        """Another word from a day on; what is scheduled and new prints it at once, if it counts there."""
        if self.records.change(kind, language, self._today() + days * DAY):
            for piece in self.pieces:
                if piece.coming and piece.live is None:
                    piece.coming = piece.coming[0], self._words_of(piece, piece.coming[0])

    def change_and_reissue(self, kind: str, which: int, days: int) -> None:
        self.change(kind, self.pieces[which].language, days)
        self.reissue(which, SUBJECTS[kind])

    def publish(self, which: int, hours: int) -> None:
        piece = self.pieces[which]
        number = piece.article.revisions.count() + 1
        Article.objects.filter(pk=piece.article.pk).update(dek=f"Dek {number}.")
        revision = acts.save_draft(piece.article, by=None, at=self.at)
        live_from = self.at + hours * HOUR if hours else None
        acts.publish(
            piece.article, revision=revision, by=None, at=self.at, live_from=live_from,
            change="minor" if piece.live else None,
        )  # fmt: skip
        words = piece.live or self._words_of(piece, live_from or self.at)
        if live_from:
            piece.coming = live_from, dict(words)
        else:
            piece.live = dict(words)
            if piece.coming:  # it is not the first any more
                piece.coming = piece.coming[0], dict(words)

    def unschedule(self, which: int) -> None:
        acts.unschedule(self.pieces[which].article, by=None, at=self.at)
        self.pieces[which].coming = None

    def reissue(self, which: int, subject: Renewable) -> None:
        """Only the words of the subject are read anew, for the piece's own day; texts in force today."""
        piece = self.pieces[which]
        new = dict(piece.live or {})
        if piece.live:
            anew = self._words_of(piece, self._begun(piece))
            new |= {kind: anew[kind] for kind in SUBJECTS if SUBJECTS[kind] == subject}
            if subject == Renewable.DISCLAIMERS:
                new["Text"] = self.records.said("Text", piece.language, self._today())
        try:
            acts.reissue(piece.article, renewed=Renewed.of(subject), by=None, at=self.at, reason="New words")
        except NothingToChange:
            assert new == (piece.live or {}), f"nothing changes, but {new} is not {piece.live}"
            return
        if piece.live:
            changed = {kind for kind in SUBJECTS if new[kind] != piece.live[kind]}
            # A post that has ended since is told with the day of which the page speaks.
            assert changed or piece.coming or subject == Renewable.POSTS, self.done
            if piece.coming:
                hour, words = piece.coming
                piece.coming = hour, words | {kind: new[kind] for kind in changed}
            piece.live = new

    # The account -------------------------------------------------------------------------------------------

    def _today(self) -> dt.date:
        return self.at.astimezone(ZONE).date()

    def _begun(self, piece: Piece) -> dt.datetime:
        first = Edition.objects.filter(article=piece.article).not_emptied().order_by("live_from").first()
        assert first
        return first.live_from

    def _words_of(self, piece: Piece, live_from: dt.datetime) -> Words:
        """What counts on the day of a piece that is first out at an instant."""
        day = piece.stated or live_from.astimezone(ZONE).date()
        words = {kind: self.records.said(kind, piece.language, day) for kind in SUBJECTS}
        return words | {"Outlet": self.records.said("Outlet", piece.language, piece.ran_on or day)}

    # What must hold ----------------------------------------------------------------------------------------

    def check(self) -> None:
        items = {item.findtext("guid"): item for item in self._feed().iter("item")}
        for piece in self.pieces:
            answer = self.client.get(f"/articles/piece-{piece.language}/")
            assert (answer.status_code == 200) == (piece.live is not None), self.done
            if piece.live is None:
                continue
            page = html.fromstring(answer.content.decode())
            expected = set(piece.live.values())
            self._same(page.find(".//article").text_content(), expected, f"page in {piece.language}")
            head = etree.tostring(page.find("head"), encoding="unicode")
            wanted = {piece.live[kind] for kind in IN_HEAD}
            found = set(WORD.findall(head))
            assert wanted <= found <= expected, f"head: {found}, not {wanted}, after {self.done}"
            item = etree.tostring(items[piece.article.uuid.urn], encoding="unicode")
            self._same(item, expected, f"feed item in {piece.language}")
            self._true(piece)

    def _feed(self) -> Any:
        return etree.fromstring(self.client.get("/feed.rss").content)

    def _same(self, text: str, expected: set[str], where: str) -> None:
        found = set(WORD.findall(text))
        assert found == expected, f"{where}: {found - expected} for {expected - found} after {self.done}"

    def _true(self, piece: Piece) -> None:
        """What is scheduled says what the account says of it."""
        if piece.coming is None:
            return
        (edition,) = Edition.objects.filter(article=piece.article).not_emptied().coming(self.at)
        found = {
            *WORD.findall(str({**edition.printed, "records": "", "rights": ""})),
            *WORD.findall(edition.kicker),
        }
        assert found == set(piece.coming[1].values()), "; ".join(self.done)


WHICH = st.integers(0, len(LANGUAGES) - 1)
DAYS = st.sampled_from([-600, -40, -1, 0, 1, 2])
KINDS = st.sampled_from(list(SUBJECTS))
SUBJECT = st.sampled_from(sorted(set(SUBJECTS.values())))
STEPS = st.one_of(
    st.tuples(st.just("change"), KINDS, st.sampled_from(LANGUAGES), DAYS),
    st.tuples(st.just("change_and_reissue"), KINDS, WHICH, DAYS),
    st.tuples(st.just("publish"), WHICH, st.sampled_from([0, 30, 50])),
    st.tuples(st.just("unschedule"), WHICH),
    st.tuples(st.just("reissue"), WHICH, SUBJECT),
    st.tuples(st.just("wait"), st.sampled_from([0, 5, 24, 60])),
)
AGO = st.sampled_from([None, 3, 500])
HOURS = st.sampled_from([0, 0, 30])


@settings(
    max_examples=examples(10),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    ran=st.tuples(AGO, AGO),
    stated=st.tuples(AGO, AGO),
    first=st.tuples(HOURS, HOURS),
    steps=st.lists(STEPS, min_size=6, max_size=14),
)
def test_whatever_is_renamed_each_page_is_true_on_its_day_and_a_reissue_changes_what_it_names(
    clock: Any, client: Any, monkeypatch: Any, ran: Any, stated: Any, first: Any, steps: Any
) -> None:
    def reading_at(at: dt.datetime) -> None:
        monkeypatch.setattr("reading.public_view.now", lambda: at)

    with transaction.atomic():
        world = World(clock, reading_at, client)
        world.begin(ran, stated)
        for name, *choices in (*(("publish", which, hours) for which, hours in enumerate(first)), *steps):
            try:
                with transaction.atomic():
                    getattr(world, name)(*choices)
            except acts.ActRefused as refused:
                world.done.append(f"({name} {choices} refused: {refused})")
            else:
                world.done.append(f"{name} {choices}")
            world.check()
        transaction.set_rollback(True)
