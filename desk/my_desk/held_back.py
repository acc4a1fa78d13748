"""Pieces that the rights of others hold back from readers: why, and whom to ask."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.rights import RightsRecord
from desk.rights.lists import held_back, stands_in_words
from desk.rights.record import address
from prose.dates import day_in_words, hour_in_words


@dataclass(frozen=True)
class HeldBackPlace:
    """One place whose permission is missing: why, whom to ask, and the address where it is settled."""

    why: str
    whom: str
    address: str


@dataclass(frozen=True)
class HeldBackPiece:
    """A piece with the places that hold it back."""

    article: Article
    places: list[HeldBackPlace]


@dataclass(frozen=True)
class HeldBack:
    """The first pieces that are held back, the number of all, and the address of their list."""

    number: int = 0
    pieces: list[HeldBackPiece] = field(default_factory=list)
    address: str = ""


def pieces_held_back(visible: QuerySet[Any, Any], at: dt.datetime, *, shown: int) -> HeldBack:
    """The pieces, those changed last first, in three queries; in one if there are none.

    The first asks for keys alone: what is shown of a place costs a look at its record, which thousands need not.
    """
    order = ("-article__desk__saved_at", "-article_id", "order")
    every = held_back(Appearance.objects.filter(article__in=visible), at).order_by(*order)
    keys = list(every.values_list("pk", "article_id"))
    if not keys:
        return HeldBack()
    first = Appearance.objects.filter(pk__in=[place for place, _ in keys[: shown * 3]])
    rows = list(held_back(first, at).select_related("article", "outlet").order_by(*order))
    last = _who_gave_it_last(row.outlet_id for row in rows)
    pieces = [
        HeldBackPiece(article, [_place(row, last.get(row.outlet_id, ""), at) for row in of_it])
        for article, of_it in groupby(rows, key=lambda row: row.article)
    ]
    listed = f"{reverse('admin:articles_article_changelist')}?missing=no_permission"
    return HeldBack(len({article for _, article in keys}), pieces[:shown], listed)


def _who_gave_it_last(outlets: Iterable[int | None]) -> dict[int | None, str]:
    """Who gave a permission for each outlet last, with the day where it is on record."""
    given = RightsRecord.objects.filter(outlet__in={key for key in outlets if key}).exclude(granted_by="")
    newest = given.order_by("outlet_id", "-granted_on", "-id").distinct("outlet_id")
    rows = newest.values_list("outlet_id", "granted_by", "granted_on")
    return {
        key: f"{who}, who gave it last{f', on {day_in_words(day)}' if day else ''}" for key, who, day in rows
    }


def _place(row: Any, given_by: str, at: dt.datetime) -> HeldBackPlace:
    return HeldBackPlace(f"{row}: {_why(row, at)}", _whom(row, given_by), address(row))


def _why(row: Any, at: dt.datetime) -> str:
    if row.embargo_until and row.embargo_until > at:
        return f"not before {hour_in_words(row.embargo_until, timezone.get_current_timezone())}"
    asked = f" on {day_in_words(row.asked_on)}" if row.record_state == "requested" and row.asked_on else ""
    return stands_in_words(row) + asked


def _whom(row: Any, given_by: str) -> str:
    if given_by:
        return f"Whom to ask: {given_by}."
    return "" if row.outlet or row.outlet_name else "First write which outlet it is."
