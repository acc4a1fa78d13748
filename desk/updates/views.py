""" "Update published pages": choose pages, look at what would change, give a reason; then watch, stop or go on.

Looking writes nothing. A batch that has begun runs in short turns, one for each press of the button or call of the
page's script, so that no request lasts long and nothing is lost when the page is closed.
"""

import datetime as dt
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from articles.acts import ActRefused, batches
from articles.models.article import Article
from articles.models.batch import Batch, BatchItem
from articles.models.edition import Edition
from articles.press.comparison import SentenceChange, changed_sentences
from articles.renewed import Renewable
from articles.states import ACTS, Act
from desk.pages import draw, require
from desk.renewed_words import in_words
from desk.updates.forms import SELECTIONS, ReasonForm, SelectionForm
from disclaimers.lineage import is_limited
from prose.forms.unsaved import is_to_be_done
from prose.keys import as_key

TITLE = "Update published pages"
TEMPLATES = "admin/articles/update_pages"
TURN = dt.timedelta(seconds=4)
LOOK_SECONDS = 2.0  # for one request
SHOWN = 10  # pages whose sentences are shown at once
REFUSALS = 50  # listed at once


@dataclass
class LookResult:
    """Pages looked at so far: counts by result, some pages in full, and the pieces to go on behind."""

    total: int
    counts: Counter[str] = field(default_factory=Counter)
    shown: list[tuple[batches.PagePreview, list[SentenceChange]]] = field(default_factory=list)
    unchanged: list[Edition] = field(default_factory=list)  # the first of those on which nothing would change
    further: int | None = None  # key of the last piece shown, if there are more to show
    unseen: int | None = None  # key of the last piece looked at, if there are more to look at

    def as_json(self, address: str) -> dict[str, Any]:
        following = f"{address}&after={self.unseen}" if self.unseen else ""
        return {**{name: self.counts[name] for name in ("changing", "same", "refused")}, "next": following}


def look_at_pages(batch: Batch, pieces: list[int] | None, *, after: int, at: dt.datetime) -> LookResult:
    """Look at as many pages behind the piece `after` as there is time for. The first changed ones are kept in full."""
    pages = batches.pages(batch, at, pieces)
    result = LookResult(pages.count())
    ahead = list(pages.filter(article__gt=after).values_list("pk", flat=True))
    deadline = time.monotonic() + LOOK_SECONDS
    for number, preview in enumerate(batches.preview(batch, ahead, at=at), start=1):
        result.counts["refused" if preview.refusal else "changing" if preview.reprinted else "same"] += 1
        if not (preview.reprinted or preview.refusal) and len(result.unchanged) < SHOWN:
            result.unchanged.append(preview.edition)
        if preview.reprinted and len(result.shown) < SHOWN:
            result.shown.append((preview, changed_sentences(preview.edition, preview.reprinted)))
        elif preview.reprinted and result.further is None:
            result.further = result.shown[-1][0].edition.article_id
        if time.monotonic() >= deadline and number < len(ahead):
            result.unseen = preview.edition.article_id
            result.further = result.further or result.unseen
            break
    return result


def update_pages(request: HttpRequest) -> HttpResponse:
    """GET: choose pages and look at the changes. POST with a reason: record the batch and go to its page."""
    require(request, ACTS[Act.REISSUE].permission)
    at = timezone.now()
    query = request.GET.copy()
    form = SelectionForm(query if _has_selection(request) else None, user=request.user, label_suffix="")
    context: dict[str, Any] = {"form": form, "reason": ReasonForm(label_suffix="")}
    if form.is_bound and form.is_valid():
        batch, pieces = form.batch(), form.pieces()
        batch.by = cast("User", request.user)
        address = f"{reverse('admin:articles_update_pages')}?{_query(batch, pieces)}"
        if request.method == "POST":
            context["reason"] = reason = ReasonForm(request.POST, label_suffix="")
            if is_to_be_done(request) and reason.is_valid():
                batch.reason = reason.cleaned_data["reason"]
                try:
                    batches.begin(batch, at=at, pieces=pieces)
                    return HttpResponseRedirect(_batch_address(batch))
                except ActRefused as refused:
                    reason.add_error(None, str(refused))
        elif batch.correction:
            context["reason"] = ReasonForm(initial={"reason": batch.correction.reason}, label_suffix="")
        looked = look_at_pages(batch, pieces, after=as_key(request.GET.get("after", "")) or 0, at=at)
        if _wants_json(request):
            return JsonResponse(looked.as_json(address))
        context["subjects"] = in_words(batch.subjects)
        context |= {"batch": batch, "looked": looked, "address": address, "is_first": "after" not in query}
        context["counts"] = looked.as_json(address)
        initial = _initial(batch, pieces)
        context["form"] = SelectionForm(initial=initial, user=request.user, label_suffix="")
    return draw(request, f"{TEMPLATES}/choose.html", context, title=TITLE, opts=Batch._meta)


