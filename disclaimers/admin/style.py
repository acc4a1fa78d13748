"""The words a house joins facts with."""

from django.contrib import admin

from disclaimers.models import HouseStyle


@admin.register(HouseStyle)
class HouseStyleAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The words a house joins facts with. What stands in [square brackets] prints only when it has a value."""

    list_display = ["institution", "language", "dateline", "attribution", "copyright_format"]
    list_filter = ["institution"]
    show_facets = admin.ShowFacets.NEVER
    list_select_related = ["institution"]
    search_fields = ["institution__name"]
    autocomplete_fields = ["institution"]
    actions = None
    fieldsets = [
        (None, {"fields": ["institution", "language"]}),
        (
            "Above the text",
            {
                "fields": [
                    "byline",
                    "and_word",
                    "dateline",
                    "outlet_dateline",
                    "outlet_date_replaces_ours",
                    "source_line",
                ],
                "description": "Slots stand in {braces}. An empty line is not printed.",
            },
        ),
        (
            "Below the text",
            {
                "fields": [
                    *(
                        "attribution",
                        "version_attribution",
                        "also_attribution",
                        "attribution_noun",
                        "outlet_article",
                    ),
                    *("bio_line", "copyright_format", "reservation"),
                ],
            },
        ),
        (
            "Others who are credited",
            {
                "fields": [
                    *(
                        "editor_line",
                        "translator_line",
                        "interviewer_line",
                        "interviewee_line",
                        "contributor_line",
                    )
                ],
                "classes": ["collapse"],
            },
        ),
    ]
