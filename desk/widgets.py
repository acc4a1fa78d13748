"""Input widgets of the pages about pieces."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.models.grouping.series import Series
from articles.models.topic import Topic
from prose.languages import direction

SUGGESTED = 400


def write_in(form: forms.BaseForm, names: Iterable[str], language: str) -> None:
    """Give fields the language and direction of what is typed in them, for spelling, shaping and right-to-left."""
    for name in names:
        if field := form.fields.get(name):
            field.widget.attrs |= {"lang": language, "dir": direction(language), "data-in-its-language": ""}


class ShownBefore(forms.HiddenInput):
    """What a field showed when its form was opened. Nobody sees it: it is described by nothing."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        attrs: dict[str, Any] = super().build_attrs(base_attrs, extra_attrs)
        return {name: value for name, value in attrs.items() if not name.startswith("aria-")}


def keep_shown(field: Any) -> None:
    """Let a field know what it showed when its form was opened."""
    field.show_hidden_initial = True
    field.hidden_widget = ShownBefore


class HourInput(forms.TimeInput):
    """The browser's time picker."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class NamesInput(forms.TextInput):
    """A text field with a datalist of the names of records that stand for themselves; `list_name`: its id's end."""

    list_name = "names"

    @staticmethod
    def records() -> QuerySet[Any]:
        raise NotImplementedError

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        names = self.records().filter(merged_into=None).order_by("name").values_list("name")[:SUGGESTED]
        known = f"{name}-{self.list_name}"
        field = super().render(name, value, {**(attrs or {}), "list": known, "autocomplete": "off"}, renderer)
        options = format_html_join("", '<option value="{}">', names)
        return format_html('{}<datalist id="{}">{}</datalist>', field, known, options)


class TopicsInput(NamesInput):
    """Topic names separated by commas; desk.js completes the last one from a datalist of the desk's topics."""

    list_name = "known"

    @staticmethod
    def records() -> QuerySet[Any]:
        topics: QuerySet[Any] = Topic.objects.all()
        return topics

    def format_value(self, value: Any) -> str | None:
        return value if value is None or isinstance(value, str) else ", ".join(map(str, value))


class SeriesInput(NamesInput):
    """The name of a series, which the browser completes."""

    @staticmethod
    def records() -> QuerySet[Any]:
        return Series.objects.all()
