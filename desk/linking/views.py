"""Pages of this desk for the link dialog: pieces, people and outlets by words, or one by its link, as JSON."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Edition
from articles.press.own_pages import own_addresses
from authors.models import Author
from outlets.models import Outlet
from prose.dates import day_in_words
from prose.html.targets.own_links import is_own_href
from prose.models.former_slugs import with_slug

MOST_PIECES, MOST_OTHERS = 12, 5
_WITHOUT_PAGE = "no page yet: prints without a link"
OwnPage = dict[str, str]


def own_pages(request: HttpRequest) -> HttpResponse:
    """{"pages": [{"href", "name", "detail"}]}: those with the words `q`, or the one that the link `href` names."""
    user: Any = request.user
    if not user.has_perm("articles.view_article"):
        raise PermissionDenied
    at = timezone.now()
    if href := request.GET.get("href", ""):
        pages = _page_of(user, href, at) if is_own_href(href) else []
    else:
        words = request.GET.get("q", "")[:200].split()
        pages = [*_pieces(user, words, at), *_people(user, words, at), *_outlets(user, words, at)]
    return JsonResponse({"pages": pages})


def _pieces(user: Any, words: list[str], at: dt.datetime) -> list[OwnPage]:
    """Pieces that readers have, whoever may open them, and drafts that the user may open."""
    live = Edition.objects.listed(at).select_related("permalink")
    if len(words) == 1 and "/" in words[0]:
        found = live.filter(article__permalinks__path=urlsplit(words[0]).path)
    else:
        found = live.filter(_has_words("headline", words))
    shown = [_live(edition) for edition in found[:MOST_PIECES]]
    drafts = Article.objects.visible_to(user).kept().filter(_has_words("headline", words)).order_by("-pk")
    unseen = drafts.exclude(pk__in=live.order_by().values("article"))[: MOST_PIECES - len(shown)]
    return shown + [_draft(article) for article in unseen]


def _people(user: Any, words: list[str], at: dt.datetime) -> list[OwnPage]:
    people = Author.objects.filter(_has_words("display_name", words), merged_into=None)
    return _profiles(people, "author", "Person", at) if user.has_perm("authors.view_author") else []


def _outlets(user: Any, words: list[str], at: dt.datetime) -> list[OwnPage]:
    outlets = Outlet.objects.filter(_has_words("name", words), merged_into=None)
    return _profiles(outlets, "outlet", "Outlet", at) if user.has_perm("outlets.view_outlet") else []


def _profiles(records: QuerySet[Any], scheme: str, kind: str, at: dt.datetime) -> list[OwnPage]:
    rows = list(records.order_by("slug")[:MOST_OTHERS])
    links = "".join(f'<a href="{scheme}:{row.slug}">x</a>' for row in rows)
    shown = own_addresses(links, at)
    return [
        {
            "href": f"{scheme}:{row.slug}",
            "name": str(row),
            "detail": kind if f"{scheme}:{row.slug}" in shown else f"{kind}, {_WITHOUT_PAGE}",
        }
        for row in rows
    ]


def _page_of(user: Any, href: str, at: dt.datetime) -> list[OwnPage]:
    """The page that a stored link names; none if there is no such record, or it is closed to the user."""
    scheme, _, key = href.partition(":")
    if scheme == "author":
        return _profiles(Author.objects.filter(with_slug(Author, [key])), "author", "Person", at)
    if scheme == "outlet":
        return _profiles(Outlet.objects.filter(with_slug(Outlet, [key])), "outlet", "Outlet", at)
    live = [_live(edition) for edition in Edition.objects.listed(at).filter(uuid=key)]
    return live or [_draft(article) for article in Article.objects.visible_to(user).filter(uuid=key)]


def _has_words(field: str, words: list[str]) -> Q:
    """Condition that a text holds all of these words."""
    condition = Q()
    for word in words:
        condition &= Q(**{f"{field}__icontains": word})
    return condition


def _live(edition: Edition) -> OwnPage:
    day = edition.first_published_on
    detail = f"Piece, published {day_in_words(day)}" if day else "Piece, published"
    return {"href": f"piece:{edition.uuid}", "name": edition.headline, "detail": detail}


def _draft(article: Article) -> OwnPage:
    return {
        "href": f"piece:{article.uuid}",
        "name": str(article),
        "detail": "Piece, readers do not have it yet",
    }
