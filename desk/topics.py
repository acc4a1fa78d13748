"""Admin of topics."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Value
from django.utils.html import format_html

from articles.models.topic import Topic, TopicName, folded
from desk.merging.admin import MergedByActs
from desk.merging.views import address_of
from desk.printed_records.admin import PrintedRecordAdmin
from disclaimers.models import Institution
from prose.forms.kept_slug import KeptSlugAdmin, KeptSlugForm
from prose.forms.pickers import PickedByTyping
from prose.typography import clean_line


class TopicForm(KeptSlugForm):
    """A topic. The name of another one is refused, with the way to merge the two."""

    @staticmethod
    def usual_language() -> str:
        return Institution.objects.home_language()

    def clean_name(self) -> str:
        name = clean_line(self.cleaned_data["name"])
        named = Topic.objects.alias(folded=folded("name")).filter(
            folded=folded(Value(name)), merged_into=None
        )
        other = named.exclude(pk=self.instance.pk).first()
        if other is None:
            return name
        if self.instance.pk is None:
            raise ValidationError(
                format_html(
                    'There is a topic “<a href="{}">{}</a>” already.', address_of(other, "change"), other
                )
            )
        sentence = 'There is a topic “{}” already. <a href="{}?into={}">Merge this one into it</a>'
        raise ValidationError(format_html(sentence, other, address_of(self.instance, "merge"), other.pk))


class TopicNameInline(admin.TabularInline):  # type: ignore[type-arg]
    model = TopicName
    extra = 0
    fields = ["language", "name", "introduction"]


class TopicAdmin(PickedByTyping, PrintedRecordAdmin, MergedByActs, KeptSlugAdmin):
    """Topics of pieces. One in use is renamed or merged, never deleted."""

    form = TopicForm
    slug_from = "name"
    list_display = ["name", "slug"]
    search_fields = ["name"]
    fields = ["name", "slug", "name_language", "parent", "introduction"]
    autocomplete_fields = ["parent"]
    printed_fields = frozenset(("name", "name_language"))
    printed_rows = (TopicName,)
    inlines = [TopicNameInline]
    actions = None
