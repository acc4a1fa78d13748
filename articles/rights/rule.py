"""Rule of permissions: how much of a piece may be shown. Pure: values in, values out.

The answer (`Allowed`) is printed into the edition, so every output obeys it. If several permissions are needed, the
strictest one counts; a permission that was never settled shows no text.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from prose.dates import day_in_words, hour_in_words, zone_in_words

FULL, EXCERPT, LINK = "full", "excerpt", "link"
_ORDER = {FULL: 0, EXCERPT: 1, LINK: 2}
SHOWN_IN_FULL = frozenset({"not_needed", "unknown"})
SHOWN_AS_AGREED = frozenset({"granted", "by_licence"})
SETTLED = SHOWN_IN_FULL | SHOWN_AS_AGREED
SOURCE_HIDDEN = "source_hidden"
"""State in which a page has not even its headline: that of the piece from which it is made may not be said."""
SOURCE_GONE = frozenset({"source_down", "source_unpublished", SOURCE_HIDDEN})
"""States in which a page has no dek: readers have no text of the piece from which it is made."""


@dataclass(frozen=True)
class Permission:
    """The permission for one appearance (models.RightsRecord); `valid_until` is exclusive, in `zone`.

    `appearance`: the key of the row that it is for. `source`: the piece of ours, in words, whose permission it is,
    if this piece is made from that one. `holder` holds the copyright of what ran there, in the year `ran_in`.
    """

    outlet: str
    state: str
    mode: str = FULL
    excerpt_words: int | None = None
    credit: str = ""
    granted_by: str = ""
    granted_on: dt.date | None = None
    standing_since: dt.date | None = None
    licence: str = ""
    embargo_until: dt.datetime | None = None
    embargo_zone: str = ""
    valid_until: dt.date | None = None
    search_policy: str = "index"
    may_be_passed_on: bool = False
    address: str = ""
    zone: str = "UTC"
    source: str = ""
    appearance: str = ""
    licence_id: int | None = None
    holder: str = ""
    ran_in: int | None = None
    may_be_edited: bool = True

    @property
    def ends_at(self) -> dt.datetime | None:
        """The instant at which the permission ends: midnight in the institution's zone; None if it does not."""
        if self.valid_until is None or self.state not in SHOWN_AS_AGREED:
            return None
        return dt.datetime.combine(self.valid_until, dt.time(), tzinfo=ZoneInfo(self.zone))

    def at(self, instant: dt.datetime) -> "Permission":
        """The permission at an instant: expired if it has ended by then."""
        ends = self.ends_at
        return replace(self, state="expired") if ends and ends <= instant else self

    @property
    def changes(self) -> tuple[dt.datetime, ...]:
        """The instants at which it allows more or less."""
        return tuple(instant for instant in (self.embargo_until, self.ends_at) if instant)

    def holds_back(self, instant: dt.datetime) -> bool:
        """True if it is under embargo at an instant."""
        return self.embargo_until is not None and instant < self.embargo_until

    @property
    def shows(self) -> str:
        """The mode it allows, an embargo aside: full, excerpt or link."""
        if self.state in SHOWN_IN_FULL:
            return FULL
        return self.mode if self.state in SHOWN_AS_AGREED else LINK

    @property
    def in_words(self) -> str:
        """ "The Hill: granted by standing permission of 3 March 2024 (the full text may be shown)"."""
        shown = "only the headline" if self.state in SOURCE_GONE else _amount(self.shows, self.excerpt_words)
        shown = "nothing of it" if self.state == SOURCE_HIDDEN else shown
        return f"{self.whose}: {self._state_in_words} ({shown} may be shown){self._limits}"

    @property
    def whose(self) -> str:
        """The outlet, and the piece from which this one is made: "The Hill, for “The Harbour Wakes”, …"."""
        source = f"{self.source}, from which this is made" if self.source else ""
        return ", for ".join(part for part in (self.outlet, source) if part)

    @property
    def _state_in_words(self) -> str:
        match self.state:
            case "granted" if self.standing_since:
                return f"granted by standing permission of {day_in_words(self.standing_since)}"
            case "granted":
                whose = f" by {self.granted_by}" if self.granted_by else ""
                return f"granted{whose}" + (f" on {day_in_words(self.granted_on)}" if self.granted_on else "")
            case "by_licence":
                return f"given by the licence {self.licence}".rstrip()
        return _STATES[self.state]

    @property
    def _limits(self) -> str:
        until = f", until {day_in_words(self.valid_until)}" if self.valid_until else ""
        after = ""
        if self.embargo_until:
            zone = self.embargo_zone or self.zone
            hour = hour_in_words(self.embargo_until, ZoneInfo(zone))
            after = f", not before {hour} ({zone_in_words(zone)})"
        return after + until


