"""The page that compares any two saved versions of a piece."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from articles.acts.versions.labelling import labels_of
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from articles.timeline import load_timeline
from desk.pages import DeskPage, draw, find_article
from desk.versions.comparison import compared_contents
from prose.keys import as_key

NEWEST, LIVE = "newest", "live"
"""Words that stand for a version's number in the address: the newest one, and the one that readers have."""


def compare_versions(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show what differs between two versions, `?old=3&new=5` or `?old=live&new=newest`, from the older to the newer."""
    article, at = find_article(request, object_id), timezone.now()
    every = list(Revision.objects.filter(article=article).select_related("saved_by").defer("content"))
    live = live_number(article, at)
    named = {NEWEST: every[0].number if every else None, LIVE: live}
    asked = [request.GET.get(name, "") for name in ("old", "new")]
    numbers = {number for text in asked if (number := named[text] if text in named else as_key(text))}
    if len(numbers) < 2:
        messages.warning(request, _nothing_to_compare(asked, live))
        return HttpResponseRedirect(DeskPage.HISTORY.address(article.pk))
    sides = sorted(
        (version for version in every if version.number in numbers), key=lambda version: version.number
    )
    if len(sides) < 2:
        raise Http404
    old, new = sides
    context = {
        "old": old,
        "new": new,
        "versions": sides,
        "every": every,
        "labels": labels_of(article.pk),
        "live": live,
        "newest": every[0].number,
        "compared": compared_contents(content_of(old), content_of(new)),
        "may_change": request.user.has_perm("articles.change_article", article),
    }
    title = f"Versions {old.number} and {new.number}"
    return draw(request, "admin/articles/article/compare.html", context, title=title, article=article)


def live_number(article: Article, at: dt.datetime) -> int | None:
    """The number of the version that readers have."""
    current = load_timeline(article.pk, at).current
    return current.revision.number if current else None


def _nothing_to_compare(asked: list[str], live: int | None) -> str:
    if LIVE in asked and live is None:
        return "Readers have no version of this piece now, so there is nothing to compare with."
    if set(asked) == {NEWEST, LIVE}:
        return f"Readers have the newest version, {live}: there is nothing to compare."
    return "Choose two versions to compare."
