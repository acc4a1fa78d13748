"""The day that a source names outside its text, weighed against the one that it prints."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from email.utils import parsedate

from intake.findings import Certainty, Finding, FoundDay
from intake.lines.days.dates import date_at_start
from intake.patterns import Pattern
from intake.recognition.claimed_headline import evidence_of
from intake.recognition.loose_lines import loose_day
from intake.recognition.remaining import Remaining
from intake.sources.claims import Claim, Claimed, claims_of
from intake.sources.page.headline import family
from prose.dates import EARLIEST, Precision

_ISO = Pattern(r"\s*((?:1[6-9]|20)\d\d)(?:[-/.](\d\d?)[-/.](\d\d?)|(\d\d)(\d\d))(?!\d)")
_IN_ADDRESS = Pattern(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=/|[-_]|$)")
_NEAR = dt.timedelta(days=1)  # the same instant is another day in another zone


def day_with_claims(
    printed: Finding[FoundDay] | None, claims: Sequence[Claim], remaining: Remaining
) -> tuple[Finding[FoundDay] | None, list[str]]:
    """The printed day with the claims as evidence, or the claimed one where none is printed; and doubts."""
    days = _claimed_days(claims)
    if not printed and claims_of(claims, Claimed.HEADLINE) and (loose := loose_day(remaining.lines)):
        if agreeing := _near(loose.value.on, days):
            return Finding(loose.value, Certainty.DERIVED, (*loose.evidence, *evidence_of(agreeing))), []
        if not days:
            return loose, [
                f"The day {loose.value.on.isoformat()} stands in a line of the page among other words."
            ]
    if not days:
        return printed, []
    if printed:
        return _weighed(printed, days)
    counts = Counter({on: len({family(claim) for claim in _near(on, days)}) for on, _ in days})
    on, many = max(counts.items(), key=lambda each: each[1])  # of equal ones the first
    evidence = evidence_of(list(_near(on, days)))
    if many > 1:
        return Finding(FoundDay(on), Certainty.DERIVED, evidence), []
    doubt = f"The day {on.isoformat()} stands in the page's own metadata only, and in one place."
    return Finding(FoundDay(on), Certainty.ASSUMED, evidence), [doubt]


def _weighed(
    printed: Finding[FoundDay], days: Sequence[tuple[dt.date, Claim]]
) -> tuple[Finding[FoundDay], list[str]]:
    on = printed.value.on
    agreeing = list(_near(on, days))
    if agreeing or printed.value.precision is not Precision.DAY:
        return Finding(printed.value, printed.certainty, (*printed.evidence, *evidence_of(agreeing))), []
    claim = next((claim for _, claim in days if claim.where != "time"), None)
    if claim is None:  # a page has `<time>` for other things, too
        return printed, []
    other = days[[each for _, each in days].index(claim)][0].isoformat()
    doubt = f"The text gives the day {on.isoformat()}, the page's own metadata ({claim.where}) {other}."
    return Finding(printed.value, Certainty.ASSUMED, printed.evidence), [doubt]


def _near(on: dt.date, days: Iterable[tuple[dt.date, Claim]]) -> list[Claim]:
    return [claim for day, claim in days if abs(day - on) <= _NEAR]


def _claimed_days(claims: Sequence[Claim]) -> list[tuple[dt.date, Claim]]:
    """(day, claim) of each claim that names a day, that of the first `<time>` last: a page may have several."""
    days = [(day, claim) for claim in claims_of(claims, Claimed.DAY) if (day := claimed_day(claim.value))]
    times = [each for each in days if each[1].where == "time"][:1]
    named = [each for each in days if each[1].where != "time"]
    for claim in claims_of(claims, Claimed.ADDRESS):
        if (match := _IN_ADDRESS.search(claim.value)) and (day := _real_day(*match.groups())):
            named.append((day, Claim(Claimed.DAY, claim.value, "address", claim.line)))
            break
    return [*named, *times]


def claimed_day(words: str) -> dt.date | None:
    """The day of a claim: ISO 8601 in full or packed, RFC 5322, or as people write it."""
    if match := _ISO.match(words):
        return _real_day(match[1], match[2] or match[4], match[3] or match[5])
    date = date_at_start(words.strip())
    if date and date[0].precision is Precision.DAY:
        return date[0].on
    parsed = parsedate(words)
    return _real_day(*map(str, parsed[:3])) if parsed else None


def _real_day(year: str, month: str, day: str) -> dt.date | None:
    try:
        on = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return on if on >= EARLIEST and on.year > 1970 else None
