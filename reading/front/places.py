"""Places of a front page filled with pieces: none stands there twice, and where one is gone the next newest stands."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SlotSource = tuple[str, Hashable]
"""The origin of the pieces of a place: ("topic", 3), ("piece", a uuid)."""
NEWEST: SlotSource = ("newest", "all")


class Candidate(NamedTuple):
    """An edition that a place may show. `piece`: the same for a piece and its translations."""

    edition: int
    piece: Hashable


@dataclass(frozen=True)
class Slot:
    """A place, or several alike. `heading`: that of the section which it begins; `is_picked`: for one chosen piece."""

    source: SlotSource
    number: int = 1
    heading: str = ""
    is_picked: bool = False


@dataclass(frozen=True)
class FilledSection:
    """The editions of a section in order. `about`: what its first automatic place shows the newest of."""

    heading: str
    editions: tuple[int, ...]
    about: SlotSource | None = None


class _Page:
    """The pieces that stand on the page already."""

    def __init__(self, candidates: Mapping[SlotSource, Sequence[Candidate]]) -> None:
        self._candidates = candidates
        self._shown: set[Hashable] = set()

    def take(self, source: SlotSource, number: int) -> list[int]:
        """The first pieces of a source that stand nowhere yet."""
        taken: list[int] = []
        for candidate in self._candidates.get(source, ()):
            if len(taken) == number:
                break
            if candidate.piece not in self._shown:
                self._shown.add(candidate.piece)
                taken.append(candidate.edition)
        return taken


def fill(
    places: Sequence[Slot], candidates: Mapping[SlotSource, Sequence[Candidate]]
) -> tuple[FilledSection, ...]:
    """The sections of a page, none of them empty. `candidates`: the pieces of each source, the newest first.

    Chosen pieces come first, so that no automatic place takes them. For one that is gone stands the next of what its
    section is about; in the part without a heading, the next newest of all.
    """
    page = _Page(candidates)
    picked = {at: page.take(place.source, 1) for at, place in enumerate(places) if place.is_picked}
    sections: list[FilledSection] = []
    for begin, end in _sections(places):
        own = (place.source for place in places[begin:end] if not place.is_picked)
        about = next((source for source in own if candidates.get(source)), None)
        instead = about or (places[begin].source if places[begin].heading else NEWEST)
        editions: list[int] = []
        for at in range(begin, end):
            source = instead if at in picked else places[at].source
            editions += picked.get(at) or page.take(source, places[at].number)
        if editions:
            sections.append(FilledSection(places[begin].heading, tuple(editions), about))
    return tuple(sections)


def _sections(places: Sequence[Slot]) -> list[tuple[int, int]]:
    """Begin and end of each section: it begins at a place with a heading."""
    begins = [at for at, place in enumerate(places) if at == 0 or place.heading]
    return list(zip(begins, [*begins[1:], len(places)], strict=True)) if places else []