def batch_page(request: HttpRequest, object_id: int) -> HttpResponse:
    """GET: progress. POST: run for a turn, or stop."""
    require(request, ACTS[Act.REISSUE].permission)
    batch = _open_batches(request).select_related(*SELECTIONS[:-1], "by").filter(pk=object_id).first()
    if batch is None:
        raise Http404
    if is_to_be_done(request):
        wish = request.POST.get("wish")
        if wish == "stop":
            batches.stop(batch)
        else:
            if wish == "go_on":  # a turn of the script does not resume a batch that was stopped
                batches.resume(batch)
            batches.run(batch, clock=timezone.now, stop_after=TURN)
        batch.refresh_from_db(fields=["stopped", "finished_at"])
        if not _wants_json(request):
            return HttpResponseRedirect(_batch_address(batch))
    progress = _progress(batch)
    if _wants_json(request):
        return JsonResponse(progress)
    refused = batch.items.filter(state=BatchItem.State.REFUSED).select_related("article")
    context = {
        "batch": batch,
        "subjects": in_words(batch.subjects),
        "progress": progress,
        "refusals": Paginator(refused, REFUSALS).get_page(request.GET.get("p")),
    }
    return draw(request, f"{TEMPLATES}/batch.html", context, title=TITLE, opts=Batch._meta)


def _open_batches(request: HttpRequest) -> "QuerySet[Batch]":
    """Batches that a user may see: all, or of an account that works for some houses those about their pieces alone."""
    batches = Batch.objects.all()
    if not is_limited(request.user):
        return batches
    others = BatchItem.objects.exclude(article__in=Article.objects.visible_to(request.user).values("pk"))
    return batches.exclude(pk__in=others.values("batch"))


def _progress(batch: Batch) -> dict[str, Any]:
    states = Counter(batch.items.values_list("state", flat=True))
    total = states.total()
    return {
        **{state: states[state] for state in BatchItem.State.values},
        "total": total,
        "settled": total - states["waiting"],
        "is_over": batch.finished_at is not None,
        "is_stopped": batch.stopped,
    }


def _has_selection(request: HttpRequest) -> bool:
    return any(request.GET.getlist(name) not in ([], [""]) for name in SelectionForm.base_fields)


def _initial(batch: Batch, pieces: list[int] | None) -> dict[str, Any]:
    rows = {name: getattr(batch, name) for name in (*SELECTIONS[:-1], "correction")}
    return rows | {"article": pieces, "renewed": [subject.value for subject, _ in batch.subjects.subjects()]}


def _query(batch: Batch, pieces: list[int] | None) -> str:
    keys = {name: getattr(batch, f"{name}_id") for name in (*SELECTIONS[:-1], "correction")}
    chosen = {name: key for name, key in keys.items() if key}
    subjects = [subject.value for subject, _ in batch.subjects.subjects() if subject != Renewable.SLIPS]
    return urlencode(chosen | {"article": pieces or [], "renewed": subjects}, doseq=True)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _batch_address(batch: Batch) -> str:
    return reverse("admin:articles_batch_change", args=[batch.pk])


class BatchAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """List of the updates begun so far, newest first, and their pages."""

    list_display = ["__str__", "reason", "by", "made_at", "finished_at", "stopped"]
    list_select_related = ["by"]
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("new/", view(update_pages), name="articles_update_pages"),
            path("add/", view(update_pages), name="articles_batch_add"),
            path("<int:object_id>/", view(batch_page), name="articles_batch_change"),
            path("", view(self.changelist_view), name="articles_batch_changelist"),
        ]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Batch]":
        return super().get_queryset(request).filter(pk__in=_open_batches(request).values("pk"))

    def has_view_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return request.user.has_perm(ACTS[Act.REISSUE].permission)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False
