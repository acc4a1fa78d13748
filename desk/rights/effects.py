"""What a change of permission does to the pages of a piece, in sentences: from its editions before and after."""

from collections.abc import Iterator

from django.conf import settings

from articles.models.edition import Edition
from articles.rights.rule import EXCERPT, FULL, LINK
from articles.states import Public
from articles.timeline import Timeline
from desk.acts.local_time import hour_in_words

_NOT_YET = "Readers have not got this piece: what they get is decided when it is published."
_NOT_NOW = "Readers do not get this piece now: nothing changes for them."


def told(before: Timeline, after: Timeline) -> list[str]:
    """ "Readers get the full text at once."; then what comes later by itself or was scheduled."""
    return [*_now(before, after), *_later(after), *_scheduled(before, after)]


def _now(before: Timeline, after: Timeline) -> Iterator[str]:
    was, now = before.current, after.current
    if was is None or now is None:
        yield _NOT_YET if before.public in (Public.NEVER, Public.SCHEDULED) else _NOT_NOW
    elif was.pk == now.pk:
        yield f"Readers keep {amount(now)}: nothing changes for them now."
    elif amount(was) == amount(now):
        yield f"Readers keep {amount(now)}; the page is printed again with what has changed."
    elif now.mode == LINK:
        yield "Readers keep headline, dek and link; the text goes at once."
    else:
        yield f"Readers get {amount(now)} at once."


def _later(after: Timeline) -> Iterator[str]:
    if after.current:
        for edition in after.following(after.current):
            yield f"From {hour_in_words(edition.live_from, settings.TIME_ZONE)} on they get {amount(edition)}."


def _scheduled(before: Timeline, after: Timeline) -> Iterator[str]:
    was, coming = before.coming, after.coming
    if was and coming and amount(was) != amount(coming):
        yield f"The scheduled version will go out with {amount(coming)}."


def amount(edition: Edition) -> str:
    """ "the full text", "an excerpt of 150 words", "headline, dek and link"."""
    if edition.mode == EXCERPT:
        agreed = [row["excerpt_words"] for row in edition.printed.get("rights", []) if row["excerpt_words"]]
        return f"an excerpt of {min(agreed)} words" if agreed else "an excerpt"
    return "the full text" if edition.mode == FULL else "headline, dek and link"
