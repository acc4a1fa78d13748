"""People and bodies in the admin, with the posts they have held."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from authors.forms import AppointmentForm
from authors.models import Appointment, Author, AuthorLink, said_posts
from prose.forms.day_input import DayInput
from prose.forms.kept_slug import KeptSlugAdmin
from prose.forms.pickers import PickedByTyping

NAMES = {"display_name", "native_name", "courtesy", "rank", "suffix"}
"""What pages may have printed of a name."""


class AppointmentInline(PickedByTyping, admin.StackedInline):  # type: ignore[type-arg]
    model = Appointment
    form = AppointmentForm
    extra = 0
    autocomplete_fields = ["institution"]
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    verbose_name = "post"
    verbose_name_plural = "Posts, here or elsewhere"
    fieldsets = [
        (None, {"fields": [("title", "unit"), ("institution", "organisation"), ("from_on", "until_on")]}),
        (
            "What must be said while they hold it",
            {
                "fields": ["disclaimer", "body_names"],
                "classes": ["collapse"],
                "description": "For people whose employer is not to be taken for the author of what they write.",
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appointment]:
        return super().get_queryset(request).prefetch_related("bodies")

    @admin.display(description="bodies it names")
    def body_names(self, post: Appointment) -> str:
        """For those who may look and not change: what the form's field of this name would hold."""
        return "\n".join(post.body_names)


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


class AuthorAdmin(PickedByTyping, KeptSlugAdmin):
    """Who signs pieces. A bio for one piece stands with the piece; here is what their own page says."""

    slug_from = "display_name"
    list_display = ["display_name", "native_name", "sort_name", "post", "form", "slug"]
    list_filter = ["form", ("appointments__institution", PostFilter)]
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["display_name", "sort_name", "native_name", "courtesy"]
    search_help_text = "Any part of the name, in any script."
    inlines = [AppointmentInline, AuthorLinkInline]
    autocomplete_fields = ["user"]
    actions = None
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    fieldsets = [
        (None, {"fields": ["display_name", "native_name", "biography"]}),
        (
            "How the name sorts, and the web address",
            {
                "fields": ["form", "name_order", "sort_name", "slug", "website"],
                "classes": ["collapse"],
                "description": "The sort name and the web address are made from the name when left empty.",
            },
        ),
        (
            "Titles",
            {
                "fields": ["courtesy", ("courtesy_from", "courtesy_until"), ("rank", "retired_on"), "suffix"],
                "classes": ["collapse"],
                "description": "Which of them a byline prints is said by the house style.",
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

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and NAMES & set(form.changed_data):
            self.after_renaming(request, form.instance)

    def after_renaming(self, request: HttpRequest, author: Author) -> None:
        """Called when a name has changed. The desk says here which pages keep the old one."""

    @admin.display(description="post today")
    def post(self, author: Author) -> str:
        held, former = said_posts(author.appointments.all(), timezone.localdate())
        if held:
            return held[0].in_words
        return f"former {former.in_words}" if former else ""
