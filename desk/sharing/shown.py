"""A shared link at an instant: a version of its piece as a proof, or a sentence why it shows nothing."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils import timezone

from articles.models.approval import Approval
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.proof import IS_HIDDEN, make_proof
from articles.rights.rule import FULL
from articles.snapshot import Content, content_of
from articles.states import DOWN, Public, Work
from articles.timeline import Timeline, load_standing
from desk.models import SharedLink
from desk.models.shared_link import HOUR, MOST_PAGES_AN_HOUR
from desk.sharing.tokens import hash_of
from prose.dates import hour_in_words, zone_in_words
from prose.quotation_marks import in_quotes
from reading.site import Site, load_house_by_key, load_site

COUNTED_AGAIN_AFTER = dt.timedelta(minutes=10)
NOT_KNOWN = (
    "This address opens nothing here. Perhaps a part of it is missing: open the link as it was sent to you."
)


@dataclass(frozen=True)
class Closed(Exception):
    """A link that opens no text: the sentence for its page, its status, and the live page where there is one."""

    title: str
    sentence: str
    status: int
    site: Site
    address: str = ""
    contact: str = ""
    again_after: int = 0  # seconds; 0 for a link that stays closed
    typed: tuple[str, ...] = ()  # words that were sent and not taken, to be copied


@dataclass(frozen=True)
class ShownPiece:
    """A version of a piece as a link shows it."""

    link: SharedLink
    revision: Revision
    edition: Edition
    timeline: Timeline
    site: Site
    at: dt.datetime

    @property
    def shows_all(self) -> bool:
        """True if the page has the whole text of its version."""
        return self.edition.mode == FULL and not self.edition.printed.get(IS_HIDDEN)

    @property
    def may_be_taken_along(self) -> bool:
        """True if its reader may have the text as a Word file, to propose other words in it."""
        return self.link.may_comment and self.shows_all

    @cached_property
    def content(self) -> Content:
        """The version without what its page may not show to this reader."""
        content = content_of(self.revision)
        if self.shows_all:
            return content
        is_hidden = self.edition.printed.get(IS_HIDDEN)
        headline = "" if is_hidden else content["headline"]
        return content | {"headline": headline, "dek": self.edition.dek, "body": ""}

    @cached_property
    def until(self) -> str:
        return self.hour(self.link.expires_at)

    @cached_property
    def saved(self) -> str:
        return self.hour(self.revision.saved_at)

    def hour(self, instant: dt.datetime) -> str:
        """An instant by the institution's clock, which is named."""
        return f"{hour_in_words(instant, self.site.zone)} ({zone_in_words(self.site.time_zone)})"

    @cached_property
    def is_more_than_readers_get(self) -> bool:
        """True if permissions keep a part of the text from readers of the site."""
        if not self.link.sees_manuscript:
            return False
        return make_proof(self.revision, at=self.at, timeline=self.timeline).edition.mode != FULL

    @cached_property
    def signed(self) -> Approval | None:
        """The newest sign-off through this link."""
        return Approval.objects.filter(through=self.link.pk).select_related("revision").first()

    @property
    def signed_on(self) -> str:
        return self.hour(self.signed.at) if self.signed else ""

    @property
    def is_signed(self) -> bool:
        """True if this exact text was signed off through this link."""
        mine = Approval.objects.counting_for(self.revision)
        return self.signed is not None and mine.filter(through=self.link.pk).exists()


def find_by_token(token: str) -> SharedLink | None:
    """The link with this token, whatever its state. One look-up by the hash, whether there is one or not."""
    return _links().filter(token_hash=hash_of(token)).first()


def find_by_key(key: uuid.UUID, token: str) -> SharedLink | None:
    """The link with this key, if the token is its own."""
    return _links().filter(pk=key, token_hash=hash_of(token)).first()


def _links() -> QuerySet[SharedLink]:
    return SharedLink.objects.select_related("article__institution", "pinned", "first_shown", "made_by")


