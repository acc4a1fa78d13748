"""Admin of house styles: one page for each institution and language, one line for each position."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html

from disclaimers.admin.of_houses import OfHouses
from disclaimers.examples import examples
from disclaimers.models import HouseStyle, Institution
from disclaimers.phrases import phrases_for, styles_for
from disclaimers.positions import NOTHING, POSITIONS, Position, problems
from prose.dates import day_in_words
from prose.forms.day_input import DayInput
from prose.forms.pickers import PickedByTyping
from prose.forms.text_fields import LineFormField

_OPTIONS: Any = ["outlet_article", "italicises_outlets", "attribution_at", "outlet_date_replaces_ours"]
_FROM_WHEN: Any = ("When the words change", {"fields": ["changed_from"], "classes": ["collapse"]})
_HOW = (
    "An empty line prints the parent institution’s words or the usual ones, which stand in it in grey. "
    f"A single “{NOTHING}” prints nothing at all. A word in {{braces}} is filled in: {{outlet}} becomes the outlet’s "
    "name. What stands in [square brackets] prints only where all its words in braces are known."
)


class PhrasesForm(forms.ModelForm):  # type: ignore[type-arg]
    """The choices of a style and one line for each position; a filled line is stored as a `Phrase`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = dict(self.instance.phrases.values_list("position", "text")) if self.instance.pk else {}
        style = self.instance
        language = style.language if style.pk else self.initial.get("language") or style.language
        house = style.institution if style.pk else self._house_to_be()
        styles = styles_for(house.lineage(), language, style.a_day_in_use) if house else []
        above = styles[1:] if style.pk else styles
        usual, prints = phrases_for(above, language), examples(phrases_for(styles, language), language)
        for name in filter(self.fields.__contains__, POSITIONS):
            self.initial.setdefault(name, own.get(name, ""))
            self.fields[name].widget.attrs["placeholder"] = usual[name] or "not printed"
            self.fields[name].help_text = _help(POSITIONS[name], prints.get(name, ""))

    def _house_to_be(self) -> Institution | None:
        """The house that the address of a new style's form names."""
        key = str(self.initial.get("institution", ""))
        return Institution.objects.filter(pk=key).first() if key.isdecimal() else None

    changed_from = forms.DateField(
        label="The changed words hold from",
        required=False,
        widget=DayInput,
        help_text="Pages of earlier days keep the words of today. Empty: the words are put right for all days.",
    )

    def _get_validation_exclusions(self) -> set[str]:
        """Without the days, which no field shows: the constraint against two styles on one day needs them."""
        return super()._get_validation_exclusions() - {"from_on", "until_on"}  # type: ignore[misc, no-any-return]

    def clean_changed_from(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["changed_from"]
        if day and self.instance.from_on and day <= self.instance.from_on:
            began = day_in_words(self.instance.from_on)
            raise ValidationError(f"The words of today began on {began}: write a later day.")
        if day and self.changed_data == ["changed_from"]:
            raise ValidationError("Nothing else is changed: write the new words too.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in filter(POSITIONS.__contains__, list(cleaned)):
            for sentence in problems(name, cleaned[name]) if cleaned[name] else ():
                self.add_error(name, sentence)
        return cleaned

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        texts = {name: self.cleaned_data[name] for name in POSITIONS if name in self.cleaned_data}
        self.instance.phrases.filter(position__in=[name for name, text in texts.items() if not text]).delete()
        for name in filter(texts.get, self.changed_data):
            self.instance.phrases.update_or_create(position=name, defaults={"text": texts[name]})


def _help(position: Position, prints: str) -> str:
    """Help text of a line: what is filled in, and an example. Escaped, because editors write the phrases."""
    slots = " ".join(f"{{{slot}}}" for slot in sorted(position.slots))
    if not slots:
        return ""
    return format_html("Filled in: {}", slots) + (format_html("<br>Prints: {}", prints) if prints else "")


def _line(position: Position) -> LineFormField:
    return LineFormField(
        label=position.label[0].upper() + position.label[1:],
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vLargeTextField", "dir": "auto"}),
    )


HouseStyleForm = type(
    "HouseStyleForm", (PhrasesForm,), {name: _line(position) for name, position in POSITIONS.items()}
)


def _groups(open_at: Collection[str]) -> Any:
    """Fieldsets of the position groups, collapsed unless they hold one of these positions."""
    groups: dict[str, list[str]] = defaultdict(list)
    for position in POSITIONS.values():
        groups[position.group].append(position.name)
    return [
        (group, {"fields": names, "classes": [] if set(names) & set(open_at) else ["collapse"]})
        for group, names in groups.items()
    ]


class HouseStyleAdmin(PickedByTyping, OfHouses):
    """The choices and phrases of one institution in one language."""

    form = HouseStyleForm
    list_display = ["__str__", "own_words"]
    list_filter = ["institution"]
    show_facets = admin.ShowFacets.NEVER
    list_select_related = ["institution"]
    search_fields = ["institution__name", "phrases__text"]
    autocomplete_fields = ["institution"]
    actions = None

    def get_fieldsets(self, request: HttpRequest, obj: HouseStyle | None = None) -> Any:
        own = {phrase.position for phrase in obj.phrases.all()} if obj else {"byline"}
        return [
            (None, {"fields": ["institution", "language"], "description": _HOW}),
            *(
                [_FROM_WHEN]
                if obj and obj.until_on is None and self.has_change_permission(request, obj)
                else []
            ),
            ("Choices", {"fields": _OPTIONS}),
            *_groups(own),
        ]

    def save_model(self, request: HttpRequest, obj: HouseStyle, form: Any, change: bool) -> None:
        """Save in place, or from a day on beside the old style; its phrases are saved afterwards."""
        if change and (day := form.cleaned_data.get("changed_from")):
            messages.info(request, f"Kept for the days before: {obj.keep_until(day)}.")
        else:
            super().save_model(request, obj, form, change)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("phrases")

    @admin.display(description="own words")
    def own_words(self, style: HouseStyle) -> str:
        labels = [phrase.get_position_display() for phrase in style.phrases.all()]
        others = f" and {len(labels) - 3} more" if len(labels) > 3 else ""
        return ", ".join(labels[:3]) + others or "none: the usual words"
