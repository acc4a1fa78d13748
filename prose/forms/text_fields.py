"""Form fields for plain text that clean their value before validation."""

from typing import Any

from django import forms

from prose.typography import clean_line, clean_text


class LineFormField(forms.CharField):
    """One line of plain text."""

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class PlainFormField(forms.CharField):
    """Plain text of several lines."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "")
