"""The list of pieces: columns, filters, and the public state of each piece in words."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import mark_safe

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.emptied import EmptiedPiece
from articles.models.topic import Topic
from articles.states import Form, Work
from desk.history.duplicating import marked_as_copy, with_copies
from desk.manuscript.work import TRASH, WorkFilter, work_in_words
from desk.rights.lists import PermissionFilter
from desk.standing import standing_in_words, with_standing
from prose.dates import hour_in_words
from prose.languages import CHOICES

EMPTIED_SHOWN = 50  # lines below the trash
NOTHING = mark_safe('<span class="nothing">-</span>')  # a telephone's list leaves it out


class StandingFilter(admin.SimpleListFilter):
    """Filter by public state, in the words of the column."""

    title = "where it stands"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("never", "Never published"),
            ("live", "Live"),
            ("changes", "Live, unpublished changes"),
            ("scheduled", "Scheduled"),
            ("unpublished", "Unpublished"),
            ("down", "Taken down"),
            ("retracted", "Retracted"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return with_public_state(queryset, self.value(), timezone.now())


def with_public_state(
    articles: QuerySet[Article], standing: str | None, at: dt.datetime
) -> QuerySet[Article]:
    """Pieces in a public state, by its code in `StandingFilter`; all pieces for any other code."""
    editions = Edition.objects.filter(article=OuterRef("pk"))
    live, down, retracted, ever, coming = (
        Exists(editions.live(at).filter(form=Form.PIECE)),
        Exists(editions.live(at).filter(form=Form.WITHDRAWAL)),
        Exists(editions.live(at).filter(form=Form.RETRACTION)),
        Exists(editions.ever_live(at)),
        Exists(editions.coming(at)),
    )
    newest_is_live = Exists(editions.live(at).filter(revision__number=OuterRef("desk__head_number")))
    match standing:
        case "never":
            return articles.filter(~ever, ~coming)
        case "live":
            return articles.filter(live)
        case "changes":
            return articles.filter(live, ~newest_is_live)
        case "scheduled":
            return articles.filter(coming)
        case "unpublished":
            return articles.filter(ever, ~live, ~down, ~retracted)
        case "down":
            return articles.filter(down)
        case "retracted":
            return articles.filter(retracted)
    return articles


class LanguageFilter(admin.SimpleListFilter):
    """Filter by the languages of the pieces that the user may open."""

    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        visible = Article.objects.visible_to(request.user)
        used = visible.order_by().values_list("language", flat=True).distinct()
        return sorted((code, dict(CHOICES).get(code, code)) for code in used)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return queryset.filter(language=self.value()) if self.value() in dict(CHOICES) else queryset


class TopicFilter(admin.SimpleListFilter):
    """Filter by topics of the pieces that the user may open."""

    title = "topic"
    parameter_name = "topic"
    shown = 30

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return list(_used_topics(Article.objects.visible_to(request.user))[: self.shown])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        slug = str(self.value() or "").replace("\x00", "")
        used = Topic.objects.filter(slug=slug).values("article_uses__content_object")
        return queryset.filter(pk__in=used) if slug else queryset


def _used_topics(articles: QuerySet[Article]) -> Any:
    return (
        Topic.objects.filter(article_uses__content_object__in=articles.values("pk"))
        .order_by("name")
        .values_list("slug", "name")
        .distinct()
    )


class ListedArticles(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin with the list page: its columns, filters and search."""

    list_display = ["headline_or_none", "standing", "work", "byline", "kind", "house", "saved_at"]
    list_filter = [
        StandingFilter,
        WorkFilter,
        ("kind", admin.RelatedOnlyFieldListFilter),
        ("institution", admin.RelatedOnlyFieldListFilter),
        LanguageFilter,
        TopicFilter,
        PermissionFilter,
    ]
    search_fields = ["headline", "dek", "bylines__author__display_name", "bylines__name", "slug"]
    search_help_text = "Headline, dek, name or web address."
    list_per_page = 50
    list_select_related = ["institution", "kind", "desk__editor", "desk__handed_in_by"]
    show_facets = admin.ShowFacets.NEVER
    actions = None
    ordering = ["-desk__saved_at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return with_standing(with_copies(super().get_queryset(request)), timezone.now())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search pieces; a picker, which asks by the name of its field, is not offered the trash."""
        if "field_name" in request.GET:
            queryset = queryset.exclude(desk__work=Work.SPIKED)
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="headline", ordering="headline")
    def headline_or_none(self, article: Article) -> str:
        return marked_as_copy(article)

    @admin.display(description="where it stands")
    def standing(self, article: Article) -> str:
        return standing_in_words(article)

    @admin.display(description="who has the draft", ordering="desk__work_since", empty_value=NOTHING)
    def work(self, article: Article) -> str:
        return work_in_words(getattr(article, "desk", None))

    @admin.display(description="byline", empty_value=NOTHING)
    def byline(self, article: Article) -> str:
        return ", ".join(str(row) for row in article.bylines.all())

    @admin.display(description="institution", ordering="institution__name")
    def house(self, article: Article) -> str:
        return article.institution.short_label

    @admin.display(description="last saved", ordering="desk__saved_at", empty_value=NOTHING)
    def saved_at(self, article: Any) -> str:
        if article.newest_saved_at is None:
            return ""
        return hour_in_words(article.newest_saved_at, timezone.get_current_timezone())

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context: dict[str, Any] = {"title": "All pieces", **(extra_context or {})}
        if request.GET.get(WorkFilter.parameter_name) == TRASH:
            emptied = EmptiedPiece.objects.visible_to(request.user).select_related("begun_by", "trashed_by")
            context |= {"is_trash": True, "emptied": emptied[:EMPTIED_SHOWN]}
        return super().changelist_view(request, context)
