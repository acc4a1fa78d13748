"""Admin forms of people and of their posts; the bodies of a post are typed one a line and stored as ordered rows."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from authors.models import Appointment, AuthorName
from authors.models.appointment import clean_body_names
from disclaimers.models import Institution
from prose.forms.kept_slug import KeptSlugForm
from prose.forms.renaming import RenamingForm
from prose.forms.text_fields import PlainFormField
from prose.languages import CHOICES
from prose.names.dated import last_end


class AppointmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """A post, its disclaimer and the bodies that this disclaimer names."""

    body_names = PlainFormField(
        label="Bodies it names, one a line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="In the order in which the text names them: the nearest employer first.",
    )

    class Meta:
        model = Appointment
        fields = "__all__"  # noqa: DJ007  # the admin's fieldsets say which

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["body_names"] = "\n".join(self.instance.body_names)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        try:
            cleaned["body_names"] = clean_body_names(
                (cleaned.get("body_names") or "").split("\n"), cleaned.get("disclaimer")
            )
        except ValidationError as error:
            self.add_error("body_names", error)
        return cleaned

    def _save_m2m(self) -> None:
        """Django's hook for rows that need the primary key of the saved post."""
        super()._save_m2m()  # type: ignore[misc]
        self.instance.set_bodies(self.cleaned_data["body_names"])


class AuthorForm(RenamingForm, KeptSlugForm):
    """A person. A changed name, or a degree gained or lost, is a new one from a day on or a slip."""

    named_by = ("display_name", "suffix")
    spoken_languages = forms.MultipleChoiceField(
        label="Languages they speak to the press in",
        choices=CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @staticmethod
    def usual_language() -> str:
        return Institution.objects.home_language()

    @property
    def is_renamed(self) -> bool:
        return super().is_renamed or bool(self.instance.pk and "suffix" in self.changed_data)

    def former_name(self, old: Mapping[str, str], until: dt.date) -> AuthorName:
        language = Institution.objects.language_of_name(self.instance.name_language)
        names = AuthorName.objects.filter(author=self.instance, language=language)
        return AuthorName(
            author=self.instance, language=language, from_on=last_end(names), until_on=until, **old
        )
