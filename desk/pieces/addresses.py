"""Addresses of the list of pieces put in order: no empty filters, names as keys, a view as what it holds."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from articles.querysets import User
from authors.models import Author
from desk.models import SavedView
from desk.pages import DeskPage
from desk.pieces.parameters import NOT_KEPT, VIEW, not_known, unknown_names
from outlets.models import Outlet
from prose.keys import as_key
from prose.quotation_marks import in_quotes

ALL = "all"
"""Value of the parameter `VIEW` for all pieces, whatever view opens first."""
GONE = "The view of this address is no longer there, or no longer shared. The list has the filters of the address."


def _people(words: str) -> QuerySet[Author]:
    return Author.objects.filter(display_name__iexact=words, merged_into=None)


_NAMES: dict[str, tuple[Any, Any]] = {
    "person": (Author, _people),
    "outlet": (Outlet, Outlet.objects.with_name),
}
"""Parameter -> the records that its key names, and those of exactly a name."""


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
    if view and set(request.GET) == {VIEW} and query_to_keep(QueryDict(view.query)):
        return view.address
    query = request.GET.copy()
    for name, values in list(query.lists()):
        kept = [value for value in values if value != ""]
        if kept:
            query.setlist(name, kept)
        else:
            del query[name]
    for name, (_, of_name) in _NAMES.items():
        if key := _only_one(of_name, query.get(name, "")):
            query[name] = str(key)
    if not query or query == request.GET:  # an empty form shows all pieces where it is
        return ""
    return f"{request.path}?{query.urlencode()}"


def query_to_keep(query: QueryDict) -> str:
    """The part of an address that a view keeps, in one order: what the list knows.

    Without empty filters: the list leads on from them, and a view of them would lead back.
    """
    kept, left = QueryDict(mutable=True), {*NOT_KEPT, *unknown_names(query)}
    for name, values in sorted(query.lists()):
        filled = [value for value in values if value.replace("\x00", "")]
        if name not in left and filled:
            kept.setlist(name, filled)
    return kept.urlencode()


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
    is_as_kept = view is not None and keep["keep"] == query_to_keep(QueryDict(view.query))
    name = str(view) if view else "All pieces"
    return {
        "title": name,
        "list_name": name if is_as_kept or view is None else f"{name}, changed",
        "views": views_for(request.user),
        "open_view": view,
        "views_address": f"{DeskPage.VIEWS.address()}?{keep.urlencode()}",
        "view_trouble": _trouble(view, request.user) if view or asked in ("", ALL) else GONE,
    }


def left_out_of_address(names: list[str], view: SavedView | None) -> list[str]:
    """Names that the list did not know, without those of the open view, of which the view's own sentence speaks."""
    of_view = unknown_names(QueryDict(view.query)) if view else []
    return [name for name in names if name not in of_view]


def cannot_open(view: SavedView, user: User) -> str:
    """A sentence on a view whose values make no sense, or no longer: the list is shown without them."""
    return f"{in_quotes(view)} asks for values that the list does not know. {_way_out(view, user)}"


def _trouble(view: SavedView | None, user: User) -> str:
    """The sentence on an open view that holds what the list does not know; "" for any other."""
    names = unknown_names(QueryDict(view.query)) if view else []
    if view is None or not names:
        return ""
    return f"{not_known(names)} that {in_quotes(view)} asks for: it is shown without. {_way_out(view, user)}"


def _way_out(view: SavedView, user: User) -> str:
    if view.person_id != user.pk:
        return f"{view.person} can change the view or remove it."
    return "Change the view or remove it under “Keep or change views”."


def views_for(user: User) -> list[SavedView]:
    return list(SavedView.objects.open_to(user)[:40])


def _only_one(of_name: Any, words: str) -> int | None:
    """The key of the only record of exactly this name."""
    if not words or as_key(words) is not None:
        return None
    keys = list(of_name(words).order_by().values_list("pk", flat=True)[:2])
    return keys[0] if len(keys) == 1 else None
