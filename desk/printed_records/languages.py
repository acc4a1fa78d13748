"""Doubts whether a record's text is in the language that it is said to be in, each with a button that changes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from articles.models.edition import Edition
from disclaimers.models import Institution, Wording
from prose.languages import BY_CODE
from prose.text_language.recognition import is_plainly_other, language_of_text

SET = "_in_language"  # the button's name; its value is "biography_language=de"
_TEXTS = (("biography", "biography_language", "The biography"), ("text", "language", "The text"))
"""Fields with a text, the fields for its language, and what a sentence calls it."""


@dataclass(frozen=True)
class LanguageDoubt:
    """One doubt. `field`: the form's field that a click sets to `code`; "" where the text is fixed."""

    sentence: str
    field: str
    code: str

    @property
    def name(self) -> str:
        return BY_CODE[self.code].name


def language_doubts(forms: Iterable[Any]) -> Iterator[LanguageDoubt]:
    """The doubts about the stored texts of model forms."""
    for form in forms:
        for text, language, what in _TEXTS:
            if hasattr(form.instance, text) and hasattr(form.instance, language):
                yield from _doubts(form, text, language, what)


def _doubts(form: Any, text: str, language: str, what: str) -> Iterator[LanguageDoubt]:
    told = language_of_text(getattr(form.instance, text))
    if told not in BY_CODE:
        return
    said = Institution.objects.language_of_name(getattr(form.instance, language))
    if is_plainly_other(told, said):
        is_open = language in form.fields and not _is_printed(form.instance)
        field = form.add_prefix(language) if is_open else ""
        sentence = f"{what} is in {BY_CODE[told].name}, and is said to be in {BY_CODE[said].name}."
        yield LanguageDoubt(sentence, field, told)


def _is_printed(record: Any) -> bool:
    """True for a text that readers have had, which stays as it is."""
    return isinstance(record, Wording) and Edition.objects.saying(record.pk).exists()


def with_the_language(post: QueryDict) -> QueryDict:
    """The form as typed, with the language of the button that was pressed, which also saves it."""
    field, _, code = str(post.get(SET, "")).partition("=")
    changed = post.copy()
    del changed[SET]
    if field.endswith("language") and field in changed and code in BY_CODE:
        changed[field] = code
        changed["_continue"] = "1"
    return changed
