"""A tour of some pieces through every act in every standing that the table allows, with the site read around each."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from articles import acts
from articles.models import Article, RightsRecord
from articles.renewed import Renewable, Renewed
from articles.states import ACTS, RIGHTS_ACTS, Act, Public
from authors.models import Author
from tests.articles.standings import EveryPassage, attempt
from tests.conftest import NOW
from tests.factories import saved
from tests.leaks.desk import LeakDesk
from tests.leaks.lives import Life, Standing
from tests.leaks.versions import next_version
from tests.leaks.ways import AT_THE_DESK, IN_TURN, STANDINGS, WAIT, Step, all_pairs, next_step

STEP = dt.timedelta(seconds=10)
NEW_VERSIONS = frozenset({Act.PUBLISH, Act.SCHEDULE, Act.SWAP})
"""Acts that bring another version to readers: it is written just before."""
MOVES = frozenset(
    {WAIT, Act.PUBLISH, Act.UNPUBLISH, Act.TAKE_DOWN, Act.RETRACT, Act.PUT_BACK, Act.CORRECT, Act.REISSUE}
)
"""Steps after which readers have another text or number."""


class Tour:
    """`done`: acts that happened; `refused`: those that were not allowed after all, and why."""

    def __init__(
        self, desk: LeakDesk, by: User, other: User, set_clock: Callable[[dt.datetime], None]
    ) -> None:
        self.desk, self.lives, self.readers = desk, desk.lives, desk.readers
        self.at, self.by, self.other, self._set_clock = NOW, by, other, set_clock
        self.todo, self.at_the_desk = all_pairs(), set(STANDINGS)
        self.done: set[Act] = set()
        self.refused: list[tuple[Standing, Act, str]] = []

    def run(self) -> None:
        """Take turns until no piece can come to anything that is still to do."""
        for life in self.lives:
            self.readers.look(life, is_changed=True)
        moved = [True]
        while any(moved):
            moved = [
                self._goes_on(life, facts) for life, facts in zip(self.lives, self.desk.facts, strict=True)
            ]

    def _goes_on(self, life: Life, facts: dict[str, Any]) -> bool:
        step = next_step(life.standing, self.todo)
        if step is None:
            return False
        if life.standing in self.at_the_desk:
            self.at_the_desk.discard(life.standing)
            self._works_at_the_desk(life)
        if step == WAIT:
            assert life.coming_at
            self.go_to(life.coming_at)
            self._look(life, WAIT)
        elif step in RIGHTS_ACTS:  # all of them by turns, as that of one piece
            for act in [act for act in IN_TURN if act in RIGHTS_ACTS and (life.standing, act) in self.todo]:
                self._plays(act, life, facts)
        else:
            self._plays(Act(step), life, facts)
        return True

    def go_to(self, at: dt.datetime) -> None:
        """Let the clock move on, for the database and for all pieces."""
        self.at = at
        self._set_clock(at)
        for life in self.lives:
            life.go_to(at)

    def _plays(self, act: Act, life: Life, facts: dict[str, Any]) -> None:
        self.go_to(self.at + STEP)
        if act in NEW_VERSIONS:
            if not life.shows_text:
                attempt(Act.SETTLE_RIGHTS, life.article, self.by, self.at)
                life.happened(Act.SETTLE_RIGHTS, self.at)
            next_version(life, self.desk.new_word(), self.at, **facts)
            self._look(life, Act.SAVE_DRAFT)
        standing = life.standing
        self.todo.discard((standing, act))
        if self._tries(act, life):
            life.happened(act, self.at)
        if act in RIGHTS_ACTS and life.state != Public.LIVE and act != Act.SETTLE_RIGHTS:
            return  # no page has the text: one look after all of them
        is_felt = act in MOVES or (act in RIGHTS_ACTS and life.state == Public.LIVE)
        self._look(life, act, is_felt=is_felt)

    def _tries(self, act: Act, life: Life) -> bool:
        try:
            self._performs(act, Article.objects.get(pk=life.article.pk), life)
        except (acts.ActRefused, ValidationError) as why:
            self.refused.append((life.standing, act, str(why)))
            return False
        self.done.add(act)
        return True

    def _performs(self, act: Act, piece: Article, life: Life) -> None:
        match act:
            case Act.CORRECT if piece.editions.live(self.at).get().form == "piece":
                self._corrects(piece, EveryPassage("corrected"))
            case Act.SETTLE_CORRECTION:
                saved(changed(piece, dek=f"Waiting {self.desk.number()}."), at=self.at)
                self._corrects(piece, {})
                attempt(act, piece, self.by, self.at)
            case Act.REISSUE:
                person = Author.objects.get(slug="shared")
                person.display_name = f"Shared Quay the {self.desk.number()}th"
                person.save()
                renewed = Renewed.of(Renewable.PEOPLE)
                acts.reissue(piece, renewed=renewed, by=self.by, at=self.at, reason="tried")
            case Act.REPRINT:
                RightsRecord.objects.filter(article=piece).update(credit=f"By leave {self.desk.number()}.")
                acts.reprint_scheduled(piece, by=self.by, at=self.at, reason="tried")
            case Act.TAKE_DOWN:
                acts.take_down(
                    piece, because="legal", sentence="Gone.", by=self.by, at=self.at, reason="tried",
                    keep_headline=life.keeps_headline,
                )  # fmt: skip
            case Act.APPROVE:
                attempt(act, piece, self.other, self.at)
            case _:
                attempt(act, piece, self.by, self.at)

    def _corrects(self, piece: Article, decisions: Any) -> None:
        words = acts.NoticeDraft("correction", wrong="It said two.", right="There are three.")
        changes = {"dek": f"Three {self.desk.number()}."}
        acts.correct(piece, changes=changes, notice=words, decisions=decisions, by=self.by, at=self.at)

    def _works_at_the_desk(self, life: Life) -> None:
        for act in AT_THE_DESK:
            self.go_to(self.at + STEP)
            piece = Article.objects.get(pk=life.article.pk)
            if ACTS[act].allows(life.state, piece.desk.work, has_coming=bool(life.coming)):
                self._tries(act, life)
        self._look(life, Act.SAVE_DRAFT)

    def _look(self, life: Life, step: Step, *, is_felt: bool = False) -> None:
        life.check(self.at)
        self.readers.after = f"{step} of piece {self.lives.index(life)}: {' '.join(map(str, life.standing))}"
        self.readers.look(life, is_changed=is_felt or step == WAIT)


def changed(piece: Article, **facts: Any) -> Article:
    """The manuscript with other words."""
    Article.objects.filter(pk=piece.pk).update(**facts)
    return piece
