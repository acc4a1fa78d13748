"""Results of recognition, as values: each finding keeps the words of the source that it was read from."""

import datetime as dt
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, TypeVar

from intake.sources.manuscript import LeftOut, Margin, SourceBlock, SourcePicture
from prose.dates import Precision

T = TypeVar("T")


class Certainty(StrEnum):
    """Reason to trust a value, the strongest first."""

    KNOWN = "known"  # the text says it, in words the desk knows
    READ = "read"  # the text says it, in a common form; the desk has no record of the name
    DERIVED = "derived"  # it follows from another part of the text
    ASSUMED = "assumed"  # the text does not settle it


@dataclass(frozen=True)
class Evidence:
    """Words of the source and the number of the line they begin on.

    `where` names a place outside the text that says so, such as "og:title"; empty for a line of the text.
    """

    line: int
    text: str
    where: str = ""


EvidenceLines = tuple[Evidence, ...]


@dataclass(frozen=True)
class Finding(Generic[T]):
    """One recognised value. `difference` lists where its words differ from those the desk would print."""

    value: T
    certainty: Certainty
    evidence: EvidenceLines
    difference: str = ""


@dataclass(frozen=True)
class FoundDay:
    """A date with its precision: a month is stored as its first day, a date without a year in the year 2000."""

    on: dt.date
    precision: Precision = Precision.DAY


@dataclass(frozen=True)
class FoundPlace:
    """A place where the piece ran or will run, from the sentence that names it to the rows of the manuscript.

    `outlet` is the record's key, or None for an outlet without a record; `name` then is its name, without `article`.
    `relation` is one of Appearance.Relation; a rerun has no name. `sentence` is the source's own sentence, empty for
    a bare label; `permission` is the text's remark on a permission. `work`, `writers`, `editors` and `chapter`
    belong to an excerpt of a work, whose title is the `headline` and whose publisher is the outlet. `site`, `gloss` and
    `descriptor` belong to the outlet and are offered with a new record.
    """

    name: str
    outlet: int | None = None
    article: str = ""
    relation: str = ""
    published_on: dt.date | None = None
    precision: Precision = Precision.DAY
    planned_on: dt.date | None = None
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
    work: str = ""
    writers: str = ""
    editors: str = ""
    chapter: str = ""

    @property
    def day(self) -> FoundDay | None:
        """Date of publication there."""
        return FoundDay(self.published_on, self.precision) if self.published_on else None

    def on_day(self, day: FoundDay | None) -> "FoundPlace":
        """The same place with this date of publication."""
        return replace(
            self, published_on=day.on if day else None, precision=day.precision if day else Precision.DAY
        )

    @property
    def is_known(self) -> bool:
        """True if the outlet has a record."""
        return self.outlet is not None

    @property
    def is_original(self) -> bool:
        return self.relation in ("original", "first")

    @property
    def outlet_name(self) -> str:
        """Name of an outlet without a record, with its article: "The Gull Gazette"."""
        if self.outlet or not self.article:
            return "" if self.outlet else self.name
        gap = "" if self.article.endswith(("'", "’")) else " "
        return f"{self.article[:1].upper()}{self.article[1:]}{gap}{self.name}"


@dataclass(frozen=True)
class FoundPerson:
    """A credited person. `author` is the record's key, or None for a person without a record.

    `section` is the heading of the part of a round-up that the person wrote. `prints_name`: the piece prints `name`,
    whatever the record says.
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
    prints_name: bool = False


@dataclass(frozen=True)
class TranslatedFrom:
    """Language code of the original, and the translators' names as printed, if any."""

    language: str
    translators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """A public note: `kind` is correction, clarification, update, editor or editing; `text` leaves its label out."""

    kind: str
    text: str
    day: FoundDay | None = None
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True)
class FoundLicence:
    """A licence by its short name ("CC BY-ND"); `exceptions` are the source's words on what it does not cover."""

    name: str
    version: str = ""
    url: str = ""
    exceptions: str = ""


@dataclass(frozen=True)
class FoundDisclosure:
    """A disclosure: `subject` is funding, interest or ai; `answer` is "none" where there is nothing to disclose."""

    subject: str
    text: str
    answer: str = "disclosed"
    tool: str = ""
    task: str = ""
    checked_by: str = ""


@dataclass(frozen=True)
class Embargo:
    """An embargo in the source's words; `day` is its last day, None for a line that says there is no embargo."""

    words: str
    day: FoundDay | None = None


@dataclass(frozen=True)
class FoundWording:
    """A disclaimer in the source: the wording's key and the source's words; `own_text` only where they differ."""

    wording: int
    text: str
    own_text: str = ""


@dataclass(frozen=True)
class FoundCopyright:
    """A copyright line taken apart; `line` is the whole line, `month` 0 where none is named.

    `basis` is "named", or "none" where the text claims no copyright, for the `reason`.
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
    """All findings on a manuscript, the blocks that stay its body, and the pictures of the figures among them.

    `warnings` are for an editor to read; `doubts` also keep the piece from being published by itself. `mark`: the
    identifier that the file carries.
    """

    institution: Finding[str] | None = None
    kind: Finding[str] | None = None
    language: Finding[str] | None = None
    headline: Finding[str] | None = None
    dek: Finding[str] | None = None
    published_on: Finding[FoundDay] | None = None
    places: tuple[Finding[FoundPlace], ...] = ()
    people: tuple[Finding[FoundPerson], ...] = ()
    wordings: tuple[Finding[FoundWording], ...] = ()
    copyright: Finding[FoundCopyright] | None = None
    licence: Finding[FoundLicence] | None = None
    translation: Finding[TranslatedFrom] | None = None
    notes: tuple[Finding[Note], ...] = ()
    disclosures: tuple[Finding[FoundDisclosure], ...] = ()
    embargo: Finding[Embargo] | None = None
    other_versions: Finding[tuple[str, ...]] | None = None
    has_more_places: Finding[bool] | None = None
    attribution_override: Finding[str] | None = None
    body: tuple[SourceBlock, ...] = ()
    pictures: tuple[SourcePicture, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    mark: str = ""
    margin: Margin = field(default_factory=Margin)

    @property
    def language_code(self) -> str:
        """Language of the piece, English where nothing tells."""
        return self.language.value if self.language else "en"

    @property
    def day(self) -> dt.date | None:
        """Day of publication here."""
        return self.published_on.value.on if self.published_on else None
