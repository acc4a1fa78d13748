"""The page "Permissions": lists of places whose permission needs an editor, with links to their pages."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.models.appearance import Appearance
from articles.models.article import Article
from desk.pages import draw, require
from desk.rights.lists import LISTS, in_list, stands_in_words, with_live_mode
from desk.rights.record import address

TEMPLATE = "admin/articles/article/permissions.html"
ROWS = 50
_READERS = {
    None: "not before readers",
    "full": "readers get the full text",
    "excerpt": "readers get an excerpt",
    "link": "readers get headline and dek, without the text",
}


@dataclass(frozen=True)
class PermissionRow:
    """One place: its piece, the state of its permission, and how much readers get now."""

    headline: str
    outlet: str
    stands: str
    readers: str
    address: str


@dataclass(frozen=True)
class PermissionList:
    """One list with its first `ROWS` places. `more`: link to all of them in the list of pieces, empty if not needed."""

    title: str
    rows: list[PermissionRow]
    more: str


def permissions_page(request: HttpRequest) -> HttpResponse:
    """Show the lists, each by one query."""
    require(request, "articles.view_article")
    at = timezone.now()
    visible = Article.objects.visible_to(request.user).kept().values("pk")
    lists = [_permission_list(name, visible, at) for name in LISTS]
    return draw(request, TEMPLATE, {"lists": lists}, title="Permissions")


def _permission_list(name: str, visible: Any, at: dt.datetime) -> PermissionList:
    places = in_list(name, Appearance.objects.filter(article__in=visible), at)
    by = ["record_ends", "article_id"] if name == "ending" else ["-article_id", "order"]
    shown = list(with_live_mode(places, at).select_related("article", "outlet").order_by(*by)[: ROWS + 1])
    more = f"{reverse('admin:articles_article_changelist')}?permission={name}" if len(shown) > ROWS else ""
    return PermissionList(LISTS[name], [_row(place) for place in shown[:ROWS]], more)


def _row(place: Any) -> PermissionRow:
    return PermissionRow(
        headline=str(place.article),
        outlet=str(place),
        stands=stands_in_words(place),
        readers=_READERS[place.live_mode],
        address=address(place),
    )
