"""Topics in the admin."""

from django.contrib import admin

from articles.models.topic import Topic
from prose.forms.kept_slug import KeptSlugAdmin


@admin.register(Topic)
class TopicAdmin(KeptSlugAdmin):
    """What pieces are about. A topic in use is renamed, never deleted."""

    slug_from = "name"
    list_display = ["name", "slug"]
    search_fields = ["name"]
    fields = ["name", "slug"]
    actions = None
