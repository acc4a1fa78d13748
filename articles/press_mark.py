"""PressMark: what readers see at an instant, as two values. A public page is a function of them and of its address."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F, Subquery
from django.db.models.functions import Greatest

from articles.models.edition import Edition
from articles.models.press import Press
from articles.prepared_query import Prepared


@dataclass(frozen=True)
class PressMark:
    """The number of the press, and the newest start or end of an edition until then. Equal marks: equal pages."""

    number: int
    boundary: dt.datetime | None


def press_mark(at: dt.datetime) -> PressMark:
    """The mark at an instant: one cheap query. Read it before what depends on it."""
    row = _MARK.first(at=at)
    return PressMark(*row) if row else PressMark(0, _first_boundary(at))


def _newest_start(at: dt.datetime) -> "models.QuerySet[Edition, Any]":
    return Edition.objects.filter(live_from__lte=at).order_by("-live_from").values("live_from")[:1]


def _newest_end(at: dt.datetime) -> "models.QuerySet[Edition, Any]":
    return Edition.objects.filter(live_until__lte=at).order_by("-live_until").values("live_until")[:1]


def _first_boundary(at: dt.datetime) -> dt.datetime | None:
    """The boundary on a desk on which nothing has changed since it got a press number."""
    instants = [instant for row in (*_newest_start(at), *_newest_end(at)) for instant in row.values()]
    return max(instants, default=None)


def _mark(at: dt.datetime) -> "models.QuerySet[Press, tuple[int, dt.datetime | None]]":
    boundary = Greatest(Subquery(_newest_start(at)), Subquery(_newest_end(at)))  # PostgreSQL passes over NULL
    return Press.objects.annotate(boundary=boundary).values_list(F("number"), F("boundary"))


_MARK: Prepared[tuple[int, dt.datetime | None]] = Prepared(_mark, at=dt.datetime)
