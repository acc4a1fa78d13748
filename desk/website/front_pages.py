"""Admin of front pages: a page for each arrangement, a row for each place, and looks at it on any day."""

import datetime as dt
from typing import Any

from django.contrib import admin, messages
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from articles.models.article import Article
from desk.acts.local_time import moment_in_words
from desk.website.front_page_form import ArrangementForm, PlacesInOrder
from desk.website.front_page_looks import front_page_on_a_day, preview, shown_page
from disclaimers.admin.of_houses import OfHouses
from prose.forms.pickers import PickedByTyping
from prose.keys import as_key
from website.models.front_page import Arrangement, FrontPlace

EMPTY_PLACES = 5


class FrontPlaceInline(PickedByTyping, admin.StackedInline):  # type: ignore[type-arg]
    """A place: what it shows, and the heading of the section that begins with it."""

    model = FrontPlace
    formset = PlacesInOrder
    autocomplete_fields = ["piece", "kind", "topic", "series", "person"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("shows", "number"),
                    "piece",
                    "kind",
                    "topic",
                    "series",
                    "person",
                    "heading",
                    "order",
                ]
            },
        )
    ]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else EMPTY_PLACES

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer what there is, without links to add or change a record; of pieces those that the user may open."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in self.autocomplete_fields:
            _without_links(field)
        if db_field.name == "piece":
            visible = Article.objects.visible_to(request.user)
            field.queryset = field.queryset.filter(pk__in=visible.values("pk"))
        return field


class ArrangementAdmin(PickedByTyping, OfHouses):
    """Front pages of houses. One that readers have is never changed: what is saved is the next one."""

    form = ArrangementForm
    list_display = ["__str__", "state", "begins", "lead"]
    list_select_related = ["institution"]
    list_filter = ["institution"]
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["institution"]
    inlines = [FrontPlaceInline]
    actions = None
    ordering = [F("live_from").desc(nulls_first=True), "-pk"]
    fieldsets = [
        (None, {"fields": [("institution", "language")]}),
        (None, {"fields": ["when", ("day", "time"), "which", "base"], "classes": ["begins"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Arrangement]:
        places = FrontPlace.objects.select_related("piece", "kind", "topic", "series", "person").order_by(
            "order", "pk"
        )
        same = {"institution": OuterRef("institution"), "language": OuterRef("language")}
        begun = Arrangement.objects.begun_by(timezone.now()).filter(**same).order_by()
        found: QuerySet[Arrangement] = super().get_queryset(request)
        return found.annotate(
            is_over=Exists(begun.filter(live_from__gt=OuterRef("live_from")))
        ).prefetch_related(Prefetch("places", places))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        return _without_links(field) if db_field.name == "institution" else field

    def get_urls(self) -> list[URLPattern]:
        view, name = self.admin_site.admin_view, "website_arrangement"
        own = [
            path("on-a-day/", view(front_page_on_a_day), name=f"{name}_on_a_day"),
            path("on-a-day/page/", view(shown_page), name=f"{name}_shown_page"),
            path("<int:object_id>/preview/", view(preview), name=f"{name}_preview"),
        ]
        return [*own, *super().get_urls()]

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The form; what is sent for an arrangement that has begun is a new one."""
        begun = Arrangement.objects.begun_by(timezone.now()).filter(pk=as_key(object_id) or 0).first()
        if begun and request.method == "POST":
            sent = request.POST.copy()
            sent["_saveasnew"] = "1"
            request.POST = sent  # type: ignore[assignment]
        return super().changeform_view(
            request, object_id, form_url, {**(extra_context or {}), "begun": begun}
        )

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        return self._after(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._after(request, obj)

    def _after(self, request: HttpRequest, arrangement: Arrangement) -> HttpResponse:
        """Say from when readers see it, and show it or go back to the list."""
        messages.success(request, f"{arrangement}: {_sentence(arrangement, timezone.now())}")
        if "_look" in request.POST:
            return HttpResponseRedirect(reverse("admin:website_arrangement_preview", args=[arrangement.pk]))
        return HttpResponseRedirect(reverse("admin:website_arrangement_changelist"))

    @admin.display(description="state")
    def state(self, arrangement: Any) -> str:
        if arrangement.live_from is None:
            return "draft"
        if not arrangement.has_begun(timezone.now()):
            return "scheduled"
        return "past" if arrangement.is_over else "live"

    @admin.display(description="from", ordering="live_from")
    def begins(self, arrangement: Arrangement) -> dt.datetime | None:
        return arrangement.live_from

    @admin.display(description="lead")
    def lead(self, arrangement: Arrangement) -> str:
        places = list(arrangement.places.all())
        return str(places[0]) if places else "the newest pieces alone"


def _without_links(field: Any) -> Any:
    """A choice of a record, without the links to add or change one."""
    for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
        setattr(field.widget, right, False)
    return field


def _sentence(arrangement: Arrangement, at: dt.datetime) -> str:
    if arrangement.live_from is None:
        return "a draft, which readers do not see."
    if arrangement.live_from <= at:
        return "readers have it now."
    when = moment_in_words(arrangement.live_from, timezone.get_current_timezone_name())
    return f"readers see it from {when}."
