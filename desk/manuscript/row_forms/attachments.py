"""Form rows of the files that a piece carries: each once, and only those of the account's houses."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from desk.manuscript.form import RowForm, RowFormSet
from documents.models import Document

OF_THE_LIBRARY: Any = (
    'One of <a href="{}" target="_blank">the library</a>: look there, or add it. Readers get it where they get the '
    "whole text. Its credit and its licence come from its own page."
)
_NOT_OFFERED = (
    "The file that stood here was deleted from the library, or belongs to a house that your account does not work for. "
    "Choose another, or take this row out."
)


class AttachmentForm(RowForm):
    """A file of the library, what it is, and its name on this piece."""

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "document" in self.fields:
            field: Any = self.fields["document"]
            field.error_messages["invalid_choice"] = _NOT_OFFERED
            field.help_text = format_html(OF_THE_LIBRARY, reverse("admin:documents_document_changelist"))
            for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, right, False)
            field.queryset = Document.objects.offered_to(user, self.instance.document_id)


class AttachmentFormSet(RowFormSet):
    """All files of a piece."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "user": self.user}

    def clean(self) -> None:
        super().clean()
        listed: set[int] = set()
        for form in self.kept_forms():
            if form.instance.document_id in listed:
                form.add_error("document", "This file stands in the list already. Take one of the two out.")
            listed.add(form.instance.document_id)
