"""One piece, the acts that are tried on it, and what readers may see of it after each.

A small model keeps what was asked for: which version from which instant on, with which notices, under which
permissions. After every step the page of every instant that could differ is read and compared with it.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.rights import Grant
from articles.models import Appearance, Article, Edition, Revision, RightsRecord
from articles.renewed import Renewed
from articles.rights.rule import EXCERPT, combine_permissions
from articles.states import Form
from articles.timeline import load_timeline
from disclaimers.models import Institution
from outlets.models import StandingPermission
from tests.articles.life_records import Records
from tests.articles.marked_text import BARRED, text, words_shown

HOUR, DAY, INSTANT = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(microseconds=1)
START = dt.datetime(2026, 4, 22, 9, 0, tzinfo=dt.UTC)


@dataclass
class Asked:
    """What was asked for from an instant on: a version, or a notice in its place; None: nothing at all."""

    since: dt.datetime
    version: Revision | None
    notices: tuple[int, ...] = ()
    form: Form = Form.PIECE

    @property
    def is_stone(self) -> bool:
        return self.form != Form.PIECE


@dataclass
class Life:
    """One piece with everything that was asked of it; each step below is one that the desk may refuse."""

    places: list[Appearance]
    set_clock: Callable[[dt.datetime], None]
    standing: StandingPermission
    at: dt.datetime = START
    texts: int = 1
    now: Asked = field(default_factory=lambda: Asked(START, None))
    coming: Asked | None = None
    before_stone: tuple[int, ...] = ()
    frozen: dict[int, dict[str, Any]] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    @property
    def article(self) -> Article:
        return Article.objects.get(pk=self.places[0].article_id)

    def go_to(self, at: dt.datetime) -> None:
        """Let the clock move on; what was scheduled comes by itself."""
        self.at = at
        self.set_clock(at)
        if self.coming and self.coming.since <= at:
            self.now, self.coming = self.coming, None

    def wait(self, step: str) -> None:
        ahead = sorted(one for one in self.boundaries() if one > self.at)
        match step:
            case "an instant":
                self.go_to(self.at + INSTANT)
            case "an hour":
                self.go_to(self.at + HOUR)
            case "a day":
                self.go_to(self.at + DAY)
            case "until just before" if ahead and ahead[0] - INSTANT > self.at:
                self.go_to(ahead[0] - INSTANT)
            case "until it changes" if ahead:
                self.go_to(ahead[0])
            case _:
                self.go_to(self.at + INSTANT)

    def boundaries(self) -> set[dt.datetime]:
        """The instants at which something may be another, by what was asked and by the permissions' own words."""
        found = {self.coming.since} if self.coming else set()
        for record in RightsRecord.objects.filter(article=self.places[0].article_id):
            if record.embargo_until:
                found.add(record.embargo_until)
            if record.valid_until:
                zone = ZoneInfo(Institution.objects.get().time_zone)
                over = dt.datetime.combine(record.valid_until, dt.time(), tzinfo=zone)
                found.add(over.astimezone(dt.UTC))
        return found

    # Steps -------------------------------------------------------------------------------------------------

    def save(self) -> None:
        self.texts += 1
        Article.objects.filter(pk=self.article.pk).update(body=text(self.texts), dek=f"Dek {self.texts}.")
        acts.save_draft(self.article, by=None, at=self.at)

    def publish(self, newest: bool, told: str, hours: int, without_text: bool) -> None:
        revisions = Revision.objects.filter(article=self.article).order_by("-number")
        revision = revisions[0] if newest else revisions.reverse()[0]
        live_from = self.at + hours * HOUR if hours else None
        change: Any = {"no": None, "minor": "minor"}.get(
            told, NoticeDraft("update", f"There is more: {told}.")
        )
        edition = acts.publish(
            self.article, revision=revision, by=None, at=self.at, live_from=live_from, change=change,
            without_text=without_text,
        )  # fmt: skip
        news = tuple(edition.entry.notices.values_list("pk", flat=True))
        asked = Asked(edition.live_from, revision, (*self._had(), *news))
        if live_from:
            self.coming = asked
        else:
            self.now = asked
            if self.coming:
                self.coming.notices = (*self.coming.notices, *news)

    def _had(self) -> tuple[int, ...]:
        return self.before_stone if self.now.is_stone else self.now.notices or self.before_stone

    def unschedule(self) -> None:
        acts.unschedule(self.article, by=None, at=self.at)
        self.coming = None

    def unpublish(self) -> None:
        acts.unpublish(self.article, by=None, at=self.at, reason="So be it")
        self.before_stone = self.now.notices
        self.now, self.coming = Asked(self.at, None), None

    def take_down(self) -> None:
        had = self._had()
        stone = acts.take_down(
            self.article, because="legal", sentence="Gone.", by=None, at=self.at, reason="A letter"
        )
        self.before_stone = had
        told = tuple(stone.entry.notices.values_list("pk", flat=True))
        self.now, self.coming = (
            Asked(self.at, stone.revision, told, form=Form.WITHDRAWAL),
            None,
        )

    def retract(self) -> None:
        had, shown = self._had(), self.now.notices if self.now.version else self.before_stone
        stone = acts.retract(self.article, text="It was not so.", issued_by="The house", by=None, at=self.at)
        self.before_stone, told = had, (*shown, *stone.entry.notices.values_list("pk", flat=True))
        self.now, self.coming = Asked(self.at, stone.revision, told, form=Form.RETRACTION), None

    def put_back(self) -> None:
        edition = acts.put_back(self.article, by=None, at=self.at, reason="Well", sentence="It stands.")
        self.now = Asked(self.at, edition.revision, (*self.before_stone, edition.entry.notices.get().pk))

    def correct(self, is_text: bool) -> None:
        self.texts += 1
        changes = {"body": text(self.texts)} if is_text and not self.now.is_stone else {}
        words = NoticeDraft("correction", wrong=f"Wrong {self.texts}.", right="Right.")
        edition = acts.correct(self.article, changes=changes, notice=words, by=None, at=self.at)
        told = edition.entry.notices.get().pk
        self.now = replace(
            self.now, since=self.at, version=edition.revision, notices=(*self.now.notices, told)
        )
        if changes:
            assert edition.revision.content["body"] == text(self.texts)
        if self.coming:
            self.coming.notices = (*self.coming.notices, told)
            self.coming.version = load_timeline(self.article.pk, self.at).coming.revision

    def reissue(self, renewed: Renewed) -> None:
        acts.reissue(self.article, renewed=renewed, by=None, at=self.at, reason="New names")

    def rename(self) -> None:
        self.texts += 1
        author = self.article.bylines.get().author
        author.display_name = f"Ida Quay the {self.texts}th"
        author.save()

    def grant(self, place: int, mode: str, embargo: int, days: int) -> None:
        today = self.at.astimezone(ZoneInfo(Institution.objects.get().time_zone)).date()
        acts.grant_rights(
            self.places[place],
            Grant(
                mode=mode, excerpt_words=4 if mode == EXCERPT else None, granted_on=today, evidence="Mail",
                embargo_until=self.at + embargo * HOUR if embargo else None,
                embargo_zone="Europe/Berlin" if embargo else "",
                valid_until=today + days * DAY if days else None,
            ),
            by=None, at=self.at,
        )  # fmt: skip

    def take_over(self) -> None:
        grant = Grant.by_standing_permission(self.standing, on=self.at.date())
        acts.grant_rights(self.places[0], grant, by=None, at=self.at)

    def end_rights(self, place: int, how: str) -> None:
        act = {"withdraw": acts.withdraw_rights, "refuse": acts.refuse_rights}[how]
        act(self.places[place], by=None, at=self.at, reason="A letter")

    def settle(self, place: int, state: str) -> None:
        acts.settle_rights(self.places[place], state=state, by=None, at=self.at, reason="Looked at")

    def move(self) -> None:
        """The address asked for from the next version on is another."""
        self.texts += 1
        Article.objects.filter(pk=self.article.pk).update(slug=f"address-{self.texts}")
        acts.save_draft(self.article, by=None, at=self.at)

    def request(self, place: int) -> None:
        acts.request_rights(self.places[place], by=None, at=self.at, on=self.at.date())

    def extend(self, place: int, days: int) -> None:
        until = self.at.date() + days * DAY if days else None
        acts.extend_rights(self.places[place], valid_until=until, by=None, at=self.at)

    def refused(self, name: str, why: acts.ActRefused) -> None:
        """An act may be refused, but not for what only somebody else's act could be the reason."""
        assert "at the same moment" not in str(why)
        self.done.append(f"({name} refused: {why})")

    # What must hold ----------------------------------------------------------------------------------------

    def check(self) -> None:
        article = self.article
        editions = list(Edition.objects.filter(article=article).not_emptied().order_by("live_from"))
        records = Records()
        instants = {self.at, self.at + 3650 * DAY}
        for one in self.boundaries() | {edge for edition in editions for edge in _edges(edition)}:
            instants |= {one - INSTANT, one, one + INSTANT}
        for at in sorted(one for one in instants if one >= self.at):
            live = [one for one in editions if one.live_from <= at and not _is_over(one, at)]
            asked = self.coming if self.coming and self.coming.since <= at else self.now
            self.matches(live, asked, at, records)
        self.past_stays(editions)
        _one_story(editions)

    def matches(self, live: list[Edition], asked: Asked, at: dt.datetime, records: Records) -> None:
        where = f"at {at} (now {self.at}) after {self.done}"
        assert len(live) == (asked.version is not None), f"{len(live)} editions {where}"
        if not live or asked.version is None:
            return
        (edition,) = live
        assert edition.revision_id == asked.version.pk, where
        assert edition.form == asked.form, where
        assert sorted(edition.printed["notice_ids"]) == sorted(asked.notices), f"notices {where}"
        content = asked.version.content
        if content["slug"] and not asked.is_stone:
            assert edition.permalink.path == f"/articles/{content['slug']}/", where
        may = combine_permissions(records.permissions(asked.version), at)
        body = BARRED.findall(content["body"])
        shown = [] if asked.is_stone else words_shown(body, may)
        if not asked.is_stone:
            assert edition.mode == may.mode, f"{edition.mode}, not {may.mode}, {where}"
        found = BARRED.findall(edition.body)
        is_excerpt = may.mode == EXCERPT and not asked.is_stone
        assert (found == shown[: len(found)] and found) if is_excerpt else found == shown, where
        assert records.barred(edition) <= set(found), f"barred words {where}"

    def past_stays(self, editions: list[Edition]) -> None:
        """What has begun says for ever what it said; what has ended has ended then."""
        for edition in editions:
            if edition.live_from > self.at:
                continue
            facts = {"body": edition.body, "from": edition.live_from, "printed": edition.printed}
            if edition.live_until and edition.live_until <= self.at:
                facts["until"] = edition.live_until
            kept = self.frozen.setdefault(edition.pk, facts)
            assert kept.items() <= facts.items()
            self.frozen[edition.pk] = facts


def _edges(edition: Edition) -> Iterator[dt.datetime]:
    yield edition.live_from
    if edition.live_until:
        yield edition.live_until


def _is_over(edition: Edition, at: dt.datetime) -> bool:
    return edition.live_until is not None and edition.live_until <= at


def _one_story(editions: list[Edition]) -> None:
    """From the first that readers had: one first day, one set of disclaimers, names that change by an act alone."""
    pieces = [one for one in editions if one.form == Form.PIECE]
    for before, after in pairwise(pieces):
        assert after.first_published_on == before.first_published_on
        assert after.ordered_at == before.ordered_at
        assert after.uuid == before.uuid
        texts = [[row["wording"] for row in one.printed["wordings"]] for one in (before, after)]
        if texts[0] != texts[1]:
            assert after.entry.act == "reissue"
        if after.byline != before.byline:
            assert after.entry.act == "reissue"
    for one in pieces:
        assert one.modified_at is None or one.modified_at <= one.live_from
