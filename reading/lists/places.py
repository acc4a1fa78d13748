"""Places of the pieces in a list: how many there are, and how many stand above one."""

import datetime as dt
from array import array
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Cast, Extract

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


def microseconds(instant: dt.datetime) -> int:
    """An instant as a whole number of microseconds since 1970."""
    return (instant - EPOCH) // MICROSECOND


class Places:
    """The order of a list as numbers: 16 bytes a piece, so that all lists of a large desk fit in memory."""

    def __init__(self, rows: list[tuple[int, int]]) -> None:
        # Negative, because lists run downwards and a search by halves needs what rises.
        self._instants = array("q", (-instant for instant, _ in rows))
        self._articles = array("q", (-article for _, article in rows))

    def __len__(self) -> int:
        return len(self._instants)

    def above(self, placed_at: dt.datetime, article: int) -> int:
        """The number of pieces that stand above this place."""
        place = (-microseconds(placed_at), -article)
        return bisect_left(range(len(self)), place, key=lambda at: (self._instants[at], self._articles[at]))


def prepared_places(
    build: Callable[..., EditionQuerySet], by: str, **slots: type
) -> "Prepared[tuple[int, int]]":
    """The query for the places of a list, in its order by the instants of a column."""

    def places(**of: Any) -> "QuerySet[Edition, tuple[int, int]]":
        instant = Cast(Extract(by, "epoch") * 1_000_000, BigIntegerField())
        return build(**of).annotate(instant=instant).values_list("instant", "article_id")

    return Prepared(places, **slots)
