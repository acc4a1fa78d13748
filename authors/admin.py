"""Admin of authors (on screen: people) with their posts and links."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from authors.forms import AppointmentForm, AuthorForm
from authors.models import Appointment, AppointmentWords, Author, AuthorLink, AuthorName, posts_to_show
from prose.forms.dated_rows import DatedRows
from prose.forms.day_input import DayInput
from prose.forms.kept_slug import KeptSlugAdmin
from prose.forms.pickers import PickedByTyping
from prose.forms.renaming import RenamingAdmin


class AppointmentInline(PickedByTyping, admin.StackedInline):  # type: ignore[type-arg]
    model = Appointment
    form = AppointmentForm
    extra = 0
    show_change_link = True
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
        """Shown in place of the form field of this name to users who may only view."""
        return "\n".join(post.body_names)


class AuthorLinkInline(admin.TabularInline):  # type: ignore[type-arg]
    model = AuthorLink
    extra = 0
    classes = ["collapse"]
    fields = ["label", "url", "order"]


class PostFilter(admin.RelatedOnlyFieldListFilter):
    """Filter for authors with a current or past post at one of our institutions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "post at"


class AuthorNameRows(DatedRows):
    same = ("language",)
    days = ("from_on", "until_on")


class AuthorNameInline(admin.StackedInline):  # type: ignore[type-arg]
    model = AuthorName
    formset = AuthorNameRows
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    extra = 0
    classes = ["collapse"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("display_name", "suffix"),
                    ("courtesy", "rank"),
                    "language",
                    ("from_on", "until_on"),
                ]
            },
        )
    ]


class AuthorAdmin(RenamingAdmin, PickedByTyping, KeptSlugAdmin):
    """Authors with what their profile page shows; the bio of a single piece belongs to its byline."""

    form = AuthorForm
    slug_from = "display_name"
    list_display = ["display_name", "native_name", "sort_name", "post", "form", "slug"]
    list_filter = ["form", ("appointments__institution", PostFilter)]
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["display_name", "sort_name", "native_name", "courtesy", "names__display_name"]
    search_help_text = "Any part of the name, in any script."
    inlines = [AppointmentInline, AuthorNameInline, AuthorLinkInline]
    autocomplete_fields = ["user"]
    actions = None
    formfield_overrides = {models.DateField: {"widget": DayInput}}
    fieldsets = [
        (None, {"fields": ["display_name", "native_name", "biography", "biography_language"]}),
        (
            "Languages of the name",
            {
                "fields": [("name_language", "native_language")],
                "classes": ["collapse"],
                "description": "Pages in other languages print the name in its form below, or mark it as foreign.",
            },
        ),
        (
            "How the name sorts, and the web address",
            {
                "fields": ["form", "name_order", "sort_name", "slug", "website"],
                "classes": ["collapse"],
                "description": "The sort name and the web address are made from the name when left empty.",
            },
        ),
        (
            "For readers and the press",
            {
                "fields": ["areas", "short_biography", ("email", "orcid"), "spoken_languages"],
                "classes": ["collapse"],
                "description": "Printed on their own page, and on the page for the press that it leads to.",
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
        """All fieldsets; the account only for users who may view accounts."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if request.user.has_perm("auth.view_user") else fieldsets[:-1]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).prefetch_related("appointments__institution")

    @admin.display(description="post today")
    def post(self, author: Author) -> str:
        current, last = posts_to_show(author.appointments.all(), timezone.localdate())
        if current:
            return current[0].in_words
        return f"former {last.in_words}" if last else ""


class AppointmentWordsInline(admin.StackedInline):  # type: ignore[type-arg]
    model = AppointmentWords
    extra = 0
    fieldsets = [(None, {"fields": ["language", ("title", "unit"), "organisation"]})]


class AppointmentAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """One post with its words in other languages; the page of its person leads here and holds all else."""

    fields = ["author", "title", "unit", "institution", "organisation", "name_language"]
    readonly_fields = ["author", "title", "unit", "institution", "organisation"]
    inlines = [AppointmentWordsInline]
    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Appointment | None = None) -> bool:
        return False
