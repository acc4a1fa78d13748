"""Admin of topics."""

from articles.models.topic import TopicName
from desk.grouping.named_records import NamedRecordAdmin, NameInline


class TopicNameInline(NameInline):
    model = TopicName


class TopicAdmin(NamedRecordAdmin):
    """Topics of pieces."""

    fields = ["name", "slug", "name_language", "parent", "introduction"]
    autocomplete_fields = ["parent"]
    printed_fields = frozenset(("name", "name_language"))
    printed_rows = (TopicName,)
    inlines = [TopicNameInline]
