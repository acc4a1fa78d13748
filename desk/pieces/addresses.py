"""Addresses of the list of pieces put in order: no empty filters, names as keys, a view as what it holds."""

from typing import Any

from django.http import HttpRequest, QueryDict

from articles.querysets import User
from authors.models import Author
from desk.models import SavedView
from desk.models.saved_view import MAX_QUERY_CHARS
from desk.pages import DeskPage
from outlets.models import Outlet
from prose.keys import as_key

VIEW, ALL = "view", "all"
NOT_KEPT = ("p", "e", "_popup", "_to_field", VIEW)
"""Parameters that belong to no view."""
GONE = "The view of this address is no longer there, or no longer shared. The list has the filters of the address."
_NAMES: dict[str, tuple[Any, str]] = {"person": (Author, "display_name"), "outlet": (Outlet, "name")}


def open_view(request: HttpRequest) -> SavedView | None:
    """The view that the address names, if it is the user's own or shared."""
    key = as_key(request.GET.get(VIEW, ""))
    return SavedView.objects.open_to(request.user).filter(pk=key).first() if key else None


def better_address(request: HttpRequest, view: SavedView | None) -> str:
    """The address to go to instead; "" if this one is in order."""
    if not request.GET:
        if request.META["QUERY_STRING"]:  # it asked for no list: the desk shows the whole one, and says so
            return ""
        usual = SavedView.objects.filter(person=request.user.pk, is_default=True).first()
        return usual.address if usual else ""
    if view and set(request.GET) == {VIEW} and view.query:
        return view.address
    query = request.GET.copy()
    for name, values in list(query.lists()):
        kept = [value for value in values if value != ""]
        if kept:
            query.setlist(name, kept)
        else:
            del query[name]
    for name, (model, field) in _NAMES.items():
        if key := _only_one(model, field, query.get(name, "")):
            query[name] = str(key)
    if not query or query == request.GET:  # an empty form shows all pieces where it is
        return ""
    return f"{request.path}?{query.urlencode()}"


def query_to_keep(query: QueryDict) -> str:
    """The part of an address that a view keeps, in one order; "" for what is too long for one.

    Without empty filters: the list leads on from them, and a view of them would lead back.
    """
    kept = QueryDict(mutable=True)
    for name, values in sorted(query.lists()):
        filled = [value for value in values if value.replace("\x00", "")]
        if name not in NOT_KEPT and filled:
            kept.setlist(name, filled)
    written = kept.urlencode()
    return written if len(written) <= MAX_QUERY_CHARS else ""


def what_is_meant(query: QueryDict) -> dict[str, str]:
    """The names of the records that an address names by their keys."""
    meant = {}
    for name, (model, _) in _NAMES.items():
        if key := as_key(query.get(name, "")):
            meant[name] = str(model._default_manager.filter(pk=key).first() or "")
    return {name: words for name, words in meant.items() if words}


def views_context(request: HttpRequest, view: SavedView | None) -> dict[str, Any]:
    """The views above the list, the one that is open, and its name if the list shows what it holds."""
    asked = request.GET.get(VIEW, "")
    keep = QueryDict(mutable=True)
    keep["keep"] = query_to_keep(request.GET)
    is_as_kept = view is not None and keep["keep"] == view.query
    name = str(view) if view else "All pieces"
    return {
        "title": name,
        "list_name": name if is_as_kept or view is None else f"{name}, changed",
        "views": views_for(request.user),
        "open_view": view,
        "views_address": f"{DeskPage.VIEWS.address()}?{keep.urlencode()}",
        "view_trouble": "" if view or asked in ("", ALL) else GONE,
    }


def views_for(user: User) -> list[SavedView]:
    return list(SavedView.objects.open_to(user)[:40])


def _only_one(model: Any, field: str, words: str) -> int | None:
    """The key of the only record of exactly this name."""
    if not words or as_key(words) is not None:
        return None
    rows = model._default_manager.filter(**{f"{field}__iexact": words}, merged_into=None)
    keys = list(rows.order_by().values_list("pk", flat=True)[:2])
    return keys[0] if len(keys) == 1 else None
