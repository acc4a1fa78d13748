"""What recognition gives back: values, each with the words of the source that say so."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from articles.intake.manuscript import Block, LeftOut
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
    """A date with the precision it was said with; a month stands as its first day."""

    on: dt.date
    precision: Precision = Precision.DAY


@dataclass(frozen=True)
class Ran:
    """A place where the piece ran. `outlet` is the record's key, or None for a name without one."""

    name: str
    outlet: int | None = None
    article: str = ""
    relation: str = ""
    day: Day | None = None
    url: str = ""
    site: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Person:
    """Someone credited. `author` is the record's key, or None for a name without one."""

    name: str
    author: int | None = None
    courtesy: str = ""
    role: str = "author"
    bio: str = ""


@dataclass(frozen=True)
class Pinned:
    """A disclaimer as it stands in the source; `own_text` only where its words differ from the known text."""

    wording: int
    text: str
    own_text: str = ""


@dataclass(frozen=True)
class Rights:
    """A copyright line: its year, holder and reservation, and the line itself."""

    year: str
    holder: str
    reservation: str
    line: str


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
    body: tuple[Block, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
