"""The form of a post: its chain of bodies is written as text, one body a line, and kept as ordered rows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from authors.models import Appointment
from authors.models.appointment import checked_bodies
from prose.forms.text_fields import PlainFormField


class AppointmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """A post with the text that must be said while it is held, and the bodies that text names."""

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
        found = super().clean() or self.cleaned_data
        try:
            found["body_names"] = checked_bodies(
                (found.get("body_names") or "").split("\n"), found.get("disclaimer")
            )
        except ValidationError as error:
            self.add_error("body_names", error)
        return found

    def _save_m2m(self) -> None:
        """Django's own place for rows that need the saved post."""
        super()._save_m2m()  # type: ignore[misc]
        self.instance.name_bodies(self.cleaned_data["body_names"])
