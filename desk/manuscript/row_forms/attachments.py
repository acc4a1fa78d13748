"""Form rows of the files that a piece carries: each once, and only those of the account's houses."""

from typing import Any

from desk.manuscript.form import RowForm, RowFormSet
from documents.models import Document

OF_THE_LIBRARY = (
    "Readers get it below the text, with type and size, where they get the whole text. Its credit and its licence come "
    "from its own page."
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
            field.help_text = OF_THE_LIBRARY
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
