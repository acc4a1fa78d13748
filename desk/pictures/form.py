"""The form of a picture's facts."""

from typing import Any

from django import forms

from pictures.models import Picture

_POINT: dict[str, Any] = {"min": 0, "max": 100, "step": 1}


class PictureForm(forms.ModelForm):  # type: ignore[type-arg]
    """Facts of a picture. Its file has a page of its own."""

    class Meta:
        model = Picture
        fields = (
            *(
                "title",
                "description",
                "shown_words",
                "creator",
                "credit",
                "source_kind",
                "source",
                "people",
                "place",
                "taken_on",
            ),
            *("taken_precision", "language", "focus_across", "focus_down", "institution"),
        )
        widgets = {
            "focus_across": forms.NumberInput(attrs={**_POINT, "data-focus-across": ""}),
            "focus_down": forms.NumberInput(attrs={**_POINT, "data-focus-down": ""}),
        }


FIELDSETS: Any = [
    (
        "Focal point",
        {
            "fields": [("focus_across", "focus_down")],
            "description": "What every crop keeps. Click on the picture, or move the mark by arrow keys; "
            "0 is left and top, 100 right and bottom.",
            "classes": ["focal-fields"],
        },
    ),
    ("What it shows", {"fields": ["title", "description", "shown_words", "language"]}),
    ("Credit and source", {"fields": ["creator", "credit", ("source_kind", "source")]}),
    ("People, place and day", {"fields": ["people", "place", ("taken_on", "taken_precision")]}),
    ("House", {"fields": ["institution"]}),
]
