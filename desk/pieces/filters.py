"""Filters of the list of pieces that are chosen by a word: where pieces stand, whose they are, language, topic."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles.models.article import Article
from articles.models.byline import Byline
from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.states import Form
from desk.looks import changed_since_looked, with_part_in
from desk.pieces.missing import CHOICES as LACKS
from desk.pieces.missing import lacking
from prose.languages import CHOICES
from prose.models.former_slugs import with_slug


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


class RecordFilter(admin.RelatedOnlyFieldListFilter):
    """Filter by a record that pieces have, drawn even if they all have the same: an address may name another one."""

    def has_output(self) -> bool:
        return True


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
        used = Topic.objects.filter(with_slug(Topic, [slug])).values("article_uses__content_object")
        return queryset.filter(pk__in=used) if slug else queryset


def _used_topics(articles: QuerySet[Article]) -> Any:
    return (
        Topic.objects.filter(article_uses__content_object__in=articles.values("pk"))
        .order_by("name")
        .values_list("slug", "name")
        .distinct()
    )


class MineFilter(admin.SimpleListFilter):
    """Filter by what the user has to do with a piece."""

    title = "mine"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("part", "I wrote, edit or sign it"),
            ("signed", "I sign it"),
            ("changed", "Changed since I looked"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        match self.value():
            case "part":
                return with_part_in(queryset, request.user)
            case "signed":
                signed = Byline.objects.filter(article=OuterRef("pk"), author__user=request.user.pk)
                return queryset.filter(Exists(signed))
            case "changed":
                looks = changed_since_looked(request.user, timezone.now())
                return queryset.filter(pk__in=looks.values("article"))
        return queryset


class MissingFilter(admin.SimpleListFilter):
    """Filter by what pieces lack."""

    title = "what is missing"
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return LACKS

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return lacking(queryset, str(self.value()), timezone.now())