_STATES = {
    "not_needed": "no permission needed",
    "to_request": "permission to be asked for",
    "requested": "permission asked for",
    "refused": "permission refused",
    "expired": "permission expired",
    "withdrawn": "permission withdrawn",
    "unknown": "permission not on record, shown as found",
    "source_down": "taken down",
    SOURCE_HIDDEN: "taken down with its headline",
    "source_unpublished": "no longer published",
}


@dataclass(frozen=True)
class Allowed:
    """The amount that all permissions together allow at one instant; `words`: the length of an excerpt."""

    mode: str = FULL
    words: int | None = None
    search_policy: str = "index"
    canonical: str = ""
    may_be_passed_on: bool = True
    changes_at: dt.datetime | None = None
    embargo: Permission | None = None
    permissions: tuple[Permission, ...] = ()

    @property
    def is_settled(self) -> bool:
        """True if every permission is settled: then the page may print words of permission."""
        return all(each.state in SETTLED for each in self.permissions)

    @property
    def is_our_own(self) -> bool:
        """True if nobody else has rights in the text: it came from no outlet, or no permission is needed for it."""
        return all(each.state == "not_needed" for each in self.permissions)

    @property
    def is_source_gone(self) -> bool:
        """True if readers have no text of a piece from which this one is made, and had it before."""
        return any(each.state in SOURCE_GONE for each in self.permissions)

    @property
    def is_headline_hidden(self) -> bool:
        """True if a piece from which this one is made was taken down with its headline."""
        return any(each.state == SOURCE_HIDDEN for each in self.permissions)

    @property
    def in_force(self) -> tuple[Permission, ...]:
        """The permissions by which the text is shown."""
        return tuple(each for each in self.permissions if each.state in SHOWN_AS_AGREED)

    @property
    def missing(self) -> tuple[Permission, ...]:
        """The permissions that keep the text from being shown."""
        return tuple(each for each in self.permissions if each.state not in SETTLED)


NOTHING_NEEDED = Allowed()
"""Our own piece."""


def combine_permissions(
    permissions: Iterable[Permission], at: dt.datetime, *, looked_at_again: Iterable[dt.datetime] = ()
) -> Allowed:
    """The strictest of the permissions at an instant; without any, the piece is our own.

    `looked_at_again`: instants at which other permissions may count, because a source of the piece changes.
    """
    current = tuple(each.at(at) for each in permissions)
    again = [instant for instant in looked_at_again if instant > at]
    if not current and not again:
        return NOTHING_NEEDED
    modes = [FULL, *(LINK if each.holds_back(at) else each.shows for each in current)]
    mode = max(modes, key=_ORDER.__getitem__)
    words = [each.excerpt_words for each in current if each.shows == EXCERPT and each.excerpt_words]
    ahead = again + [instant for each in current for instant in each.changes if instant > at]
    embargoes = [each for each in current if each.holds_back(at)]
    canonical = next((each.address for each in current if each.search_policy == "canonical"), "")
    policy = "canonical" if canonical else "index"
    if any(each.search_policy == "noindex" for each in current):
        policy, canonical = "noindex", ""
    return Allowed(
        mode=mode,
        words=min(words) if mode == EXCERPT else None,
        search_policy=policy,
        canonical=canonical,
        may_be_passed_on=all(each.may_be_passed_on or each.state == "not_needed" for each in current),
        changes_at=min(ahead, default=None),
        embargo=max(embargoes, key=lambda each: each.embargo_until or at, default=None),
        permissions=current,
    )


def shows_more(mode: str, than: str) -> bool:
    """True if one mode (full, excerpt, link) shows more of a text than another."""
    return _ORDER[mode] < _ORDER[than]


def _amount(mode: str, words: int | None) -> str:
    return {FULL: "the full text", LINK: "only a link"}.get(mode) or f"an excerpt of {words} words"
