"""The first form of "New from a text": a pasted text or a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from intake.sources.from_word import MAX_FILE_BYTES
from prose.forms.body import WholeTextWidget
from prose.limits import over_limit


class SourceForm(forms.Form):
    """A pasted text or a file: one of the two."""

    text = forms.CharField(
        label="Paste the text here",
        required=False,
        strip=False,
        widget=WholeTextWidget(attrs={"rows": 14}),
        help_text="The whole page as it stood, with its headline, dates, bio, disclaimer and copyright line. "
        "Italics, lists, notes and links come along.",
    )
    file = forms.FileField(
        label="or choose a file",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".txt,.md,.html,.htm,.mht,.mhtml,.zip,.docx"}),
        help_text="Plain text, Markdown, a saved web page or a Word file (.txt, .md, .html, .mht, .docx); "
        "a page with the folder of its pictures as .zip.",
    )
    clipboard = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    """A pasted text as it stood on the clipboard, while nothing was changed in it since."""

    def clean_file(self) -> "UploadedFile[bytes] | None":
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > MAX_FILE_BYTES:
            raise ValidationError(over_limit("A file", MAX_FILE_BYTES, file.size or 0))
        return file

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if "file" in values and not values["file"] and not values.get("text", "").strip():
            raise ValidationError("Paste a text or choose a file.")
        if values.get("file") and values.get("text", "").strip():
            raise ValidationError("There is a pasted text and a file. Leave one of the two empty.")
        return values

    def content(self) -> tuple[bytes, str]:
        """The bytes that were brought, and the file's name; empty for a pasted text, whose bytes are UTF-8."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file:
            return file.read(), (file.name or "file")[-255:]
        clipboard = self.cleaned_data.get("clipboard")
        text = f"<!doctype html>{clipboard}" if clipboard else self.cleaned_data["text"]
        return text.encode("utf-8", "replace"), ""
