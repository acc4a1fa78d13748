"""Save a manuscript as a version: lock it before reading, refuse a stale form, record the result in one act.

The order matters. Django's admin writes every column of the form's object, so a check after the form was read would
see its own write: the article is locked, and its newest version number compared, first.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles import acts
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.allowed import is_allowed, note_that_it_is_seen
from desk.history.labelling import label_saved
from desk.manuscript.conflict import Conflict, merge_forms, newest_number, says_the_same
from desk.manuscript.one_change import SET, with_one_change
from desk.manuscript.question_texts import shown_questions
from desk.manuscript.questions import ASKED, SINCE, as_asked, with_answers
from desk.sharing.in_brief import with_what_came_back
from desk.versions.merging import Question
from prose.forms.unsaved import is_to_be_done, unsaved
from prose.keys import as_key

ENTER = "_enter"  # the button that Enter in a field presses: it saves, and the form stays
BASE = "base"  # the hidden field with the number of the version that the form was opened on
UNKNOWN_BASE = -1
NAMED = ("institution__parent", "kind", "licence", "lead_picture")
"""Records that the form shows by name: loaded with the piece, not one by one."""
UNANSWERED = (
    "Nothing has been saved yet. The same place was changed twice: say above which of the two stays. "
    "What you typed stands in the form."
)

DrawPreview = Callable[[Revision, dt.datetime], HttpResponse]


@dataclass(frozen=True)
class Saving:
    """Settings of the article form for one request, kept as `request.desk`.

    `base` is the version the form builds on, 0 for a new piece. `draw_preview` draws the typed version, which is then
    not kept. `conflict` and `refusal` belong to a form that is shown again and must not be saved as it is.
    `questions` are asked on its page; `since` is the version that they started from. `label` is the saved version's.
    `newest`: the version that an opened form shows. `facts`: for the history, beside the version's number.
    """

    base: int = 0
    is_saving: bool = False
    draw_preview: DrawPreview | None = None
    conflict: Conflict | None = None
    refusal: str = ""
    questions: tuple[Question, ...] = ()
    since: int = 0
    label: str = ""
    newest: Revision | None = None
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def may_be_stale(self) -> bool:
        """True for a conflict page and a preview: they save nothing, so they take any version as their base."""
        return self.conflict is not None or self.draw_preview is not None


def saving_of(request: HttpRequest) -> Saving:
    """The request's `Saving`; the default for pages that never save."""
    return getattr(request, "desk", Saving())


def update_saving(request: HttpRequest, **changes: Any) -> None:
    request.desk = replace(saving_of(request), **changes)  # type: ignore[attr-defined]


