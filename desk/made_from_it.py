"""Sentences on the pieces made from a piece that an act on it has printed again."""

import datetime as dt
from collections.abc import Iterator

from articles.acts.locks import pieces_made_from
from articles.models.ledger import LedgerEntry
from articles.querysets import User
from articles.states import Act
from articles.timeline import load_timeline
from desk.headline import UNOPENED, may_open
from desk.rights.effects import amount


def sentences(article_id: int, at: dt.datetime, user: User) -> Iterator[str]:
    """ "Made from it and printed again: “Der Hafen” – readers get the full text." for each, after an act at `at`.

    A headline that readers do not have yet is said to those alone who may open the piece.
    """
    keys = pieces_made_from(article_id, at)
    if not keys:
        return
    followed = LedgerEntry.objects.filter(article__in=keys, act=Act.REISSUE, at=at)
    for entry in followed.select_related("article"):
        timeline = load_timeline(entry.article_id, at)
        edition = timeline.current or timeline.coming
        if edition and "source" in entry.after:
            is_live = edition == timeline.current
            name = f"“{edition.headline}”" if is_live or may_open(user, entry.article) else UNOPENED
            when = "readers get" if is_live else "it will go out with"
            yield f"Made from it and printed again: {name} – {when} {amount(edition)}."
