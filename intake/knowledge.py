"""Knowledge: the desk's records as plain values, with which recognition compares a manuscript.

`key` is a record's primary key. `drafts/load_knowledge.py` makes these values from the tables.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from disclaimers.phrases import usual_phrases
from outlets.naming import OutletNaming
from prose.periods import is_within
from prose.typography import fold


@dataclass(frozen=True)
class KnownKind:
    """A content type; `special` are labels as (institution, language, label), the first two of which may be empty."""

    key: int
    code: str
    label: str
    special: tuple[tuple[str, str, str], ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that prints for it."""
        return tuple(dict.fromkeys((self.label, *(label for _, _, label in self.special))))

    def label_for(self, institution: str, language: str) -> str:
        """The label on a page: the institution's own in that language, else the language's, else the usual one."""
        labels = {(code, language): label for code, language, label in self.special}
        return labels.get((institution, language)) or labels.get(("", language)) or self.label


@dataclass(frozen=True)
class KnownOutlet:
    """An outlet on record with its aliases; `url` is its own site."""

    naming: OutletNaming
    aliases: tuple[str, ...] = ()
    url: str = ""

    @property
    def key(self) -> int:
        """The record's primary key."""
        return self.naming.id

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a text may use, with and without its article."""
        former = (form for name in self.naming.former for form in (name.full, name.name))
        return tuple(dict.fromkeys((self.naming.full, self.naming.name, *self.aliases, *former)))


@dataclass(frozen=True)
class KnownWording:
    """One dated text of a disclaimer with its slots. `begins` None: always; `until` is exclusive, None: no end."""

    key: int
    institution: str
    text: str
    language: str
    begins: dt.date | None
    until: dt.date | None = None

    def is_in_force(self, on: dt.date) -> bool:
        """True if this is the text of that day."""
        return is_within(on, self.begins, self.until)


_RELATIONS = ("original", "first", "version", "excerpt", "translation", "rerun", "copublished", "crossposted",
              "forthcoming", "also", "quoted", "interviewed")  # fmt: skip


@dataclass(frozen=True)
class KnownStyle:
    """An institution's joining words in one language: its own by position, the usual ones for all other positions."""

    language: str = "en"
    own: Mapping[str, str] = field(default_factory=dict)
    outlet_article: str = "lower-case"

    @cached_property
    def words(self) -> dict[str, str]:
        """Templates of every position (disclaimers.positions), with `{slots}` and [optional parts]."""
        return {**usual_phrases(self.language), **self.own}

    @property
    def attributions(self) -> tuple[tuple[str, str], ...]:
        """(relation, template) of every relation; for items about the house's people what they did there."""
        return tuple(
            (relation, self.words["attribution" if relation == "original" else f"{relation}_attribution"])
            for relation in _RELATIONS
        )


@dataclass(frozen=True)
class KnownLicence:
    """A licence with a record."""

    key: int
    name: str
    version: str = ""


@dataclass(frozen=True)
class KnownInstitution:
    """A publisher with its names, language and styles; `above` are the codes of the institutions above it."""

    key: int
    code: str
    names: tuple[str, ...]
    language: str = "en"
    holder: str = ""
    above: tuple[str, ...] = ()
    styles: tuple[KnownStyle, ...] = ()
    default_kind: str = ""
    is_home: bool = False


@dataclass(frozen=True)
class KnownAuthor:
    """A person with a record: the name as printed, with titles and suffix apart; `aliases` are of merged records."""

    key: int
    name: str
    courtesy: str = ""
    suffix: str = ""
    native_name: str = ""
    rank: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name with and without titles and suffix, in its own script, and those of records merged into this one."""
        plain = (self.name, f"{self.name}, {self.suffix}", f"{self.name} {self.suffix}", *self.aliases)
        titled = (
            f"{before} {name}".strip(" ,") for name in plain for before in ("", self.courtesy, self.rank)
        )
        return tuple(name for name in dict.fromkeys((*titled, self.native_name)) if name)


@dataclass(frozen=True)
class Knowledge:
    """All records of a desk that recognition needs."""

    kinds: tuple[KnownKind, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    wordings: tuple[KnownWording, ...] = ()
    institutions: tuple[KnownInstitution, ...] = ()
    authors: tuple[KnownAuthor, ...] = ()
    licences: tuple[KnownLicence, ...] = ()

    def institution(self, code: str) -> KnownInstitution | None:
        """The institution with this code."""
        return next((institution for institution in self.institutions if institution.code == code), None)

    @cached_property
    def outlets_by_name(self) -> dict[str, tuple[KnownOutlet, ...]]:
        """Outlets under each of their names, folded and in lower case."""
        outlets: dict[str, tuple[KnownOutlet, ...]] = {}
        for outlet in self.outlets:
            for name in {fold(name).casefold() for name in outlet.names}:
                outlets[name] = (*outlets.get(name, ()), outlet)
        return outlets

    @cached_property
    def authors_by_name(self) -> dict[str, tuple[KnownAuthor, ...]]:
        """Authors under each of their names, folded and in lower case."""
        authors: dict[str, tuple[KnownAuthor, ...]] = {}
        for author in self.authors:
            for name in {fold(name).casefold() for name in author.names}:
                authors[name] = (*authors.get(name, ()), author)
        return authors

    def licence(self, name: str, version: str) -> KnownLicence | None:
        """The licence of this name and version, words behind the number of the record's version aside."""
        for licence in self.licences:
            if licence.name.casefold() == name.casefold() and licence.version.split(" ")[0] == version:
                return licence
        return None

    @property
    def home(self) -> KnownInstitution | None:
        """The institution whose desk this is; a single institution needs no mark."""
        homes = [institution for institution in self.institutions if institution.is_home]
        if not homes and len(self.institutions) == 1:
            return self.institutions[0]
        return homes[0] if homes else None

    def kind(self, code: str) -> KnownKind | None:
        """The content type with this code."""
        return next((kind for kind in self.kinds if kind.code == code), None)
