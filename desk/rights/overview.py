"""The page "Permissions": four short lists of places whose permission wants somebody, each leading to its page."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.rights import RightsState
from desk.pages import draw, require
from desk.rights.lists import LISTS, wanting, with_live_mode
from desk.rights.record import address
from prose.dates import in_words

TEMPLATE = "admin/articles/article/permissions.html"
ROWS = 50
_READERS = {
    None: "not before readers",
    "full": "readers get the full text",
    "excerpt": "readers get an excerpt",
    "link": "readers get headline, dek and link",
}


@dataclass(frozen=True)
class Row:
    """One place: its piece, how its permission stands, what readers get now."""

    headline: str
    outlet: str
    stands: str
    readers: str
    address: str


@dataclass(frozen=True)
class Listed:
    """One of the lists; `more` leads to all of them in the list of pieces, where there are more than are shown."""

    title: str
    rows: list[Row]
    more: str


def permissions_page(request: HttpRequest) -> HttpResponse:
    """A query a list, whatever their length."""
    require(request, "articles.view_article")
    at = timezone.now()
    mine = Article.objects.visible_to(request.user).values("pk")
    lists = [_listed(name, mine, at) for name in LISTS]
    return draw(request, TEMPLATE, {"lists": lists}, title="Permissions")


def _listed(name: str, mine: Any, at: dt.datetime) -> Listed:
    places = wanting(name, Appearance.objects.filter(article__in=mine), at)
    by = ["record_ends", "article_id"] if name == "ending" else ["-article_id", "order"]
    shown = list(with_live_mode(places, at).select_related("article", "outlet").order_by(*by)[: ROWS + 1])
    more = f"{reverse('admin:articles_article_changelist')}?permission={name}" if len(shown) > ROWS else ""
    return Listed(LISTS[name], [_row(place) for place in shown[:ROWS]], more)


def _row(place: Any) -> Row:
    state = place.record_state
    stands = str(RightsState(state).label).lower() if state else "to be asked for"
    if place.article.is_archive and not place.was_asked_about:
        stands = str(RightsState.UNKNOWN.label).lower()
    ends = f", over from {in_words(place.record_ends, 'en')}" if place.record_ends else ""
    return Row(str(place.article), str(place), stands + ends, _READERS[place.live_mode], address(place))
