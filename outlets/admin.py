"""Outlets in the admin: how each is named, found and printed."""

from django.contrib import admin

from outlets.attribution import at_start, in_label, in_sentence
from outlets.models import Outlet, OutletAlias
from prose.kept_slug import KeptSlugAdmin


class OutletAliasInline(admin.TabularInline):  # type: ignore[type-arg]
    model = OutletAlias
    extra = 0


@admin.register(Outlet)
class OutletAdmin(KeptSlugAdmin):
    """Found by its name with or without the article, and by its other names."""

    slug_from = "name"
    list_display = ["name", "article", "in_text", "type", "country", "language", "url"]
    list_filter = ["type", "country"]
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["name", "article", "aliases__name"]
    search_help_text = "Name with or without its article, or another name."
    inlines = [OutletAliasInline]
    actions = None
    fieldsets = [
        (
            None,
            {
                "fields": [("article", "name"), "article_rule", "slug", "url"],
                "description": "The article is a fact of its own: labels print “Hill”, sentences “the Hill”.",
            },
        ),
        ("More about it", {"fields": ["type", "country", "language", "feed_url"], "classes": ["collapse"]}),
    ]

    @admin.display(description="in text")
    def in_text(self, outlet: Outlet) -> str:
        naming = outlet.naming
        inside = "".join(in_sentence(naming))
        return f"“{in_label(naming)}”, in “{inside}”, “{at_start(naming)} …”"
