"""An article's history in words: what was done, every saved version, and what readers have had."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.admin.in_words import in_words
from articles.admin.keys import as_key
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.snapshot import upgraded
from articles.states import Act

PAGE_LENGTH = 50


@dataclass(frozen=True)
class Event:
    """One entry of the history, newest first."""

    entry: LedgerEntry
    sentence: str

    @property
    def who(self) -> str:
        return self.entry.actor.get_username() if self.entry.actor else "a program"


def history(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Everything done to a piece, and the versions readers have had with their hours."""
    article = _article(model_admin, request, object_id)
    entries = LedgerEntry.objects.filter(article=article).select_related("actor", "revision")
    shown = Paginator(entries, PAGE_LENGTH).get_page(request.GET.get("p"))
    editions = Edition.objects.filter(article=article).not_emptied().select_related("revision", "permalink")
    at = timezone.now()
    context = {
        "title": "History",
        "events": [Event(entry, sentence(entry)) for entry in shown],
        "shown": shown,
        "published": [(edition, _standing(edition, at)) for edition in editions.order_by("-live_from")],
    }
    return _drawn(model_admin, request, article, "admin/articles/article/history.html", context)


def version(model_admin: Any, request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """One saved version as text."""
    article = _article(model_admin, request, str(object_id))
    revision = Revision.objects.filter(article=article, number=number).select_related("saved_by").first()
    if revision is None:
        raise Http404
    lines = [line for line in in_words(upgraded(revision)) if line.text]
    context = {"title": f"Version {number}", "revision": revision, "lines": lines}
    return _drawn(model_admin, request, article, "admin/articles/article/version.html", context)


def sentence(entry: LedgerEntry) -> str:
    """What happened, in words: "Published version 3"."""
    number = entry.after.get("version") or (entry.revision.number if entry.revision else None)
    match entry.act:
        case Act.SAVE_DRAFT:
            return f"Saved version {number}"
        case Act.PUBLISH:
            return f"Published version {number}"
        case Act.SCHEDULE:
            begins = parse_datetime(str(entry.after.get("live_from", "")))
            when = f" for {_hour(begins)}" if begins else ""
            return f"Scheduled version {number}{when}"
        case Act.UNSCHEDULE:
            return f"Called off the scheduled version {number}"
        case Act.UNPUBLISH:
            return "Took the piece from readers"
        case Act.REISSUE:
            kept = {"names": "names", "wordings": "disclaimer texts"}
            fresh = [word for key, word in kept.items() if entry.after.get(key) == "current"]
            return f"Printed version {number} again" + (
                f" with today’s {' and '.join(fresh)}" if fresh else ""
            )
    return entry.get_act_display()


def _hour(instant: dt.datetime) -> str:
    local = timezone.localtime(instant)
    return f"{local.day} {local:%B %Y, %H:%M}"


def _standing(edition: Edition, at: dt.datetime) -> str:
    begins, ends = edition.live_from, edition.live_until
    if begins > at:
        return f"will be live from {_hour(begins)}"
    if ends is None or ends > at:
        return f"live since {_hour(begins)}" + (f", until {_hour(ends)}" if ends else "")
    return f"was live from {_hour(begins)} to {_hour(ends)}"


def _article(model_admin: Any, request: HttpRequest, object_id: str) -> Article:
    found: Article | None = model_admin.get_queryset(request).filter(pk=as_key(object_id)).first()
    if found is None:
        raise Http404
    return found


def _drawn(
    model_admin: Any, request: HttpRequest, article: Article, template: str, context: dict[str, Any]
) -> HttpResponse:
    request.current_app = model_admin.admin_site.name
    shared = {
        **model_admin.admin_site.each_context(request),
        "subtitle": str(article),
        "opts": model_admin.opts,
        "original": article,
    }
    return TemplateResponse(request, template, shared | context)