def load_shown(link: SharedLink | None, at: dt.datetime, *, is_page: bool = False) -> ShownPiece:
    """Load the version that a link shows. Raises Closed; for one more page also after too many in an hour."""
    if link is None:
        raise Closed("Nothing here", NOT_KNOWN, 404, load_site(at))
    article = link.article
    site = load_house_by_key(article.institution_id, at)
    contact = f"Ask {who_shared(link)} for a new one." if link.made_by else ""

    def closed(title: str, sentence: str, *, address: str = "", status: int = 410) -> Closed:
        return Closed(title, sentence, status, site, address, "" if address else contact)

    if link.revoked_at:
        raise closed(
            "This link has been ended", "The desk has ended this link. What you sent has arrived there."
        )
    if link.expires_at <= at:
        ended = hour_in_words(link.expires_at, site.zone)
        raise closed(
            "This link has run out", f"This link worked until {ended}. What you sent has arrived at the desk."
        )
    if is_page and link.rests_until(at):
        raise resting(site, link, at)
    timeline = load_standing(article.pk, at)
    if timeline.work == Work.SPIKED:
        raise closed(
            "This piece was put aside", "The desk has put this piece aside. There is nothing to read here."
        )
    if timeline.public in DOWN:
        raise closed(
            "This piece was taken down", "This piece has been taken down, and its drafts are not shown."
        )
    revision = link.pinned or article.revisions.order_by("-number").first()
    if revision is None:
        raise closed("Nothing here", "Nothing of this piece has been saved.")
    revision.article = article
    live = timeline.current
    if timeline.public == Public.LIVE and live and revision.number <= live.revision.number:
        sentence = f"{in_quotes(live.headline)} has been published."
        raise closed("This piece is live", sentence, address=live.permalink.path, status=200)
    proof = make_proof(revision, at=at, timeline=timeline, is_manuscript=link.sees_manuscript)
    return ShownPiece(link, revision, proof.edition, timeline, site, at)


def resting(site: Site, link: SharedLink, at: dt.datetime, typed: Sequence[str] = ()) -> Closed:
    """A link that was asked for too many pages, until the hour is over. `typed`: what its reader typed just now."""
    until = link.rests_until(at) or at
    sentence = (
        f"It was asked for {MOST_PAGES_AN_HOUR} pages within an hour. It opens again at "
        f"{hour_in_words(until, site.zone)} ({zone_in_words(site.time_zone)}). What you sent has arrived at the desk"
        f"{', but not what stands below: copy it' if typed else ''}."
    )
    seconds = int((until - at).total_seconds()) + 1
    return Closed("This link rests for a while", sentence, 429, site, again_after=seconds, typed=tuple(typed))


def who_shared(link: SharedLink) -> str:
    """The person who shared the piece, by name where the account has one."""
    user = link.made_by
    return (user.get_full_name() or user.get_username()) if user else "the desk"


def count_opening(link: SharedLink, at: dt.datetime) -> None:
    """Count that the page was opened; a page loaded again within ten minutes is the same opening."""
    long_ago = Q(last_opened_at__isnull=True) | Q(last_opened_at__lte=at - COUNTED_AGAIN_AFTER)
    SharedLink.objects.filter(long_ago, pk=link.pk).update(opened=F("opened") + 1, last_opened_at=at)


def count_asked(link: SharedLink, at: dt.datetime) -> None:
    """Count one more page of the link, in the hour that began with the first."""
    in_hour = Q(asked_since__gt=at - HOUR)
    SharedLink.objects.filter(pk=link.pk).update(
        asked=Case(When(in_hour, then=F("asked") + 1), default=1),
        asked_since=Case(When(in_hour, then=F("asked_since")), default=Value(at)),
    )


def now() -> dt.datetime:
    """The instant of a request at the door of shared links."""
    return timezone.now()
