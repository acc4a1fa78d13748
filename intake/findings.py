"""What recognition gives back: values, each with the words of the source that say so."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from intake.sources.manuscript import Block, LeftOut
from prose.dates import Precision

T = TypeVar("T")


class Certainty(StrEnum):
    """How a value came about."""

    KNOWN = "known"  # the text says it, in words the desk knows
    READ = "read"  # the text says it, in a common form; the desk has no record of the name
    DERIVED = "derived"  # it follows from another part of the text
    ASSUMED = "assumed"  # the text does not settle it


@dataclass(frozen=True)
class Evidence:
    """The source's own words and the line they begin on."""

    line: int
    text: str


@dataclass(frozen=True)
class Found(Generic[T]):
    """One recognised thing. `difference` says where its words differ from the ones the desk knows."""

    value: T
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    difference: str = ""


@dataclass(frozen=True)
class Day:
    """A date with the precision it was said with; a month stands as its first day, a missing year as 2000."""

    on: dt.date
    precision: Precision = Precision.DAY


@dataclass(frozen=True)
class Ran:
    """A place where the piece ran, or will. `outlet` is the record's key, or None for a name without one.

    `relation` is one of Appearance.Relation; a rerun has no name. `permission` is what the text says of it, in its
    words; `expert_role` says whether ours wrote there, was quoted or interviewed.
    """

    name: str
    outlet: int | None = None
    article: str = ""
    relation: str = ""
    day: Day | None = None
    url: str = ""
    site: str = ""
    sentence: str = ""
    section: str = ""
    issue: str = ""
    page: str = ""
    medium: str = ""
    language: str = ""
    headline: str = ""
    access: str = ""
    gloss: str = ""
    descriptor: str = ""
    permission: str = ""
    expert_role: str = ""


@dataclass(frozen=True)
class Person:
    """Someone credited. `author` is the record's key, or None for a name without one.

    `section` is the heading of the part of a round-up that is theirs.
    """

    name: str
    author: int | None = None
    courtesy: str = ""
    role: str = "author"
    bio: str = ""
    rank: str = ""
    is_retired: bool = False
    suffix: str = ""
    section: str = ""


@dataclass(frozen=True)
class TranslatedFrom:
    """The language a text was translated from, and by whom where it says so; names as printed."""

    language: str
    translators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """A public note: `kind` is correction, clarification, update, editor or editing; `text` its words alone."""

    kind: str
    text: str
    day: Day | None = None
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True)
class Licence:
    """A licence by its short name ("CC BY-ND"), with what it does not cover in the text's words."""

    name: str
    version: str = ""
    url: str = ""
    exceptions: str = ""


@dataclass(frozen=True)
class Disclosed:
    """What a text discloses: `subject` is funding, interest or ai; `answer` none where it says there is none."""

    subject: str
    text: str
    answer: str = "disclosed"
    tool: str = ""
    task: str = ""
    checked_by: str = ""


@dataclass(frozen=True)
class Embargo:
    """Until when a text may not be shown, in its own words; `day` None where it says that it is free."""

    words: str
    day: Day | None = None


@dataclass(frozen=True)
class Pinned:
    """A disclaimer as it stands in the source; `own_text` only where its words differ from the known text."""

    wording: int
    text: str
    own_text: str = ""


@dataclass(frozen=True)
class Rights:
    """A copyright line: its year, who holds it and the reservation, and the line itself.

    `basis` is named, or none where the text claims no copyright; `reason` is then why.
    """

    year: str
    holder: str
    reservation: str
    line: str
    holders: tuple[str, ...] = ()
    month: int = 0
    basis: str = "named"
    reason: str = ""


@dataclass(frozen=True)
class Recognition:
    """A manuscript taken apart: what became known, and the blocks that stay the body."""

    institution: Found[str] | None = None
    kind: Found[str] | None = None
    language: Found[str] | None = None
    headline: Found[str] | None = None
    dek: Found[str] | None = None
    published_on: Found[Day] | None = None
    ran: tuple[Found[Ran], ...] = ()
    people: tuple[Found[Person], ...] = ()
    wordings: tuple[Found[Pinned], ...] = ()
    rights: Found[Rights] | None = None
    licence: Found[Licence] | None = None
    translation: Found[TranslatedFrom] | None = None
    notes: tuple[Found[Note], ...] = ()
    disclosures: tuple[Found[Disclosed], ...] = ()
    embargo: Found[Embargo] | None = None
    other_versions: Found[tuple[str, ...]] | None = None
    has_more_places: Found[bool] | None = None
    attribution_override: Found[str] | None = None
    body: tuple[Block, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
