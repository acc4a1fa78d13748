"""Form widget for a day."""

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """The browser's own date picker, which works by keyboard and on phones."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"min": "1600-01-01", "max": "9999-12-31", **(attrs or {})}, format="%Y-%m-%d")
