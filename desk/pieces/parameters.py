"""Filters of the list of pieces, in the order of its form, and what an address may ask of the list: nothing else."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ALL_VAR, ERROR_FLAG, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.http import HttpRequest, QueryDict

from desk.pieces.columns import PARAMETER
from desk.pieces.filters import (
    LanguageFilter,
    MineFilter,
    MissingFilter,
    RecordFilter,
    StandingFilter,
    TopicFilter,
)
from desk.pieces.typed_filters import ChangedFilter, OutletFilter, PersonFilter, PublishedFilter, TypedFilter
from desk.pieces.work import WorkFilter
from desk.rights.lists import PermissionFilter
from prose.quotation_marks import in_quotes

VIEW = "view"
NOT_KEPT = (PAGE_VAR, ERROR_FLAG, "_popup", VIEW)
"""Parameters that belong to no view."""
FILTERS: list[Any] = [
    StandingFilter,
    WorkFilter,
    MineFilter,
    MissingFilter,
    PermissionFilter,
    PersonFilter,
    OutletFilter,
    ("kind", RecordFilter),
    ("institution", RecordFilter),
    LanguageFilter,
    TopicFilter,
    PublishedFilter,
    ChangedFilter,
]
LEFT_OUT = "left_out"
"""Attribute of a request: names in its address of which the list says that it does not know them."""


def _names(each: Any) -> tuple[str, ...]:
    if isinstance(each, tuple):
        return (f"{each[0]}__id__exact",)
    if issubclass(each, admin.SimpleListFilter):
        return (str(each.parameter_name),)
    return tuple(each.parameters) if issubclass(each, TypedFilter) else ()


_KNOWN = {
    *(*NOT_KEPT, SEARCH_VAR, ORDER_VAR, ALL_VAR, PARAMETER),
    *(name for each in FILTERS for name in _names(each)),
}


def unknown_names(query: QueryDict) -> list[str]:
    """Parameters that the list does not know. Django would take them for look-ups in the database, or refuse them."""
    return [name for name in query if name not in _KNOWN]


def take_out_unknown(request: HttpRequest) -> list[str]:
    """Take them out of the request, so that no look-up and no link of the page has them; their names.

    A form whose fields are all empty asks for nothing: then these go too, which Django would take for wrong values.
    """
    names = unknown_names(request.GET)
    query = request.GET.copy()
    for name in names:
        del query[name]
    asks = any(value for _, values in query.lists() for value in values)
    request.GET = query if asks else QueryDict()  # type: ignore[assignment]
    return names


def not_known(names: list[str]) -> str:
    """A clause about parameters that the list does not know, without its end; "" for none."""
    if not names:
        return ""
    words = ", ".join(in_quotes(name[:40]) for name in names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"The list has no filter{'s' if names[1:] else ''} {words}{more}"
