"""Sentences on what a change of permission does for readers, from the piece's timelines before and after."""

from collections.abc import Iterator

from django.utils import timezone

from articles.rights.rule import LINK
from articles.states import Public
from articles.timeline import Timeline
from desk.acts.local_time import moment_in_words
from desk.amounts import amount

_NOT_YET = "Readers have not got this piece: what they get is decided when it is published."
_NOT_NOW = "Readers do not get this piece now: nothing changes for them."


def effect_sentences(before: Timeline, after: Timeline) -> list[str]:
    """Sentences for the live page ("Readers get the full text at once."), the following and the scheduled editions."""
    return [
        *_live_sentences(before, after),
        *_following_sentences(after),
        *_scheduled_sentences(before, after),
    ]


def _live_sentences(before: Timeline, after: Timeline) -> Iterator[str]:
    old, new = before.current, after.current
    if old is None or new is None:
        yield _NOT_YET if before.public in (Public.NEVER, Public.SCHEDULED) else _NOT_NOW
    elif old.pk == new.pk:
        yield f"Readers keep {amount(new)}: nothing changes for them now."
    elif amount(old) == amount(new):
        yield f"Readers keep {amount(new)}; the page is printed again with what has changed."
    elif new.mode == LINK:
        yield f"Readers keep {amount(new)}; the text goes at once."
    else:
        yield f"Readers get {amount(new)} at once."


def _following_sentences(after: Timeline) -> Iterator[str]:
    if after.current:
        for edition in after.following(after.current):
            since = moment_in_words(edition.live_from, timezone.get_current_timezone_name())
            yield f"From {since} on they get {amount(edition)}."


def _scheduled_sentences(before: Timeline, after: Timeline) -> Iterator[str]:
    old, new = before.coming, after.coming
    if old and new and amount(old) != amount(new):
        yield f"The scheduled version will go out with {amount(new)}."
