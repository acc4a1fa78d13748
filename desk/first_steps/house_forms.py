"""Forms of the steps about the house: the institution, its content types, its disclaimer, its style."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from desk.first_steps.steps import Standing
from disclaimers.admin.coded import free_code
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Wording
from disclaimers.models.style import default_outlet_article
from disclaimers.phrases import usual_phrases
from prose import slots
from prose.forms.day_input import DayInput
from prose.forms.text_fields import PlainFormField
from prose.forms.zone_field import zone_choices
from prose.languages import base
from prose.typography import clean_line


class HouseForm(forms.ModelForm):  # type: ignore[type-arg]
    """The institution that publishes. It becomes the site's own, and holds the copyright of what it publishes."""

    time_zone = forms.ChoiceField(label="Time zone", help_text="Days and hours are counted in it.")

    class Meta:
        model = Institution
        fields = ("name", "short_name", "default_language", "time_zone", "errors_contact")
        labels: ClassVar = {
            "name": "Name in full",
            "short_name": "Short name",
            "default_language": "Language of most pieces",
            "errors_contact": "Address for errors",
        }
        help_texts: ClassVar = {
            "name": "As it is printed: “Gower House”.",
            "short_name": "As sentences say it, where that is shorter. Empty: the full name.",
            "default_language": "",
            "errors_contact": "A mail address; “Report an error” on each page writes there. Empty: no page has it.",
        }

    def __init__(self, *args: Any, desk: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["default_language"].required = True
        self.initial["default_language"] = "en"
        self.initial["time_zone"] = zone = timezone.get_default_timezone_name()
        self.fields["time_zone"].choices = zone_choices(timezone.now().year, [zone])  # type: ignore[attr-defined]

    def keep(self, desk: Standing) -> str:
        house: Institution = self.save(commit=False)
        house.code = free_code(Institution, house.short_label)
        house.is_home, house.copyright_holder = True, house.name
        house.save()
        desk.__dict__.pop("house", None)  # it is there now
        return f"“{house}” is this site’s own institution."


class TypesForm(forms.Form):
    """Content types, one a line; the first is the usual one."""

    labels = PlainFormField(
        label="Content types, one a line",
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="“Commentary”, “Op-ed”, “Report”. The first is filled in for new pieces.",
    )

    def __init__(self, *args: Any, desk: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def clean_labels(self) -> list[str]:
        lines = [clean_line(line) for line in self.cleaned_data["labels"].split("\n")]
        by_words: dict[str, str] = {}
        for label in filter(None, lines):
            by_words.setdefault(label.casefold(), label)
        labels = list(by_words.values())
        most = Kind._meta.get_field("label").max_length or 0
        if long := [label for label in labels if len(label) > most]:
            raise ValidationError(f"“{long[0][:40]}…” is too long: {most} characters at most.")
        return labels

    def keep(self, desk: Standing) -> str:
        kinds = [self._kind(label) for label in self.cleaned_data["labels"]]
        if desk.house and not desk.house.inherited("default_kind").value:
            desk.house.default_kind = kinds[0]
            desk.house.save()
        return f"Content types: {', '.join(kind.label for kind in kinds)}."

    def _kind(self, label: str) -> Kind:
        known = Kind.objects.select_related("merged_into").filter(label__iexact=label).first()
        return (
            (known.merged_into or known)
            if known
            else Kind.objects.create(code=free_code(Kind, label), label=label)
        )


class TextForm(forms.ModelForm):  # type: ignore[type-arg]
    """The house's disclaimer and its first text."""

    class Meta:
        model = Wording
        fields = ("text", "in_force_from")
        labels: ClassVar = {"text": "What every page says", "in_force_from": "Since"}
        help_texts: ClassVar = {
            "text": "Word for word. {kind} becomes the content type, {authors:its author|its authors} follows "
            "their number, and keeps the text off pages that nobody signs.",
            "in_force_from": "The day on which the house began to say so. Empty: always.",
        }
        widgets: ClassVar = {
            "text": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "in_force_from": DayInput,
        }

    def __init__(self, *args: Any, desk: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.language = desk.language

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if sentences := slots.problems(text, Wording.SLOTS[Disclaimer.Scope.INSTITUTION]):
            raise ValidationError(sentences)
        return text

    def keep(self, desk: Standing) -> str:
        house = desk.house
        assert house is not None  # noqa: S101 - the view asks for the house first
        silent = next(iter(desk.silent_disclaimers), None)
        wording: Wording = self.save(commit=False)
        wording.disclaimer = silent or Disclaimer.objects.create(
            institution=house, code=free_code(Disclaimer, house.short_label)
        )
        wording.full_clean()
        wording.save()
        return "The disclaimer is on record."


class StyleForm(forms.ModelForm):  # type: ignore[type-arg]
    """The choices of a style that a page of the house most often needs. All others are on the style's own page."""

    RESERVED = "© {year} {holder}. {reservation}"
    PLAIN = "© {year} {holder}"

    copyright_line = forms.ChoiceField(label="Copyright line", required=False, widget=forms.RadioSelect)

    class Meta:
        model = HouseStyle
        fields = ("outlet_article", "attribution_at")
        labels: ClassVar = {"outlet_article": "In a sentence, an outlet called “The Lantern” is"}
        help_texts: ClassVar = {"outlet_article": ""}
        widgets: ClassVar = {"outlet_article": forms.RadioSelect, "attribution_at": forms.RadioSelect}

    def __init__(self, *args: Any, desk: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = desk.language
        house = desk.house
        holder = (house.inherited("copyright_holder").value or house.name) if house else "Gower House"
        plain = f"© {desk.on.year} {holder}"
        reserved = [(self.RESERVED, f"{plain}. All rights reserved.")] if self._is_english else []
        self._choices("copyright_line", [*reserved, (self.PLAIN, plain), ("", "none")])
        lower, styled = HouseStyle.OutletArticle.LOWER, HouseStyle.OutletArticle.AS_STYLED
        self._choices(
            "outlet_article", [(lower, "the Lantern"), (styled, "The Lantern, as it styles itself")]
        )
        self.initial["outlet_article"] = default_outlet_article(desk.language)
        self.initial["copyright_line"] = self.PLAIN

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    @property
    def _is_english(self) -> bool:
        return base(self.language) == "en"

    def keep(self, desk: Standing) -> str:
        style: HouseStyle = self.save(commit=False)
        style.institution, style.language = desk.house, self.language  # type: ignore[assignment]
        style.save()
        line, usual = self.cleaned_data["copyright_line"], usual_phrases(self.language)
        if line and line != usual["copyright_format"]:
            style.phrases.create(position="copyright_format", text=line)
        if line == self.RESERVED:
            style.phrases.create(position="reservation", text="All rights reserved.")
        return f"The house has a style: {style}."
