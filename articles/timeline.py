"""Timeline: where a piece stands at one instant: its public state, read off its editions, and the work on its draft."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import takewhile

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from articles.models.desk import DeskState
from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.states import ACTS, Act, Form, Public, Whose, Work

_PUBLIC = {Form.PIECE: Public.LIVE, Form.WITHDRAWAL: Public.WITHDRAWN, Form.RETRACTION: Public.RETRACTED}


@dataclass(frozen=True)
class Timeline:
    """A piece's editions seen from the instant `at`.

    `current`: the live edition. `coming`: the scheduled one. `ahead`: all that have not begun, with those that follow
    when a permission ends. `first`, `latest`: the oldest and the newest that have begun; `latest_piece`: the newest of
    them that is the piece itself and no notice in its place. `was_retracted`: a retraction has stood there
    since. `since`: the instant from which readers have had the piece, or the notice in its place, without a gap.
    `desk`: the state of the work, if it was loaded.
    """

    at: dt.datetime
    current: Edition | None
    coming: Edition | None
    first: Edition | None
    latest: Edition | None
    latest_piece: Edition | None = None
    was_retracted: bool = False
    since: dt.datetime | None = None
    ahead: tuple[Edition, ...] = ()
    desk: DeskState | None = None

    def before(self, edition: Edition | None) -> tuple[Edition, ...]:
        """The editions that readers get from now on until `edition` begins; all of them for None."""
        editions = (self.current, *self.ahead) if self.current else self.ahead
        return tuple(each for each in editions if edition is None or each.live_from < edition.live_from)

    def following(self, edition: Edition) -> tuple[Edition, ...]:
        """The editions that follow this one because its permissions end or begin on a day, in their order."""
        later = (each for each in self.ahead if each.live_from > edition.live_from)
        return tuple(takewhile(lambda each: each.is_following, later))

    def without_current(self, edition: Edition) -> "Timeline":
        """The timeline once an act has replaced the live edition by `edition`."""
        return replace(self, current=None, latest=edition, latest_piece=edition)

    def without_coming(self) -> "Timeline":
        """The timeline as if nothing were scheduled."""
        return replace(self, coming=None)

    @property
    def public(self) -> Public:
        if self.current:
            return _PUBLIC[Form(self.current.form)]
        if self.first:
            return Public.UNPUBLISHED
        return Public.SCHEDULED if self.coming else Public.NEVER

    @property
    def work(self) -> Work:
        """The state of the work on the newest draft; a piece that was never saved is being drafted."""
        return Work(self.desk.work) if self.desk else Work.DRAFTING

    def allows(self, act: Act, by: AbstractBaseUser | AnonymousUser | None) -> bool:
        """True if the act table allows the act to this person here; permissions are another matter.

        `by`: None for a program.
        """
        rule = ACTS[act]
        if not rule.allows(self.public, self.work, has_coming=self.coming is not None):
            return False
        if by is None or self.desk is None:
            return True
        match rule.whose:
            case Whose.WHO_HANDED_IT_IN:
                return self.desk.handed_in_by_id == by.pk and self.desk.editor_id is None
            case Whose.WHO_HAS_IT_NOT:
                return self.desk.editor_id != by.pk or self.work != Work.IN_REVIEW
        return True


def load_standing(article_id: int, at: dt.datetime) -> Timeline:
    """A timeline with the state of the work and the people it names: two queries."""
    people = ("work_entry__actor", "handed_in_by", "editor")
    desk = DeskState.objects.select_related(*people).filter(article=article_id).first()
    return replace(load_timeline(article_id, at), desk=desk)


def timeline_of_new(at: dt.datetime) -> Timeline:
    """The timeline of a piece that is not saved yet."""
    return Timeline(at, None, None, None, None)


_EDITIONS: Prepared[Edition] = Prepared(
    lambda article: (
        Edition.objects.filter(article_id=article)
        .not_emptied()
        .select_related("permalink", "revision")
        .order_by("live_from")
    ),
    article=int,
)


def load_timeline(article_id: int, at: dt.datetime) -> Timeline:
    """Load a timeline in one query; editions that were called off before they began are left out."""
    editions = _EDITIONS(article=article_id)
    begun = [edition for edition in editions if edition.live_from <= at]
    last = begun[-1] if begun else None
    pieces = [edition for edition in begun if edition.form == Form.PIECE]
    since = begun[begun.index(pieces[-1]) :] if pieces else begun
    is_live = last is not None and (last.live_until is None or last.live_until > at)
    return Timeline(
        at=at,
        current=last if is_live else None,
        coming=next((each for each in editions if each.live_from > at and not each.is_following), None),
        first=begun[0] if begun else None,
        latest=last,
        latest_piece=pieces[-1] if pieces else None,
        since=_unbroken_since(begun) if is_live else None,
        was_retracted=any(edition.form == Form.RETRACTION for edition in since),
        ahead=tuple(each for each in editions if each.live_from > at),
    )


def _unbroken_since(begun: list[Edition]) -> dt.datetime:
    """The beginning of the last editions of one form, each of which began when the one before it ended."""
    first = begun[-1]
    for edition in reversed(begun[:-1]):
        if (edition.form, edition.live_until) != (first.form, first.live_from):
            break
        first = edition
    return first.live_from
