"""Admin of topics."""

from prose.forms.kept_slug import KeptSlugAdmin


class TopicAdmin(KeptSlugAdmin):
    """Topics of pieces. One in use is renamed, never deleted."""

    slug_from = "name"
    list_display = ["name", "slug"]
    search_fields = ["name"]
    fields = ["name", "slug"]
    actions = None
