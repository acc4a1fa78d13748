"""What a view of the list holds, in words: filters, columns, order; or why there can be no such view."""

import copy
from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR
from django.http import HttpRequest, QueryDict

from articles.models.article import Article
from desk.models.saved_view import MAX_QUERY_CHARS
from desk.odd_requests import MAX_SEARCH_CHARS
from desk.pieces.addresses import query_to_keep
from desk.pieces.columns import COLUMNS
from desk.pieces.parameters import not_known, unknown_names

NO_SENSE = "The list does not know the values of these filters: there is no view of them."
_ALL = "No filter: all pieces."


@dataclass(frozen=True)
class HeldByView:
    """The part of an address that a view keeps, its parts in words, and the sentence why it cannot be kept."""

    query: str
    words: list[str] = field(default_factory=list)
    refusal: str = ""


def held_by(request: HttpRequest, asked: QueryDict) -> HeldByView:
    """What a view of the list with this address would hold, for this user."""
    kept = query_to_keep(asked)
    if names := unknown_names(asked):
        return HeldByView(kept, refusal=f"{not_known(names)}: there is no view of such a list.")
    if len(kept) > MAX_QUERY_CHARS:
        return HeldByView(kept, refusal=_too_long(len(kept)))
    if (chars := len(asked.get(SEARCH_VAR, ""))) > MAX_SEARCH_CHARS:
        return HeldByView(
            kept, refusal=f"A search may have {MAX_SEARCH_CHARS} characters; this one has {chars:,}."
        )
    of_list = copy.copy(request)
    of_list.method, of_list.GET = "GET", QueryDict(kept)
    model_admin: Any = admin.site.get_model_admin(Article)
    try:
        changelist = model_admin.get_changelist_instance(of_list)
    except IncorrectLookupParameters:
        return HeldByView(kept, refusal=NO_SENSE)
    return HeldByView(kept, _in_words(changelist, of_list))


def _in_words(changelist: Any, request: HttpRequest) -> list[str]:
    asked = changelist.asked
    words = [each.words for each in asked.in_force] or [_ALL]
    if asked.has_own_columns:
        words.append(f"Columns: {', '.join(label for _, label, is_on in asked.columns if is_on)}")
    if ORDER_VAR in request.GET:
        shown, orders = changelist.list_display, changelist.get_ordering_field_columns().items()
        ways = [
            f"{COLUMNS.get(shown[place], 'Headline')}, {_WAYS[way]}"
            for place, way in orders
            if 0 <= place < len(shown)
        ]
        words += [f"Order: {'; '.join(ways)}"] if ways else []
    return [*words, *asked.doubts]


_WAYS = {"asc": "upwards", "desc": "downwards"}


def _too_long(chars: int) -> str:
    return (
        f"A view keeps {MAX_QUERY_CHARS:,} characters of filters at most; these have {chars:,}. Nothing was kept: "
        "shorten what is typed in the filters of the list."
    )