class SavedAsVersions(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin that saves each change of an article as a version."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).filter(pk__in=_keys_open_to(request))

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return is_allowed(request, "articles.change_article", obj)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return is_allowed(request, "articles.view_article", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        key = as_key(object_id)
        if key is None:
            return None
        if not saving_of(request).is_saving:
            # The number first: a save between the two reads then makes a false alarm, never a lost text.
            if request.method == "GET":
                newest = Revision.objects.filter(article=key).first()
                update_saving(request, newest=newest, base=newest.number if newest else 0)
            else:
                update_saving(request, base=newest_number(key))
            opened = Article.objects.filter(pk=key, pk__in=_keys_open_to(request)).select_related(*NAMED)
            article = with_what_came_back(opened, timezone.now()).first()
            if article:
                note_that_it_is_seen(request, article)
            if article and unsaved(request):
                self._compare_base(request, article)
            return article
        article = Article.objects.locked().filter(pk=key, pk__in=_keys_open_to(request)).first()
        if article and self.has_change_permission(request, article):
            self._compare_base(request, article)
        return article

    def _compare_base(self, request: HttpRequest, article: Article) -> None:
        newest = newest_number(article.pk)
        if not saving_of(request).may_be_stale:
            typed = as_key(request.POST.get(BASE, ""))
            base = UNKNOWN_BASE if typed is None else typed
            if base != newest:
                raise acts.StaleBase(base, newest)
        update_saving(request, base=newest)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        update_saving(request, is_saving=is_to_be_done(request))
        if ENTER in request.POST:
            post = request.POST.copy()
            post["_continue"] = "1"
            request.POST = post  # type: ignore[assignment]
        if SET in request.POST:
            request.POST = with_one_change(request.POST)  # type: ignore[assignment]
        if ASKED in request.POST:
            self._apply_answers(request)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except acts.StaleBase as stale:
            if object_id is None:
                raise
            if saved := self._saved_already(request, object_id):
                return self.response_change(request, saved)
            return self._conflict_page(request, object_id, form_url, stale)

    def _saved_already(self, request: HttpRequest, object_id: str) -> Article | None:
        """The piece, if its newest version says what this form does: it was sent before, and the answer got lost."""
        saving = saving_of(request)
        newest = Revision.objects.select_related("article").filter(article=as_key(object_id)).first()
        if newest is None or not saving.is_saving or saving.refusal:
            return None
        if not says_the_same(request.POST, content_of(newest)):
            return None
        update_saving(request, base=newest.number)
        return newest.article

    def _apply_answers(self, request: HttpRequest) -> None:
        """Put the answers of the conflict page into what was typed; refuse the save while some are missing."""
        post, questions = with_answers(request.POST)
        request.POST = post  # type: ignore[assignment]
        update_saving(request, questions=tuple(questions), since=as_key(post.get(SINCE, "")) or 0)
        if questions and saving_of(request).draw_preview is None:
            update_saving(request, refusal=UNANSWERED)

    def _conflict_page(
        self, request: HttpRequest, object_id: str, form_url: str, stale: acts.StaleBase
    ) -> HttpResponse:
        """The form once more, on the newest version, merged with what was saved meanwhile; the questions above it.

        Runs outside the transaction that was refused; the form's `refusal` keeps it from being saved unread.
        """
        saving = saving_of(request)
        since = saving.since if saving.questions else stale.base
        with transaction.atomic():
            articles = Article.objects.all() if unsaved(request) else Article.objects.locked()
            article = articles.get(pk=object_id)
            versions = Revision.objects.select_related("saved_by").filter(article=article)
            newest = versions.get(number=newest_number(article.pk))
            is_own = _are_own(request, article, since=stale.base)
            why = f"You saved version {newest.number} in another window." if is_own else str(stale)
            conflict = Conflict(why, versions.filter(number=since).first(), newest, is_own)
            request.POST, questions = merge_forms(request.POST, article, conflict)  # type: ignore[assignment]
            update_saving(
                request, conflict=conflict, refusal=conflict.sentence, questions=tuple(questions), since=since
            )
            response = super().changeform_view(request, object_id, form_url, None)
            response.render()  # type: ignore[attr-defined]
        response.status_code = 409
        return response

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = saving_of(request).refusal  # type: ignore[attr-defined]
        form.user = request.user  # type: ignore[attr-defined]
        form.may_be_blank = saving_of(request).draw_preview is not None  # type: ignore[attr-defined]
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        saving = saving_of(request)
        if request.method == "POST" and (obj := kwargs.get("obj")):
            stored = str(Article.objects.get(pk=obj.pk))  # `obj` holds what was typed and is not saved
            context |= {"stored_title": stored, "title": stored}
        context = {
            "base": saving.base,
            "conflict": saving.conflict,
            "questions": shown_questions(saving.questions, request.POST),
            "theirs": _theirs(saving, kwargs.get("obj")) if saving.questions else None,
            "asked": as_asked(saving.questions),
            "asked_since": saving.since,
        } | context
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.save_version(request, form.instance, base=saving_of(request).base, at=timezone.now())

    def save_version(self, request: HttpRequest, article: Article, *, base: int, at: dt.datetime) -> None:
        """The one call that records what the form wrote, with an editor's word where one was needed."""
        word = getattr(article, "another_piece", "")
        label = f"Another piece: {word}" if word else saving_of(request).label
        by: Any = request.user
        facts = saving_of(request).facts
        revision = acts.save_draft(article, base=base, by=by, at=at, label=label, after=facts)
        label_saved(request, revision, at)


def _keys_open_to(request: HttpRequest) -> Any:
    """Keys of the pieces that the user may open, because rows of a query with DISTINCT cannot be locked."""
    return Article.objects.visible_to(request.user).values("pk")


def _theirs(saving: Saving, article: Article | None) -> Revision | None:
    """The version whose texts stand on the other side of the questions: the one that the form builds on."""
    if saving.conflict:
        return saving.conflict.newest
    versions = Revision.objects.filter(article=article, number=saving.base)
    return versions.select_related("saved_by").defer("content").first()


def _are_own(request: HttpRequest, article: Article, *, since: int) -> bool:
    """True if the user saved every version after number `since`, in another window."""
    newer = Revision.objects.filter(article=article, number__gt=since)
    return set(newer.values_list("saved_by", flat=True)) == {request.user.pk}
