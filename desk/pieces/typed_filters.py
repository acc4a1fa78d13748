"""Filters of the list of pieces that are typed: a person, an outlet, and days from one to another."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.byline import Byline
from articles.models.edition import Edition
from articles.querysets import with_merged
from articles.states import Form
from authors.models import Author
from outlets.models import Outlet
from prose.dates import day_in_words
from prose.keys import as_key

MEANT = "meant"
"""Attribute of a request: what the keys in its address were called when somebody kept it as a view."""


class TypedFilter(admin.ListFilter):
    """A filter whose values are typed. `doubts`: sentences about values that make no sense; the list shows them."""

    parameters: tuple[str, ...]

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.doubts: list[str] = []
        for name in self.parameters:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]

    def typed(self, name: str) -> str:
        return str(self.used_parameters.get(name, "")).replace("\x00", "").strip()

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return list(self.parameters)

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        return iter(())


class NamedFilter(TypedFilter):
    """Filter by a record: its key in the address, or words of its name."""

    record_model: Any
    nobody: str  # what a key is of which there is no record
    row_model: Any
    field: str  # of its rows, which names the record

    @property
    def names_address(self) -> str:
        """The address at which pickers of the form ask for such records by a part of their name."""
        row = self.row_model._meta
        asked = {"app_label": row.app_label, "model_name": row.model_name, "field_name": self.field}
        return f"{reverse('admin:autocomplete')}?{urlencode(asked)}"

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        value = self.typed(self.parameters[0])
        self.key, self.words, self.name = as_key(value), value, value
        if self.key is not None:
            self.name = self._load(getattr(request, MEANT, {}).get(self.parameters[0], ""))

    def _load(self, meant: str) -> str:
        """The name of the record; the one that it had, with a doubt, if it is gone or merged."""
        record = self.record_model._default_manager.select_related("merged_into").filter(pk=self.key).first()
        if record is None:
            called = f"“{meant}”" if meant else f"The {self.nobody} of this address"
            self.doubts.append(
                f"{called} is no longer on record: no piece can match. Choose another {self.nobody}."
            )
            return meant
        if record.merged_into:
            self.doubts.append(
                f"“{record}” is on record as “{record.merged_into}” now: the list is of that one."
            )
            record, self.key = record.merged_into, record.merged_into.pk
        return str(record)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if not self.words:
            return queryset
        return queryset.filter(Exists(self.of_record() if self.key is not None else self.of_name(self.words)))

    def of_record(self) -> QuerySet[Any]:
        raise NotImplementedError

    def of_name(self, words: str) -> QuerySet[Any]:
        raise NotImplementedError


class PersonFilter(NamedFilter):
    """Filter by somebody in the byline."""

    title = "person"
    parameters = ("person",)
    record_model = Author
    nobody = "person"
    row_model, field = Byline, "author"

    def of_record(self) -> QuerySet[Any]:
        return Byline.objects.filter(with_merged(Byline, "author", self.key), article=OuterRef("pk"))

    def of_name(self, words: str) -> QuerySet[Any]:
        named = Q(author__display_name__icontains=words) | Q(name__icontains=words)
        return Byline.objects.filter(named, article=OuterRef("pk"))


class OutletFilter(NamedFilter):
    """Filter by an outlet where a piece ran or will run."""

    title = "outlet"
    parameters = ("outlet",)
    record_model = Outlet
    nobody = "outlet"
    row_model, field = Appearance, "outlet"

    def of_record(self) -> QuerySet[Any]:
        return Appearance.objects.filter(with_merged(Appearance, "outlet", self.key), article=OuterRef("pk"))

    def of_name(self, words: str) -> QuerySet[Any]:
        named = Q(outlet__name__icontains=words) | Q(outlet_name__icontains=words)
        return Appearance.objects.filter(named, article=OuterRef("pk"))


class DaysFilter(TypedFilter):
    """Filter by days, both included; either may be left open."""

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        self.first, self.last = (self._day(name) for name in self.parameters)
        if self.first and self.last and self.last < self.first:
            self.doubts.append(
                f"{day_in_words(self.last)} lies before {day_in_words(self.first)}: no piece can match."
            )

    def _day(self, name: str) -> dt.date | None:
        typed = self.typed(name)
        try:
            day = dt.date.fromisoformat(typed) if typed else None
            if (
                day is None or dt.MINYEAR < day.year < dt.MAXYEAR
            ):  # of others no hour can be told in all zones
                return day
            raise ValueError
        except ValueError:
            sentence = (
                f"“{typed[:40]}” is no day; a day is written as 2026-03-14. The list is shown without it."
            )
            self.doubts.append(sentence)
            return None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return self.between(queryset) if self.first or self.last else queryset

    def between(self, articles: QuerySet[Article]) -> QuerySet[Article]:
        raise NotImplementedError


class PublishedFilter(DaysFilter):
    """Filter by the day of first publication here."""

    title = "first published"
    parameters = ("published_from", "published_until")

    def between(self, articles: QuerySet[Article]) -> QuerySet[Article]:
        editions = Edition.objects.filter(article=OuterRef("pk"), form=Form.PIECE).ever_live(timezone.now())
        if self.first:
            editions = editions.filter(first_published_on__gte=self.first)
        if self.last:
            editions = editions.filter(first_published_on__lte=self.last)
        return articles.filter(Exists(editions))


class ChangedFilter(DaysFilter):
    """Filter by the day on which a piece was saved last, by the desk's clock."""

    title = "last saved"
    parameters = ("changed_from", "changed_until")

    def between(self, articles: QuerySet[Article]) -> QuerySet[Article]:
        if self.first:
            articles = articles.filter(desk__saved_at__gte=_midnight(self.first))
        if self.last:
            articles = articles.filter(desk__saved_at__lt=_midnight(self.last + dt.timedelta(days=1)))
        return articles


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=timezone.get_current_timezone())
