"""Subjects that printing a page again reads anew from today's records. All else stays as it was printed.

Records are always read for the day that counts for the piece: today's spelling of a name, the post held on that day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Renewable(StrEnum):
    """Words that a page takes from records, beside those of the piece itself."""

    PEOPLE = "people"
    POSTS = "posts"
    OUTLETS = "outlets"
    TOPICS = "topics"
    INSTITUTION = "institution"
    LABEL = "label"
    STYLE = "style"
    DISCLAIMERS = "disclaimers"
    SLIPS = "slips"
    LICENCE = "licence"
    REPUBLICATION = "republication"
    OTHER_PIECES = "other_pieces"
    PICTURES = "pictures"
    DOCUMENTS = "documents"

    @property
    def in_words(self) -> str:
        """The subject after "with today's"."""
        return _IN_WORDS[self]


_IN_WORDS = {
    Renewable.PEOPLE: "names of people",
    Renewable.POSTS: "titles and posts of people",
    Renewable.OUTLETS: "names of outlets",
    Renewable.TOPICS: "names of topics",
    Renewable.INSTITUTION: "names of the institution",
    Renewable.LABEL: "label of the content type",
    Renewable.STYLE: "words of the house style",
    Renewable.DISCLAIMERS: "disclaimer texts",
    Renewable.SLIPS: "corrected disclaimer text",
    Renewable.LICENCE: "names and addresses of licences",
    Renewable.REPUBLICATION: "terms for those who republish",
    Renewable.OTHER_PIECES: "headlines of the pieces it replaces or that replace it, and links to our own pages",
    Renewable.PICTURES: "file, credit and licence of pictures",
    Renewable.DOCUMENTS: "name, credit and licence of files, and their newest version",
}


@dataclass(frozen=True)
class Renewed:
    """Subjects, each of all its records or of one: {"label", "people:7"}.

    The key is that of the record; of a disclaimer its code, of a topic its slug, of a slip that of the text, of a
    picture or a file its uuid. A licence is read anew wherever the page prints it: for the text, pictures and files.
    """

    codes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *subjects: Renewable, keys: Iterable[object] = ()) -> "Renewed":
        """These subjects; with `keys`, of these records alone."""
        ends = [f":{key}" for key in keys] or [""]
        return cls(frozenset(f"{subject}{end}" for subject in subjects for end in ends))

    def __or__(self, other: "Renewed") -> "Renewed":
        return Renewed(self.codes | other.codes)

    def __bool__(self) -> bool:
        return bool(self.codes)

    def covers(self, subject: Renewable, key: object = "") -> bool:
        """True if the subject is read anew for this record."""
        return subject.value in self.codes or (key != "" and f"{subject}:{key}" in self.codes)

    def subjects(self) -> list[tuple[Renewable, str]]:
        """(subject, key) in a lasting order; the key is "" for all of its records."""
        parts = [code.partition(":") for code in self.codes]
        order = list(Renewable)
        return sorted(
            ((Renewable(name), key) for name, _, key in parts),
            key=lambda part: (order.index(part[0]), part[1]),
        )


NOTHING = Renewed()
"""Every word as it was printed."""

ALL_NAMES = Renewed.of(
    *(subject for subject in Renewable if subject not in (Renewable.DISCLAIMERS, Renewable.SLIPS))
)
"""Everything but disclaimer texts."""
