"""Admin form of a post. Its bodies are typed one a line and stored as ordered rows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from authors.models import Appointment
from authors.models.appointment import clean_body_names
from prose.forms.text_fields import PlainFormField


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
