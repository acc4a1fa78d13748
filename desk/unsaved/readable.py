"""Typed fields as a page shows them, to be read and copied."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from desk.unsaved.typed import Typed
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.html.compared.figures import with_figures_in_words
from prose.html.targets.own_links import with_own_links

LONGEST_WORD = 200  # characters


@dataclass(frozen=True)
class ReadableField:
    """One typed field: its name in words and its text, rich text as such."""

    label: str
    text: str | SafeString


def readable_fields(typed: Typed) -> list[ReadableField]:
    """The fields that a person filled in with words, rich text as such."""
    return [
        ReadableField(_label(name), _text(value))
        for name, value in typed.fields
        if not name.startswith("_") and "__prefix__" not in name and _is_words(value)
    ]


def _is_words(value: str) -> bool:
    """False for numbers and keys, and for texts that only programs read."""
    is_code = len(value) > LONGEST_WORD and len(value.split()) == 1
    return len(value.strip()) > 1 and any(letter.isalpha() for letter in value) and not is_code


def _label(name: str) -> str:
    """The name of a form's field for people: "bylines-0-name_printed" gives "Bylines 1, name printed"."""
    parts = [str(int(part) + 1) if part.isdecimal() else part for part in name.replace("_", " ").split("-")]
    row, field = " ".join(parts[:-1]), parts[-1]
    return f"{row}, {field}".strip(", ").capitalize()


def _text(value: str) -> str | SafeString:
    if not value.lstrip().startswith("<"):
        return value
    try:
        # Links to our own pages are plain words: where they lead stands in the database, which may not answer.
        return mark_safe(with_own_links(with_figures_in_words(clean_html(value)), {}))  # noqa: S308 - cleaned
    except ProseError:
        return value
