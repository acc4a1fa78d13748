"""The day that a source names outside its text, weighed against the one that it prints."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from email.utils import parsedate

from intake.findings import Certainty, Finding, FoundDay
from intake.lines.days.dates import date_at_start, date_inside
from intake.patterns import Pattern
from intake.recognition.claimed.headline import evidence_of
from intake.recognition.loose_lines import loose_day
from intake.recognition.remaining import Remaining
from intake.sources.claims import Claim, Claimed, claims_of
from intake.sources.page.headline import family
from intake.sources.page.marked import BY_CLASS
from prose.dates import EARLIEST, Precision

_ISO = Pattern(r"\s*((?:1[6-9]|20)\d\d)(?:[-/.](\d\d?)[-/.](\d\d?)|(\d\d)(\d\d))(?!\d)")
_IN_ADDRESS = Pattern(r"/((?:19|20)\d\d)(?:[/-](\d\d)[/-](\d\d)(?=/|[-_]|$)|(\d\d)(\d\d)(?=[/_-]))")
_OFFSET = Pattern(r"\d[+-](?!00:?00)\d\d:?\d\d$")
_NEAR = dt.timedelta(days=1)  # the same instant is another day in another zone


def day_with_claims(
    printed: Finding[FoundDay] | None, claims: Sequence[Claim], remaining: Remaining
) -> tuple[Finding[FoundDay] | None, list[str]]:
    """The printed day with the claims as evidence, or the claimed one where none is printed; and doubts."""
    days = _claimed_days(claims)
    if printed:
        return _weighed(printed, days) if days else (printed, [])
    is_page = bool(claims_of(claims, Claimed.HEADLINE))
    if is_page and (loose := loose_day(remaining.lines)):
        if agreeing := _near(loose.value.on, days):
            on = _in_its_own_zone(agreeing) or loose.value.on
            certainty = Certainty.DERIVED if any(map(_is_strong, agreeing)) else Certainty.ASSUMED
            finding = Finding(FoundDay(on), certainty, (*loose.evidence, *evidence_of(agreeing)))
            return finding, [] if certainty is Certainty.DERIVED else [_only_a_line(on)]
        if not any(_is_strong(claim) for _, claim in days):
            return loose, [_only_a_line(loose.value.on)]
    return _claimed_alone(days) if days else _updated(claims)


def _claimed_alone(days: Sequence[tuple[dt.date, Claim]]) -> tuple[Finding[FoundDay], list[str]]:
    """The day that most origins name; derived from two of them, if no metadata names another."""
    exact = Counter({on: len({family(claim) for day, claim in days if day == on}) for on, _ in days})
    counts = {on: (len(set(map(_origin, _near(on, days)))), exact[on]) for on, _ in days}
    on, (many, _) = max(counts.items(), key=lambda each: each[1])  # of equal ones the first
    evidence = evidence_of(list(_near(on, days)))
    another = next((day for day, claim in days if _is_strong(claim) and abs(day - on) > _NEAR), None)
    if another:
        doubt = f"The page tells two days, {on.isoformat()} and {another.isoformat()}; the first was taken."
    elif many > 1:
        return Finding(FoundDay(on), Certainty.DERIVED, evidence), []
    elif any(map(_is_strong, _near(on, days))):
        doubt = f"The day {on.isoformat()} stands in the page's own metadata only, and in one place."
    else:
        doubt = _only_a_line(on)
    return Finding(FoundDay(on), Certainty.ASSUMED, evidence), [doubt]


def _updated(claims: Sequence[Claim]) -> tuple[Finding[FoundDay] | None, list[str]]:
    """The day of an update, where the page tells no other."""
    for claim in claims_of(claims, Claimed.UPDATED):
        if on := claimed_day(claim.value):
            doubt = f"The only day of the page, {on.isoformat()}, is that of an update; it was taken."
            return Finding(FoundDay(on), Certainty.ASSUMED, evidence_of([claim])), [doubt]
    return None, []


def _only_a_line(on: dt.date) -> str:
    return f"The day {on.isoformat()} stands in a line or an address of the page among other words."


def _weighed(
    printed: Finding[FoundDay], days: Sequence[tuple[dt.date, Claim]]
) -> tuple[Finding[FoundDay], list[str]]:
    on = printed.value.on
    agreeing = list(_near(on, days))
    if agreeing or printed.value.precision is not Precision.DAY:
        return Finding(printed.value, printed.certainty, (*printed.evidence, *evidence_of(agreeing))), []
    strong = [(day, claim) for day, claim in days if _is_strong(claim)]
    if not strong:  # a page has `<time>` and dated lines for other things, too
        return printed, []
    other, claim = strong[0]
    doubt = f"The text gives the day {on.isoformat()}, the page's own metadata ({claim.where}) {other.isoformat()}."
    return Finding(printed.value, Certainty.ASSUMED, printed.evidence), [doubt]


def _near(on: dt.date, days: Iterable[tuple[dt.date, Claim]]) -> list[Claim]:
    return [claim for day, claim in days if abs(day - on) <= _NEAR]


def _in_its_own_zone(claims: Sequence[Claim]) -> dt.date | None:
    """The day of the first claim that gives its hour in the page's own zone instead of in UTC."""
    return next((claimed_day(claim.value) for claim in claims if _OFFSET.search(claim.value)), None)


def _origin(claim: Claim) -> str:
    """The origin of a claim; a dated line and the `<time>` in it are one."""
    return "line" if claim.where in ("time", BY_CLASS) else family(claim)


def _is_strong(claim: Claim) -> bool:
    return claim.where not in ("time", BY_CLASS, "address")


def _claimed_days(claims: Sequence[Claim]) -> list[tuple[dt.date, Claim]]:
    """(day, claim) of each claim that names a day; of `<time>` and of dated lines only the first, and last."""
    days = [(day, claim) for claim in claims_of(claims, Claimed.DAY) if (day := claimed_day(claim.value))]
    lines = [
        each for place in ("time", BY_CLASS) for each in [day for day in days if day[1].where == place][:1]
    ]
    named = [each for each in days if each[1].where not in ("time", BY_CLASS)]
    for claim in claims_of(claims, Claimed.ADDRESS):
        match = _IN_ADDRESS.search(claim.value)
        if match and (day := _real_day(match[1], match[2] or match[4], match[3] or match[5])):
            lines.append((day, Claim(Claimed.DAY, claim.value, "address", claim.line)))
            break
    return [*named, *lines]


def claimed_day(words: str) -> dt.date | None:
    """The day of a claim: ISO 8601 in full or packed, RFC 5322, or as people write it."""
    if match := _ISO.match(words):
        return _real_day(match[1], match[2] or match[4], match[3] or match[5])
    date = date_at_start(words.strip())
    if date and date[0].precision is Precision.DAY:
        return date[0].on
    if day := date_inside(words):
        return day.on
    parsed = parsedate(words)
    return _real_day(*map(str, parsed[:3])) if parsed else None


def _real_day(year: str, month: str, day: str) -> dt.date | None:
    try:
        on = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return on if on >= EARLIEST and on.year > 1970 else None
