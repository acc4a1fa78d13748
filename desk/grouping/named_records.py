"""Admin of records that stand for what people type as a name: a name twice on record is refused."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Value
from django.utils.html import format_html

from articles.models.grouping.named import folded
from desk.merging.admin import MergedByActs
from desk.merging.views import address_of
from desk.printed_records.admin import PrintedRecordAdmin
from disclaimers.models import Institution
from prose.forms.kept_slug import KeptSlugAdmin, KeptSlugForm
from prose.forms.pickers import PickedByTyping
from prose.typography import clean_line


class NamedRecordForm(KeptSlugForm):
    """A record with a name of its own. The name of another one is refused, with the way to merge the two."""

    @staticmethod
    def usual_language() -> str:
        return Institution.objects.home_language()

    def clean_name(self) -> str:
        name, model = clean_line(self.cleaned_data["name"]), self._meta.model
        named = model._default_manager.alias(folded=folded("name")).filter(
            folded=folded(Value(name)), merged_into=None
        )
        other = named.exclude(pk=self.instance.pk).first()
        if other is None:
            return name
        noun = model._meta.verbose_name
        if self.instance.pk is None:
            sentence = 'There is a {} “<a href="{}">{}</a>” already.'
            raise ValidationError(format_html(sentence, noun, address_of(other, "change"), other))
        sentence = 'There is a {} “{}” already. <a href="{}?into={}">Merge this one into it</a>'
        raise ValidationError(
            format_html(sentence, noun, other, address_of(self.instance, "merge"), other.pk)
        )


class NameInline(admin.TabularInline):  # type: ignore[type-arg]
    """Names in other languages, with introductions."""

    extra = 0
    fields = ["language", "name", "introduction"]


class NamedRecordAdmin(PickedByTyping, PrintedRecordAdmin, MergedByActs, KeptSlugAdmin):
    """Records with names and introductions in several languages. One in use is renamed or merged, never deleted."""

    form = NamedRecordForm
    slug_from = "name"
    list_display: Any = ["name", "slug"]
    search_fields = ["name"]
    actions = None
