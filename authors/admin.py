"""People and bodies in the admin, with the posts they have held."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from authors.models import Appointment, Author, AuthorLink
from prose.day_input import DayInput
from prose.kept_slug import KeptSlugAdmin


class AppointmentInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Appointment
    extra = 0
    autocomplete_fields = ["institution"]
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    verbose_name = "post"
    verbose_name_plural = "Posts, here or elsewhere"
    fieldsets = [
        (None, {"fields": [("title", "unit"), ("institution", "organisation"), ("from_on", "until_on")]})
    ]


class AuthorLinkInline(admin.TabularInline):  # type: ignore[type-arg]
    model = AuthorLink
    extra = 0
    classes = ["collapse"]
    fields = ["label", "url", "order"]


class PostFilter(admin.RelatedOnlyFieldListFilter):
    """Narrows the list to those who hold or held a post at one of our houses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "post at"


@admin.register(Author)
class AuthorAdmin(KeptSlugAdmin):
    """Who signs pieces. A bio for one piece stands with the piece; here is what their own page says."""

    slug_from = "display_name"
    list_display = ["display_name", "sort_name", "post", "form", "slug"]
    list_filter = ["form", ("appointments__institution", PostFilter)]
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["display_name", "sort_name", "courtesy"]
    search_help_text = "Any part of the name."
    inlines = [AppointmentInline, AuthorLinkInline]
    autocomplete_fields = ["user"]
    actions = None
    fieldsets = [
        (None, {"fields": ["display_name", "biography"]}),
        (
            "More of the name, and the web address",
            {
                "fields": ["form", ("courtesy", "suffix"), "sort_name", "slug", "website"],
                "classes": ["collapse"],
                "description": "The sort name and the web address are made from the name when left empty.",
            },
        ),
        (
            "Account",
            {
                "fields": ["user"],
                "classes": ["collapse"],
                "description": "Whoever logs in with it sees the manuscripts that credit this person.",
            },
        ),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Author | None = None) -> Any:
        """The account is for those who may see accounts."""
        shown = super().get_fieldsets(request, obj)
        return shown if request.user.has_perm("auth.view_user") else shown[:-1]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).prefetch_related("appointments__institution")

    @admin.display(description="post today")
    def post(self, author: Author) -> str:
        today = timezone.localdate()
        held = [
            post
            for post in author.appointments.all()
            if (post.from_on is None or post.from_on <= today)
            and (post.until_on is None or today < post.until_on)
        ]
        return held[0].in_words if held else ""
