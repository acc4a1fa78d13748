"""Which endnote of one body is which of another, so that a note is compared and merged with itself."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence

from prose.html.inline import TextRun
from prose.html.tokens import Token, html_of, is_note, token_weight, tokens_of
from prose.three_way import matches

ALIKE = 0.4
"""Least share of common words at which two notes are taken for one note that was changed."""
MAX_LOOKS = 100_000
"""Looks at two notes, each one and one for every word that is compared; the notes that are left are not the same."""


def same_notes(old: Sequence[Token], new: Sequence[Token]) -> dict[int, int]:
    """Places of notes among the tokens of `old` -> places of the same notes in `new`, each once."""
    before, after = dict(_notes(old)), dict(_notes(new))
    pairs = dict(_equal(before, after))
    taken = set(pairs.values())
    left = {place: _Words(note) for place, note in before.items() if place not in pairs}
    free = {place: _Words(note) for place, note in after.items() if place not in taken}
    return pairs | dict(_alike(left, free))


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


class _Words:
    """The words of a note, read and counted once."""

    def __init__(self, note: TextRun) -> None:
        self.tokens = words_of_note(note)
        self.bag = Counter(token for token in self.tokens if token_weight(token))
        self.weight = sum(map(token_weight, self.tokens))

    def are_alike(self, other: "_Words") -> bool:
        least = ALIKE * (self.weight + other.weight)
        in_any_order = (self.bag & other.bag).items()
        if 2 * sum(token_weight(token) * times for token, times in in_any_order) < least:
            return False
        common = matches(self.tokens, other.tokens)
        return 2 * sum(token_weight(self.tokens[place]) for place in common) >= least


def _equal(before: Mapping[int, TextRun], after: Mapping[int, TextRun]) -> Iterator[tuple[int, int]]:
    places: dict[str, deque[int]] = {}
    for place, note in after.items():
        places.setdefault(note.element, deque()).append(place)
    for place, note in before.items():
        if same := places.get(note.element):
            yield place, same.popleft()


def _alike(left: Mapping[int, _Words], free: dict[int, _Words]) -> Iterator[tuple[int, int]]:
    looks_left = MAX_LOOKS
    for place, words in left.items():
        for other, others in free.items():
            looks_left -= 1 + min(len(words.bag), len(others.bag))
            if looks_left < 0:
                return
            if words.are_alike(others):
                del free[other]
                yield place, other
                break
