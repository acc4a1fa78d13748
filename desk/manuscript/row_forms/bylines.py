"""Form rows of bylines and disclosures. Contradictions are shown at the row."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list

from articles.models.byline import Byline, Disclosure
from articles.press.answers import answering_role
from desk.manuscript.form import RowForm, RowFormSet
from desk.versions.row_merging import ASKED_AGAIN
from prose.keys import as_key
from prose.typography import clean_line


class BylineForm(RowForm):
    """A credited person: one with a record here, a name alone, or both."""

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        if not values.get("author") and not values.get("name") and not self.errors:
            self.add_error("author", "Choose a person, or open “More” and write a name.")
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
                    "Open “Translation” and choose the language it is translated from.",
                )


class AskedField(forms.JSONField):
    """Who was asked, as keys and names in JSON; the form only carries it."""

    widget = forms.HiddenInput

    def prepare_value(self, value: Any) -> Any:
        return "" if value is None else super().prepare_value(value)

    def clean(self, value: Any) -> Any:
        try:
            asked = super().clean(value)
        except (ValueError, RecursionError):  # a number of thousands of digits, and lists within lists
            asked = ""
        if asked is None or (isinstance(asked, list) and all(map(_is_somebody, asked))):
            return asked
        raise ValidationError("The form was sent damaged. Open the piece again, and say who was asked.")


def _is_somebody(who: object) -> bool:
    """True for a key, and for a name as bylines may hold it."""
    if isinstance(who, int):
        return as_key(who) is not None
    return isinstance(who, str) and who == clean_line(who)


class DisclosureForm(RowForm):
    """One answer of one author or of all. An answer of all that is given anew is theirs who are in the byline now."""

    asked = AskedField(required=False)
    asked_again = forms.BooleanField(label="They were asked too", required=False)

    def __init__(self, *args: Any, authors: Mapping[int | str, str], **kwargs: Any) -> None:
        """`authors`: those in the saved byline, with their names."""
        super().__init__(*args, **kwargs)
        asked = self.instance.asked
        self._later = (
            {} if asked is None else {who: name for who, name in authors.items() if who not in asked}
        )
        field = self.fields[ASKED_AGAIN]
        if self._later:
            names = get_text_list(list(self._later.values()), "and")
            field.help_text = f"{names}: in the byline only since all authors were asked."
        else:
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        is_other = {"subject", "answer"} & set(self.changed_data) and "asked" not in self.changed_data
        if values.get("author") or is_other:
            values["asked"] = None
        elif values.get(ASKED_AGAIN):  # theirs whom it names, not of somebody who comes with the same form
            values["asked"] = [*(values.get("asked") or ()), *self._later] or None
        of_ai = [name for name in ("tool", "task", "checked_by") if values.get(name)]
        if of_ai and values.get("subject") not in (None, Disclosure.Subject.AI):
            self.add_error(
                of_ai[0], "Tool, task and who checked belong to the use of AI: choose that, or clear them."
            )
        return values


class DisclosureFormSet(RowFormSet):
    """All disclosures of a piece. On one subject an author discloses either something or nothing."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "authors": self._authors}

    @cached_property
    def _authors(self) -> dict[int | str, str]:
        """Those in the saved byline who answer for the piece, with their names."""
        if all(row.asked is None for row in self.get_queryset()):
            return {}
        rows = self.instance.bylines.select_related("author")
        role = answering_role(row.role for row in rows)
        return {row.author_id or row.name: str(row) for row in rows if row.role == role}

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
