"""Form rows of bylines and disclosures. Contradictions are shown at the row."""

from typing import Any

from articles.models.byline import Byline, Disclosure
from desk.manuscript.form import RowForm, RowFormSet


class BylineForm(RowForm):
    """A credited person: one with a record here, a name alone, or both."""

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if not values.get("author") and not values.get("name") and not self.errors:
            self.add_error("author", "Choose a person, or open “Name, role, bio” and write a name.")
        return values


class BylineFormSet(RowFormSet):
    """All bylines of a piece; only a translation has a translator."""

    def clean(self) -> None:
        super().clean()
        if self.instance.source_language:
            return
        for form in self.kept_forms():
            if form.instance.role == Byline.Role.TRANSLATOR:
                form.add_error(
                    "role",
                    f"{form.instance} is credited as translator, but the piece is said to be no translation. "
                    "Open “A translation” and choose the language it is translated from.",
                )


class DisclosureForm(RowForm):
    """One answer of one author or of all."""

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        of_ai = [name for name in ("tool", "task", "checked_by") if values.get(name)]
        if of_ai and values.get("subject") not in (None, Disclosure.Subject.AI):
            self.add_error(
                of_ai[0], "Tool, task and who checked belong to the use of AI: choose that, or clear them."
            )
        return values


class DisclosureFormSet(RowFormSet):
    """All disclosures of a piece. On one subject an author discloses either something or nothing."""

    def clean(self) -> None:
        super().clean()
        answers: dict[tuple[Any, Any], Any] = {}
        for form in self.kept_forms():
            row = form.instance
            before = answers.setdefault((row.author_id, row.subject), row.answer)
            if before != row.answer:
                whose = row.author or "all authors"
                form.add_error(
                    "answer",
                    f"{row.get_subject_display()}, {whose}: one row says that there is nothing to disclose, "
                    "another discloses something.",
                )
