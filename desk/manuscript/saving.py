"""How an editor's save becomes a version: locked before it is read, refused when it is stale, recorded by one call.

The order matters. Django's admin writes every column of the form's object, so a check made after the form was
read would see its own write: the article is locked and its newest version number compared first.
"""

import datetime as dt
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles import acts
from articles.models.article import Article
from articles.models.revision import Revision
from desk.locks import BUSY, RowsLocked, refusing_locked_rows
from desk.manuscript.conflict import Conflict, rebased
from prose.keys import as_key

BASE = "base"
UNKNOWN_BASE = -1


def newest_number(article_id: int) -> int:
    """The number of an article's newest saved version; 0 before the first."""
    found = Revision.objects.filter(article_id=article_id).aggregate(newest=Max("number"))["newest"]
    return found or 0


class SavedAsVersions(admin.ModelAdmin):  # type: ignore[type-arg]
    """Saving for articles. `request.desk_base` is what the page's hidden field says or will say."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        # By primary key, because rows of a query with DISTINCT cannot be locked.
        visible = Article.objects.visible_to(request.user)
        return super().get_queryset(request).filter(pk__in=visible.values("pk"))

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return request.user.has_perm("articles.change_article", obj)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return request.user.has_perm("articles.view_article", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        key = as_key(object_id)
        if key is None:
            return None
        if not getattr(request, "is_saving", False):
            # The number first: a save between the two reads then makes a false alarm, never a lost text.
            base = newest_number(key)
            article = super().get_object(request, object_id, from_field)
            _remember(request, base)
            return article
        locked = self.get_queryset(request).select_for_update(of=("self",))
        article = locked.filter(pk=key).first()
        if article and self.has_change_permission(request, article):
            self._compare_base(request, article)
        return article

    def _compare_base(self, request: HttpRequest, article: Article) -> None:
        head = newest_number(article.pk)
        if _is_exempt(request):
            _remember(request, head)
            return
        said = as_key(request.POST.get(BASE, ""))
        base = UNKNOWN_BASE if said is None else said
        if base != head:
            raise acts.StaleBase(base, head)
        _remember(request, base)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        request.is_saving = request.method == "POST"  # type: ignore[attr-defined]
        try:
            with refusing_locked_rows():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except acts.StaleBase as stale:
            if object_id is None:
                raise
            return self._conflict_page(request, object_id, form_url, stale)
        except RowsLocked:
            return self._busy_page(request, object_id, form_url)

    def _busy_page(self, request: HttpRequest, object_id: str | None, form_url: str) -> HttpResponse:
        """The form as it was typed, on the version it was typed on; read without a lock, saved by nobody."""
        request.is_saving, request.refusal = False, BUSY  # type: ignore[attr-defined]
        response = super().changeform_view(request, object_id, form_url, {"base": request.POST.get(BASE, "")})
        response.status_code = 409
        return response

    def _conflict_page(
        self, request: HttpRequest, object_id: str, form_url: str, stale: acts.StaleBase
    ) -> HttpResponse:
        """The form once more, on the newest version, with everything typed in it and the newer text beside it.

        Runs outside the transaction that was refused; the form's `refusal` keeps it from being saved unread.
        """
        typed = request.POST
        with transaction.atomic():
            article = Article.objects.select_for_update().get(pk=object_id)
            newest = Revision.objects.select_related("saved_by").get(
                article=article, number=newest_number(article.pk)
            )
            request.POST = rebased(typed, article, self._prefixes(request, article))  # type: ignore[assignment]
            request.conflict = Conflict(str(stale), typed, newest)  # type: ignore[attr-defined]
            response = super().changeform_view(request, object_id, form_url, None)
            response.render()  # type: ignore[attr-defined]
        response.status_code = 409
        return response

    def _prefixes(self, request: HttpRequest, article: Article) -> list[str]:
        return [
            formset.get_default_prefix() for formset, _ in self.get_formsets_with_inlines(request, article)
        ]

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        conflict = conflict_of(request)
        form.refusal = conflict.sentence if conflict else getattr(request, "refusal", "")  # type: ignore[attr-defined]
        form.user = request.user  # type: ignore[attr-defined]
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context = {"base": getattr(request, "desk_base", 0), "conflict": conflict_of(request)} | context
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        base = getattr(request, "desk_base", 0)
        self.save_version(request, form.instance, base=base, at=timezone.now())

    def save_version(self, request: HttpRequest, article: Article, *, base: int, at: dt.datetime) -> None:
        """The one call that records what the form wrote, with an editor's word where one was needed."""
        word = getattr(article, "another_piece", "")
        label = f"Another piece: {word}" if word else ""
        acts.save_draft(article, base=base, by=request.user, at=at, label=label)  # type: ignore[arg-type]


def conflict_of(request: HttpRequest) -> Conflict | None:
    """The conflict this request is answering, if any."""
    return getattr(request, "conflict", None)


def _is_exempt(request: HttpRequest) -> bool:
    """A conflict page and a preview save nothing, so they may stand on any version."""
    return conflict_of(request) is not None or getattr(request, "is_preview", False)


def _remember(request: HttpRequest, base: int) -> None:
    request.desk_base = base  # type: ignore[attr-defined]
