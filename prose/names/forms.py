"""Choosing among the forms of a name: one rule for people, posts, houses, outlets, topics and labels.

A record has its own form, in one language. Beside it stand forms in other languages, and forms of other days. A page
prints the form of its language and its day, else the original, which it marks with the original's language.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from prose.dates import day_of
from prose.languages import UNDETERMINED, UNKNOWN_LANGUAGE, may_be_written_in, serves
from prose.periods import is_within

V = TypeVar("V")


@dataclass(frozen=True)
class NameForm(Generic[V]):
    """A form in one language, in use from a day until another (exclusive); None is open."""

    value: V
    language: str
    from_on: dt.date | None = None
    until_on: dt.date | None = None

    def is_in_use(self, on: dt.date) -> bool:
        return is_within(on, self.from_on, self.until_on)


@dataclass(frozen=True)
class ChosenForm(Generic[V]):
    """A form to print; `language` is empty where it is the page's own, else the page marks the words with it."""

    value: V
    language: str = ""


def original(own: NameForm[V], others: Iterable[NameForm[V]], on: dt.date | None) -> NameForm[V]:
    """The form in the record's own language on a day: an earlier one that was in use then, else the present one."""
    if on is not None:
        for form in others:
            if _is_same(form.language, own.language) and form.is_in_use(on):
                return form
    return own


def _is_same(language: str, own: str) -> bool:
    """True if a form is in the record's own language, of which at times only the script is known."""
    return language == own or (
        own.startswith(UNDETERMINED) and may_be_written_in(language, own.removeprefix(UNDETERMINED))
    )


def choose_form(
    own: NameForm[V], others: Iterable[NameForm[V]], *, language: str, on: dt.date | None
) -> ChosenForm[V]:
    """The form for a page in `language` that speaks of the day `on`; None stands for the present names.

    A form in exactly this language comes before one that serves it: "en-GB" before "en".
    """
    forms = [form for form in others if on is None or form.is_in_use(on)]
    if on is None:
        forms = [form for form in forms if form.until_on is None]
    first = original(own, forms, on)
    candidates = [form for form in (*forms, first) if serves(form.language, language)]
    candidates.sort(key=lambda form: form.language != language)
    if candidates:
        return ChosenForm(candidates[0].value)
    return ChosenForm(first.value, first.language)


WordsOfForm = Mapping[str, str]
"""The words of one form by their names: {"name": "Gower House", "short_name": ""}."""


@dataclass(frozen=True)
class NameForms:
    """All forms of one record, each of several words: a house has a name, a short name and a copyright holder."""

    own: NameForm[WordsOfForm]
    others: tuple[NameForm[WordsOfForm], ...] = ()

    def word(self, name: str, *, language: str, on: dt.date | None) -> ChosenForm[str]:
        """One word of the form to print; where that form lacks it, the original's, marked with its language."""
        chosen = choose_form(self.own, self.others, language=language, on=on)
        first = original(self.own, self.others, on)
        text = chosen.value.get(name, "")
        if text or not first.value.get(name, ""):
            return ChosenForm(text, chosen.language)
        return ChosenForm(first.value[name], "" if serves(first.language, language) else first.language)


@dataclass(frozen=True)
class PageForms:
    """Facts that decide between forms: language and day of a page, and the language that records have by default."""

    language: str
    on: dt.date
    usual_language: str

    def in_language(self, language: str) -> "PageForms":
        """The same for a text in another language on the page."""
        return replace(self, language=language)

    def word(self, name: str, forms: NameForms) -> ChosenForm[str]:
        """One word of a record in the form to print."""
        return forms.word(name, language=self.language, on=self.on)

    def original(self, text: str, language: str) -> ChosenForm[str]:
        """Words that have no other form, in a language of their own."""
        return ChosenForm(text, "" if serves(language, self.language) else language)


def forms_from_json(rows: Iterable[Mapping[str, str | None]]) -> tuple[NameForm[WordsOfForm], ...]:
    """Forms from rows of a query: `language`, `from_on` and `until_on` (ISO days or None), all else are words."""
    return tuple(
        NameForm(
            {
                name: text or ""
                for name, text in row.items()
                if name not in ("language", "from_on", "until_on")
            },
            row["language"] or UNKNOWN_LANGUAGE,
            day_of(row.get("from_on")),
            day_of(row.get("until_on")),
        )
        for row in rows
    )
