"""What may be shown of a piece, by the permissions of the places it comes from. Pure: values in, values out.

Every output obeys the one answer (`Allowed`), because it is printed into the edition. Where several permissions
are needed, the strictest rules. What was never settled shows no text.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from prose.dates import in_words

FULL, EXCERPT, LINK = "full", "excerpt", "link"
_ORDER = {FULL: 0, EXCERPT: 1, LINK: 2}
SHOWN_IN_FULL = frozenset({"not_needed", "unknown"})
SHOWN_AS_AGREED = frozenset({"granted", "by_licence"})
SETTLED = SHOWN_IN_FULL | SHOWN_AS_AGREED


@dataclass(frozen=True)
class Permission:
    """What is on record for one appearance (models.RightsRecord); `valid_until` is exclusive, in `zone`."""

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

    @property
    def ends_at(self) -> dt.datetime | None:
        """The instant at which the permission is over: midnight in the institution's zone."""
        if self.valid_until is None or self.state not in SHOWN_AS_AGREED:
            return None
        return dt.datetime.combine(self.valid_until, dt.time(), tzinfo=ZoneInfo(self.zone))

    def at(self, instant: dt.datetime) -> "Permission":
        """The same permission as it stands at an instant: what has run out by then is expired."""
        ends = self.ends_at
        return replace(self, state="expired") if ends and ends <= instant else self

    @property
    def changes(self) -> tuple[dt.datetime, ...]:
        """The instants at which it lets us show more or less."""
        return tuple(instant for instant in (self.embargo_until, self.ends_at) if instant)

    def holds_back(self, instant: dt.datetime) -> bool:
        """Whether an embargo lies on it at an instant."""
        return self.embargo_until is not None and instant < self.embargo_until

    @property
    def shows(self) -> str:
        """How much it lets us show once no embargo holds it back: full, excerpt or link."""
        if self.state in SHOWN_IN_FULL:
            return FULL
        return self.mode if self.state in SHOWN_AS_AGREED else LINK

    @property
    def in_words(self) -> str:
        """ "The Hill: granted by standing permission of March 3, 2024: full text"; one line for the form."""
        return (
            f"{self.outlet}: {self._state_in_words}: {_amount(self.shows, self.excerpt_words)}{self._limits}"
        )

    @property
    def _state_in_words(self) -> str:
        match self.state:
            case "granted" if self.standing_since:
                return f"granted by standing permission of {in_words(self.standing_since, 'en')}"
            case "granted":
                whose = f" by {self.granted_by}" if self.granted_by else ""
                return f"granted{whose}" + (
                    f" on {in_words(self.granted_on, 'en')}" if self.granted_on else ""
                )
            case "by_licence":
                return f"given by the licence {self.licence}"
        return _STATES[self.state]

    @property
    def _limits(self) -> str:
        until = f", until {in_words(self.valid_until, 'en')}" if self.valid_until else ""
        after = ""
        if self.embargo_until:
            local = self.embargo_until.astimezone(ZoneInfo(self.embargo_zone or self.zone))
            after = f", not before {in_words(local.date(), 'en')}, {local:%H:%M} ({self.embargo_zone})"
        return after + until


_STATES = {
    "not_needed": "no permission needed",
    "to_request": "permission to be asked for",
    "requested": "permission asked for",
    "refused": "permission refused",
    "expired": "permission expired",
    "withdrawn": "permission withdrawn",
    "unknown": "permission not on record, shown as found",
}


@dataclass(frozen=True)
class Allowed:
    """What all permissions together let an output show at one instant."""

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
        """Whether nothing is missing: then words of permission may be printed."""
        return all(one.state in SETTLED for one in self.permissions)

    @property
    def missing(self) -> tuple[Permission, ...]:
        """Those that keep the text from being shown."""
        return tuple(one for one in self.permissions if one.state not in SETTLED)


NOTHING_NEEDED = Allowed()
"""Our own piece."""


def combine_permissions(permissions: Iterable[Permission], at: dt.datetime) -> Allowed:
    """The strictest of the permissions as they stand at an instant; without any, the piece is our own."""
    standing = tuple(one.at(at) for one in permissions)
    if not standing:
        return NOTHING_NEEDED
    modes = [LINK if one.holds_back(at) else one.shows for one in standing]
    mode = max(modes, key=_ORDER.__getitem__)
    words = [one.excerpt_words for one in standing if one.shows == EXCERPT and one.excerpt_words]
    ahead = [instant for one in standing for instant in one.changes if instant > at]
    embargoes = [one for one in standing if one.holds_back(at)]
    canonical = next((one.address for one in standing if one.search_policy == "canonical"), "")
    policy = "canonical" if canonical else "index"
    if any(one.search_policy == "noindex" for one in standing):
        policy, canonical = "noindex", ""
    return Allowed(
        mode=mode,
        words=min(words) if mode == EXCERPT else None,
        search_policy=policy,
        canonical=canonical,
        may_be_passed_on=all(one.may_be_passed_on or one.state == "not_needed" for one in standing),
        changes_at=min(ahead, default=None),
        embargo=max(embargoes, key=lambda one: one.embargo_until or at, default=None),
        permissions=standing,
    )


def shows_more(mode: str, than: str) -> bool:
    """Whether one amount of a text is more than another: full, excerpt, link."""
    return _ORDER[mode] < _ORDER[than]


def _amount(mode: str, words: int | None) -> str:
    return {FULL: "full text", LINK: "only a link"}.get(mode) or f"excerpt of {words} words"
