"""Which endnote of one body is which of another, so that a note is compared and merged with itself."""

from collections.abc import Iterator, Sequence

from prose.html.inline import TextRun
from prose.html.tokens import Token, html_of, is_note, token_weight, tokens_of
from prose.three_way import matches

ALIKE = 0.4
"""Least share of common words at which two notes are taken for one note that was changed."""


def same_notes(old: Sequence[Token], new: Sequence[Token]) -> dict[int, int]:
    """Places of notes among the tokens of `old` -> places of the same notes in `new`, each once."""
    before, after = dict(_notes(old)), dict(_notes(new))
    pairs: dict[int, int] = {}
    for is_same in (_is_equal, _is_alike):
        for place, note in before.items():
            free = (other for other in after if place not in pairs and other not in pairs.values())
            match = next((other for other in free if is_same(note, after[other])), None)
            if match is not None:
                pairs[place] = match
    return pairs


def words_of_note(note: TextRun) -> list[Token]:
    """The tokens inside a note."""
    inner = note.element.partition(">")[2].removesuffix("</span>")
    return tokens_of(f"<p>{inner}</p>")[1:]


def with_words(note: TextRun, words: Sequence[Token]) -> TextRun:
    """The note with other words in it; without any it stays as it is."""
    inner = html_of(words).removeprefix("<p>").removesuffix("</p>")
    start = note.element.partition(">")[0]
    return note._replace(element=f"{start}>{inner}</span>") if inner else note


def _notes(tokens: Sequence[Token]) -> Iterator[tuple[int, TextRun]]:
    for place, token in enumerate(tokens):
        if isinstance(token, TextRun) and is_note(token):
            yield place, token


def _is_equal(one: TextRun, other: TextRun) -> bool:
    return one.element == other.element


def _is_alike(one: TextRun, other: TextRun) -> bool:
    words, others = words_of_note(one), words_of_note(other)
    common = sum(token_weight(words[place]) for place in matches(words, others))
    return 2 * common >= ALIKE * sum(map(token_weight, [*words, *others]))
