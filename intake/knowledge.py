"""What the desk already knows, as plain values: recognition compares a manuscript with these and nothing else.

`key` is a record's primary key. The tests make such values by hand; the desk fills them from its tables.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from disclaimers.joining import usual_words
from outlets.naming import OutletNaming
from prose.typography import fold


@dataclass(frozen=True)
class KnownKind:
    """A content type with its label; `special` are labels for (institution, language), either may be empty."""

    key: int
    code: str
    label: str
    special: tuple[tuple[str, str, str], ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label it prints under."""
        return tuple(dict.fromkeys((self.label, *(label for _, _, label in self.special))))

    def label_for(self, institution: str, language: str) -> str:
        """The label on a page: the institution's own in that language, else the language's, else the usual one."""
        said = {(place, code): label for place, code, label in self.special}
        return said.get((institution, language)) or said.get(("", language)) or self.label


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
        """Every form a text may use, the name with its article included."""
        former = (form for name in self.naming.former for form in (name.full, name.name))
        return tuple(dict.fromkeys((self.naming.full, self.naming.name, *self.aliases, *former)))


@dataclass(frozen=True)
class KnownWording:
    """One dated text of a disclaimer, slots unfilled. `until` is exclusive, None is open."""

    key: int
    institution: str
    text: str
    language: str
    begins: dt.date
    until: dt.date | None = None

    def is_in_force(self, on: dt.date) -> bool:
        """Whether this is the text of that day."""
        return self.begins <= on and (self.until is None or on < self.until)


_RELATIONS = ("original", "first", "version", "excerpt", "translation", "rerun", "copublished", "crossposted",
              "forthcoming", "also", "quoted", "interviewed")  # fmt: skip


@dataclass(frozen=True)
class KnownStyle:
    """How an institution joins facts in one language: its own words by position, the usual ones for all others."""

    language: str = "en"
    own: Mapping[str, str] = field(default_factory=dict)
    outlet_article: str = "lower-case"

    @cached_property
    def words(self) -> dict[str, str]:
        """The words of every position (disclaimers.positions), with `{slots}` and [optional parts]."""
        return {**usual_words(self.language), **self.own}

    @property
    def attributions(self) -> tuple[tuple[str, str], ...]:
        """(relation, sentence) of every relation; of items about our people, what they did there."""
        return tuple(
            (relation, self.words["attribution" if relation == "original" else f"{relation}_attribution"])
            for relation in _RELATIONS
        )


@dataclass(frozen=True)
class KnownLicence:
    """A licence on record."""

    key: int
    name: str
    version: str = ""


@dataclass(frozen=True)
class KnownInstitution:
    """A publisher: its code, every name it goes by, its usual language, its house styles."""

    key: int
    code: str
    names: tuple[str, ...]
    language: str = "en"
    holder: str = ""
    above: tuple[str, ...] = ()  # the codes of those it stands below
    styles: tuple[KnownStyle, ...] = ()
    default_kind: str = ""
    is_home: bool = False


@dataclass(frozen=True)
class KnownAuthor:
    """Someone with a record: the name as printed, what may stand before and after it."""

    key: int
    name: str
    courtesy: str = ""
    suffix: str = ""
    native_name: str = ""
    rank: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name with and without the titles before it and the suffix after it, and in its own script."""
        plain = (self.name, f"{self.name}, {self.suffix}", f"{self.name} {self.suffix}")
        titled = (
            f"{before} {name}".strip(" ,") for name in plain for before in ("", self.courtesy, self.rank)
        )
        return tuple(name for name in dict.fromkeys((*titled, self.native_name)) if name)


@dataclass(frozen=True)
class Knowledge:
    """All of it."""

    kinds: tuple[KnownKind, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    wordings: tuple[KnownWording, ...] = ()
    institutions: tuple[KnownInstitution, ...] = ()
    authors: tuple[KnownAuthor, ...] = ()
    licences: tuple[KnownLicence, ...] = ()

    def institution(self, code: str) -> KnownInstitution | None:
        """The institution of that code."""
        return next((known for known in self.institutions if known.code == code), None)

    @cached_property
    def outlets_by_name(self) -> dict[str, tuple[KnownOutlet, ...]]:
        """Outlets under each of their names, folded and in lower case."""
        found: dict[str, tuple[KnownOutlet, ...]] = {}
        for outlet in self.outlets:
            for name in {fold(name).casefold() for name in outlet.names}:
                found[name] = (*found.get(name, ()), outlet)
        return found

    @cached_property
    def authors_by_name(self) -> dict[str, tuple[KnownAuthor, ...]]:
        """Authors under every way a text may name them, folded and in lower case."""
        found: dict[str, tuple[KnownAuthor, ...]] = {}
        for author in self.authors:
            for name in {fold(name).casefold() for name in author.names}:
                found[name] = (*found.get(name, ()), author)
        return found

    def outlet(self, key: int | None) -> KnownOutlet | None:
        """The outlet of that key."""
        return next((known for known in self.outlets if known.key == key), None)

    def licence(self, name: str, version: str) -> KnownLicence | None:
        """The licence on record under this name, in this version; a version may have words behind its number."""
        for known in self.licences:
            if known.name.casefold() == name.casefold() and known.version.split(" ")[0] == version:
                return known
        return None

    @property
    def home(self) -> KnownInstitution | None:
        """The institution whose desk this is; the only one counts where there is no other."""
        homes = [known for known in self.institutions if known.is_home]
        if not homes and len(self.institutions) == 1:
            return self.institutions[0]
        return homes[0] if homes else None

    def kind(self, code: str) -> KnownKind | None:
        """The content type of that code."""
        return next((known for known in self.kinds if known.code == code), None)
