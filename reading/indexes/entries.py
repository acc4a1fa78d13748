"""Entries of an index and the letters that they stand under."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.template.loader import get_template
from django.utils.safestring import SafeString

from prose.printed_line import PrintedLine
from reading.indexes.letters import letter_of, sort_key
from reading.indexes.newest import NewestPiece

MOST_ON_A_PAGE = 300
"""Entries on one page. A longer index has a page for each letter."""


@dataclass(frozen=True)
class IndexEntry:
    """A line of an index: a name that leads to its page, and how many pieces stand there.

    `sorted_as`: the name by which it is placed. `narrower`: the entries below it. `newest`: pieces that stand there.
    """

    path: str
    name: PrintedLine
    sorted_as: str
    number: int
    about: PrintedLine = field(default_factory=list)
    narrower: tuple["IndexEntry", ...] = ()
    newest: tuple[NewestPiece, ...] = ()


@dataclass(frozen=True)
class Letter:
    """The entries under one letter; `key`: its name in addresses, `mark` the one in the page."""

    letter: str
    entries: tuple[IndexEntry, ...]

    @property
    def mark(self) -> str:
        return f"letter-{ord(self.letter):x}"

    @cached_property
    def html(self) -> SafeString:
        """Its heading and its entries, drawn once: an index stays in memory while readers see nothing else."""
        return SafeString(get_template("indexes/_letter.html").render({"letter": self}))


@dataclass(frozen=True)
class Index:
    """All entries by letters, in the order of a page's alphabet."""

    letters: tuple[Letter, ...]

    def __len__(self) -> int:
        return sum(len(letter.entries) for letter in self.letters)

    @property
    def has_page_per_letter(self) -> bool:
        return len(self) > MOST_ON_A_PAGE

    def letters_on(self, chosen: str | None) -> Sequence[Letter] | None:
        """The letters on a page: all, or of a long index the chosen or the first one; None if it has no such one."""
        if not self.has_page_per_letter:
            return self.letters
        return [one for one in self.letters if one.letter == (chosen or self.letters[0].letter)] or None


def index_of(entries: Iterable[IndexEntry], language: str) -> Index:
    """Entries sorted and put under their letters."""
    by_letter: dict[str, list[IndexEntry]] = {}
    for entry in in_order(entries, language):
        by_letter.setdefault(letter_of(entry.sorted_as, language), []).append(entry)
    return Index(tuple(Letter(letter, tuple(rows)) for letter, rows in by_letter.items()))


def in_order(entries: Iterable[IndexEntry], language: str) -> list[IndexEntry]:
    """Entries in the order of an alphabet, the narrower ones as well."""
    ordered = (
        replace(entry, narrower=tuple(in_order(entry.narrower, language))) if entry.narrower else entry
        for entry in entries
    )
    return sorted(ordered, key=lambda entry: sort_key(entry.sorted_as, language))
