"""Sentences on the pieces made from a piece that an act on it has printed again."""

import datetime as dt
from collections.abc import Iterator

from articles.acts.locks import pieces_made_from
from articles.models.ledger import LedgerEntry
from articles.states import Act
from articles.timeline import load_timeline
from desk.rights.effects import amount


def sentences(article_id: int, at: dt.datetime) -> Iterator[str]:
    """ "Made from it and printed again: “Der Hafen” – readers get the full text." for each, after an act at `at`."""
    keys = pieces_made_from(article_id, at)
    followed = LedgerEntry.objects.filter(article__in=keys, act=Act.REISSUE, at=at) if keys else []
    for entry in followed:
        timeline = load_timeline(entry.article_id, at)
        edition = timeline.current or timeline.coming
        if edition and "source" in entry.after:
            when = "readers get" if edition == timeline.current else "it will go out with"
            yield f"Made from it and printed again: “{edition.headline}” – {when} {amount(edition)}."
