"""Admin of outlets: names, example sentences, standing permissions."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import QuerySet
from django.forms import Textarea
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from outlets.attribution import at_start, in_label, in_sentence
from outlets.examples import examples
from outlets.models import FormerName, Outlet, OutletAlias, OutletName, StandingPermission
from outlets.naming import ArticleRule
from outlets.rows import AliasRows, FormerNameRows
from prose.fields import PlainField
from prose.forms.dated_rows import DatedRows
from prose.forms.day_input import DayInput
from prose.forms.kept_slug import KeptSlugAdmin, KeptSlugForm
from prose.forms.renaming import RenamingAdmin, RenamingForm
from prose.names.dated import last_end

_WIDGETS: dict[Any, Any] = {
    models.DateField: {"widget": DayInput},
    PlainField: {"widget": Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
}


class CountryFilter(admin.AllValuesFieldListFilter):
    """Filter by country whose choice for outlets without one has a name."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "not known"}


class OutletAliasInline(admin.TabularInline):  # type: ignore[type-arg]
    model = OutletAlias
    formset = AliasRows
    extra = 0


class FormerNameInline(admin.StackedInline):  # type: ignore[type-arg]
    model = FormerName
    formset = FormerNameRows
    extra = 0
    formfield_overrides = _WIDGETS
    verbose_name_plural = "Former names: a piece that ran in those years names it so"
    fieldsets = [(None, {"fields": [("article", "name"), "article_rule", ("from_on", "until_on")]})]


class OutletNameRows(DatedRows):
    same = ("language",)
    days = ("from_on", "until_on")


class OutletNameInline(admin.StackedInline):  # type: ignore[type-arg]
    model = OutletName
    formset = OutletNameRows
    extra = 0
    classes = ["collapse"]
    formfield_overrides = _WIDGETS
    fieldsets = [
        (None, {"fields": ["language", ("article", "name"), "article_rule", ("from_on", "until_on")]})
    ]


class OutletForm(RenamingForm, KeptSlugForm):
    """An outlet. A changed name or article is a new one from a day on or a slip."""

    named_by = ("name", "article")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        name, article = (cleaned.get(field) or "" for field in ("name", "article"))
        if "name" in self.changed_data and not article and name.lower().startswith("the "):
            self.add_error("name", f"“{name[:3]}” is its article: write it in its own field.")
        return cleaned

    def former_name(self, old: Mapping[str, str], until: dt.date) -> FormerName:
        names = FormerName.objects.filter(outlet=self.instance)
        rule = ArticleRule.NONE if not old["article"] else self.initial["article_rule"]
        return FormerName(
            outlet=self.instance, article_rule=rule, from_on=last_end(names), until_on=until, **old
        )


class StandingPermissionInline(admin.StackedInline):  # type: ignore[type-arg]
    model = StandingPermission
    extra = 0
    classes = ["collapse"]
    formfield_overrides = _WIDGETS
    verbose_name = "permission"
    verbose_name_plural = "Standing permissions: what it allows for every piece of ours"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("mode", "excerpt_words"),
                    ("from_on", "until_on", "valid_days"),
                    ("granted_by", "granted_on"),
                    "evidence",
                    "terms",
                    "credit",
                    "search_policy",
                    ("may_be_passed_on", "edits_allowed"),
                ]
            },
        )
    ]


class OutletAdmin(RenamingAdmin, KeptSlugAdmin):
    """Search covers the name with or without its article, former names and aliases."""

    slug_from = "name"
    list_display = ["name", "article", "in_text", "type", "country", "language", "url"]
    list_filter = ["type", ("country", CountryFilter)]
    show_facets = admin.ShowFacets.NEVER
    search_fields = [
        "name",
        "article",
        "native_name",
        "aliases__name",
        "former_names__name",
        "former_names__article",
        "names__name",
    ]
    search_help_text = "Name with or without its article, in its own script, a former or another name."
    form = OutletForm
    inlines = [FormerNameInline, OutletNameInline, OutletAliasInline, StandingPermissionInline]
    actions = None
    readonly_fields = ["examples"]
    formfield_overrides = _WIDGETS
    fieldsets = [
        (
            None,
            {
                "fields": [("article", "name"), "article_rule", "slug", "url"],
                "description": "The article is a fact of its own: labels print “Hill”, sentences “the Hill”.",
            },
        ),
        ("How it prints", {"fields": ["examples"]}),
        (
            "More of its name",
            {
                "fields": ["name_language", "native_name", "gloss", "descriptor", "is_italic"],
                "classes": ["collapse"],
            },
        ),
        ("More about it", {"fields": ["type", "country", "language", "feed_url"], "classes": ["collapse"]}),
        (
            "Its page here",
            {
                "fields": ["about", "for_readers"],
                "classes": ["collapse"],
                "description": "For readers, in words.",
            },
        ),
        ("Its terms", {"fields": ["terms"], "classes": ["collapse"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Outlet | None = None) -> Any:
        """All fieldsets; without the examples for a new outlet, which has no name yet."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else [row for row in fieldsets if row[1]["fields"] != ["examples"]]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).prefetch_related("former_names")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search with an elided article as a word of its own, and without an article the outlet lacks ("the BBC")."""
        words = search_term.replace("'", " ").replace("’", " ")
        matches, may_repeat = super().get_search_results(request, queryset, words)
        first, _, rest = words.strip().partition(" ")
        if rest.strip() and not matches.exists() and Outlet.objects.filter(article__iexact=first).exists():
            return super().get_search_results(request, queryset, rest)
        return matches, may_repeat

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if obj.article and form.cleaned_data.get("article_rule") == ArticleRule.NONE:
            rule = ArticleRule(obj.article_rule)
            messages.info(
                request,
                f"How “{obj.article}” prints was left open. It now is “{rule.label}”; change it if not.",
            )

    @admin.display(description="in text")
    def in_text(self, outlet: Outlet) -> str:
        naming = outlet.naming
        inside = "".join(in_sentence(naming))
        return f"“{in_label(naming)}”, in “{inside}”, “{at_start(naming)} …”"

    @admin.display(description="examples")
    def examples(self, outlet: Outlet) -> SafeString:
        """Example sentences of the saved record, as the next pieces will print them."""
        return format_html_join("", "<p>{}: <q>{}</q></p>", examples(outlet))
