"""A phrase: the words of a house around the facts of a page, with the language that they are in.

A page in a language without words of its own says them in another. The phrase then marks what it prints, so that no
sentence passes for one in the page's language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prose import slots
from prose.languages import serves
from prose.printed_line import PrintedLine, Span, merged, words

_FIRST_MARK = 0xE000
"""First placeholder for a value: a private use character, which no template holds."""


@dataclass(frozen=True)
class PagePhrase:
    """A template and the language of its words; `language` is empty where that is the page's own.

    `page`: the language of the page, in which facts are that say nothing else. False if nothing is printed there.
    """

    text: str
    language: str = ""
    page: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def is_foreign(self) -> bool:
        """True if its words are in another language than the page; "{date}" has none and is at home everywhere."""
        return bool(self.language) and not serves(self.language, self.page) and slots.has_words(self.text)

    @property
    def spoken(self) -> str:
        """The language of the sentence, in which its dates and names of languages are written."""
        return self.language if self.is_foreign else self.page

    @property
    def mark(self) -> str:
        """The language to mark words of this phrase with; "" where it is the page's."""
        return self.language if self.is_foreign else ""

    @property
    def slots(self) -> set[str]:
        """The names of its slots."""
        return slots.names_in(self.text)

    @property
    def line(self) -> PrintedLine:
        """The words of a phrase without slots, as a value for another one."""
        return words(self.text, self.mark)

    def fill(self, values: Mapping[str, Sequence[Span]], *, authors: int | None = None) -> PrintedLine:
        """The template with its slots filled; [] where a slot outside [brackets] has no value.

        A sentence that lacks a fact is not printed at all.
        """
        marks = {name: chr(_FIRST_MARK + i) for i, name in enumerate(values)}
        given = {name: marks[name] if spans else "" for name, spans in values.items()}
        if not self.text or any(not given.get(name) for name in slots.required_names(self.text)):
            return []
        named = {mark: name for name, mark in marks.items()}
        parts = _parts(slots.fill(self.text, given, authors=authors), named)
        is_said = any(has_letters(part) for part in parts if part not in named)
        mark = self.mark if is_said else ""
        line: PrintedLine = []
        for part in parts:
            line += values[named[part]] if part in named else words(_without_second_stop(line, part), mark)
        return merged([self._inside(span, mark) for span in line] if mark else line)

    def _inside(self, span: Span, mark: str) -> Span:
        """A span of a sentence in the language `mark`: a fact that says nothing else is in the page's."""
        own = span.get("lang") or (self.page if has_letters(span["text"]) else mark)
        return Span(**span | {"lang": own, "within": mark})


def has_letters(text: str) -> bool:
    """True if the text has words, which are in some language."""
    return any(map(str.isalpha, text))


def _without_second_stop(line: PrintedLine, part: str) -> str:
    """The template's words after a value, without their stop where the value ends with one ("Ltd.")."""
    return part[1:] if part.startswith(".") and line and line[-1]["text"].endswith(".") else part


def _parts(filled: str, marks: Iterable[str]) -> list[str]:
    """The filled template cut at its placeholders, each a part of its own."""
    parts, marked = [""], set(marks)
    for character in filled:
        if character in marked:
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]
