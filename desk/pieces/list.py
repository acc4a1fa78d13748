"""The list of pieces: its columns, search and filters."""

from http import HTTPStatus
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from articles.models.article import Article
from articles.models.emptied import EmptiedPiece
from articles.states import Work
from desk.history.duplicating import marked_as_copy, with_copies
from desk.pieces.addresses import (
    better_address,
    cannot_open,
    left_out_of_address,
    open_view,
    views_context,
)
from desk.pieces.asked import AskedOfList
from desk.pieces.columns import FIRST, PARAMETER, PREFETCHED, columns_of
from desk.pieces.missing import lacks_in_words, with_lacks
from desk.pieces.parameters import FILTERS, LEFT_OUT, take_out_unknown
from desk.pieces.typed_filters import MEANT
from desk.pieces.with_words import has_words
from desk.pieces.work import TRASH, WorkFilter, work_in_words
from desk.standing import dot_of, standing_in_words, with_standing
from prose.dates import day_in_words, hour_in_words
from prose.languages import CHOICES

EMPTIED_SHOWN = 50  # lines below the trash
NOTHING = mark_safe('<span class="nothing">-</span>')  # a telephone's list leaves it out
LANGUAGES = dict(CHOICES)


class PieceList(ChangeList):
    """Change list whose filters stand in a form above it, and whose columns are chosen in the address."""

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.asked = AskedOfList(self, request)
        self.has_filters = False  # none beside the list

    def get_filters_params(self, params: dict[str, Any] | None = None) -> dict[str, Any]:
        asked: dict[str, Any] = super().get_filters_params(params)
        return {name: value for name, value in asked.items() if name not in (PARAMETER, "view")}


class ListedArticles(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin with the list page: its columns, filters and search."""

    list_filter = FILTERS
    search_fields = ["headline", "dek", "bylines__author__display_name", "bylines__name", "slug"]
    search_help_text = "Headline, dek, name or web address, or words of the text."
    list_per_page = 50
    list_select_related = ["institution", "kind", "desk__editor", "desk__handed_in_by"]
    show_facets = admin.ShowFacets.NEVER
    actions = None
    ordering = ["-desk__saved_at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return with_standing(with_copies(super().get_queryset(request)), timezone.now())

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [FIRST, *columns_of(request).codes]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PieceList

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list with what its columns show, loaded once a page."""
        changelist: Any = super().get_changelist_instance(request)
        codes, at = columns_of(request).codes, timezone.now()
        rows = list(changelist.result_list)
        prefetch_related_objects(rows, *(PREFETCHED[code] for code in codes if code in PREFETCHED))
        if "missing" in codes:
            keys = [row.pk for row in rows]
            lacks = {
                row.pk: lacks_in_words(row) for row in with_lacks(Article.objects.filter(pk__in=keys), at)
            }
            for row in rows:
                row.lacks = lacks.get(row.pk, "")
        changelist.result_list = rows
        return changelist

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search pieces by their facts and by words of their texts.

        A picker, which asks by the name of its field, is offered neither the trash nor pieces for words of their texts.
        """
        if "field_name" in request.GET:
            return super().get_search_results(request, queryset.exclude(desk__work=Work.SPIKED), search_term)
        named, _ = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return named, False
        keys = named.order_by().values("pk")
        return queryset.filter(Q(pk__in=keys) | has_words(search_term, timezone.now())), False

    @admin.display(description="headline", ordering="headline")
    def headline_or_none(self, article: Article) -> str:
        return marked_as_copy(article)

    @admin.display(description="where it stands")
    def standing(self, article: Article) -> str:
        return format_html('<span class="state {}">{}</span>', dot_of(article), standing_in_words(article))

    @admin.display(description="who has the draft", ordering="desk__work_since", empty_value=NOTHING)
    def work(self, article: Article) -> str:
        return work_in_words(getattr(article, "desk", None))

    @admin.display(description="byline", empty_value=NOTHING)
    def byline(self, article: Article) -> str:
        return ", ".join(str(row) for row in article.bylines.all())

    @admin.display(description="institution", ordering="institution__name")
    def house(self, article: Article) -> str:
        return article.institution.short_label

    @admin.display(description="language", ordering="language")
    def language_in_words(self, article: Article) -> str:
        return str(LANGUAGES.get(article.language, article.language))

    @admin.display(description="where else it ran", empty_value=NOTHING)
    def outlets(self, article: Article) -> str:
        return ", ".join(dict.fromkeys(str(place) for place in article.appearances.all()))

    @admin.display(description="topics", empty_value=NOTHING)
    def topics(self, article: Article) -> str:
        return ", ".join(sorted(str(topic) for topic in article.tags.all()))

    @admin.display(description="what is missing", empty_value=NOTHING)
    def missing(self, article: Any) -> str:
        return str(article.lacks)

    @admin.display(description="first published", ordering="published_here", empty_value=NOTHING)
    def published_on(self, article: Any) -> str:
        return day_in_words(article.published_here) if article.published_here else ""

    @admin.display(description="last saved", ordering="desk__saved_at", empty_value=NOTHING)
    def saved_at(self, article: Any) -> str:
        if article.newest_saved_at is None:
            return ""
        return hour_in_words(article.newest_saved_at, timezone.get_current_timezone())

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        left_out, view = take_out_unknown(request), open_view(request)
        is_read = request.method in ("GET", "HEAD") and "_popup" not in request.GET
        if is_read and (address := better_address(request, view)):
            return HttpResponseRedirect(address)
        setattr(request, MEANT, view.meant if view else {})
        setattr(request, LEFT_OUT, left_out_of_address(left_out, view))
        context: dict[str, Any] = {**views_context(request, view), **(extra_context or {})}
        if request.GET.get(WorkFilter.parameter_name) == TRASH:
            emptied = EmptiedPiece.objects.visible_to(request.user).select_related("begun_by", "trashed_by")
            context |= {"is_trash": True, "emptied": emptied[:EMPTIED_SHOWN]}
        answer = super().changelist_view(request, context)
        if (
            view and answer.status_code == HTTPStatus.FOUND
        ):  # Django leads away from values that make no sense
            messages.warning(request, cannot_open(view, request.user))
        return answer
