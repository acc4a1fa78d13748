"""A piece's history: its acts in words, its saved versions, and its editions."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.acts.versions.labelling import labels_of
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.press.own_pages import own_addresses
from articles.snapshot import content_of
from desk.history.sentences import live_in_words, sentence, who
from desk.pages import draw, find_article, find_version
from desk.versions.content import labelled_texts

PAGE_LENGTH = 50


@dataclass(frozen=True)
class Event:
    """One entry of the history."""

    entry: LedgerEntry
    sentence: str

    @property
    def who(self) -> str:
        return who(self.entry)


def history(request: HttpRequest, object_id: str) -> HttpResponse:
    """Show all acts on a piece, newest first, and the versions that readers had with their hours."""
    article = find_article(request, object_id)
    entries = (
        LedgerEntry.objects.filter(article=article)
        .select_related("actor", "revision")
        .prefetch_related("notices")
    )
    shown = Paginator(entries, PAGE_LENGTH).get_page(request.GET.get("p"))
    editions = (
        Edition.objects.filter(article=article)
        .not_emptied()
        .select_related("revision", "permalink")
        .order_by("-live_from")
    )
    at, zone = timezone.now(), article.institution.zone
    labels = labels_of(article.pk)
    versions = Revision.objects.filter(article=article).select_related("saved_by").defer("content")
    only_labelled = bool(labels) and "labelled" in request.GET
    if only_labelled:
        versions = versions.filter(pk__in=labels)
    saved = Paginator(versions, PAGE_LENGTH).get_page(request.GET.get("v"))
    context = {
        "versions": saved,
        "labels": labels,
        "only_labelled": only_labelled,
        "listed": [(version, labels.get(version.pk, "")) for version in saved],
        "newest": Revision.objects.filter(article=article).values_list("number", flat=True).first(),
        "compared": [version.number for version in saved][:2],
        "may_change": request.user.has_perm("articles.change_article", article),
        "today": at.astimezone(zone).date(),
        "events": [Event(entry, sentence(entry)) for entry in shown],
        "shown": shown,
        "published": [
            (edition, live_in_words(edition, at), edition.live_from.astimezone(zone).date())
            for edition in editions
        ],
    }
    return draw(request, "admin/articles/article/history.html", context, title="History", article=article)


def version(request: HttpRequest, object_id: int, number: int) -> HttpResponse:
    """Show one saved version as text; links to our own pages lead to where these are now."""
    article = find_article(request, object_id)
    revision = find_version(article, number)
    content = content_of(revision)
    pages = own_addresses(content["body"], timezone.now())
    lines = [line.with_addresses(pages) for line in labelled_texts(content) if line.text]
    context = {
        "revision": revision,
        "given_label": labels_of(article.pk).get(revision.pk, ""),
        "lines": lines,
        "before": number - 1,
        "newest": Revision.objects.filter(article=article).values_list("number", flat=True).first(),
        "may_change": request.user.has_perm("articles.change_article", article),
    }
    title = f"Version {number}"
    return draw(request, "admin/articles/article/version.html", context, title=title, article=article)
