"""What the desk already knows, as plain values: recognition compares a manuscript with these and nothing else.

`key` is a record's primary key. The tests make such values by hand; the desk fills them from its tables.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from outlets.attribution import OutletName
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
    """An outlet under its name and its other names; `url` is its own site."""

    key: int
    name: OutletName
    aliases: tuple[str, ...] = ()
    url: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every form a text may use, the name with its article included."""
        return tuple(dict.fromkeys((self.name.full, self.name.name, *self.aliases)))


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


@dataclass(frozen=True)
class KnownStyle:
    """The joining words of an institution in one language, as templates with `{slots}` and [optional parts]."""

    language: str = "en"
    dateline: str = "{date}"
    outlet_dateline: str = ""
    source_line: str = ""
    attributions: tuple[tuple[str, str], ...] = ()  # (relation, template)
    noun: str = "article"
    and_word: str = "and"
    outlet_article: str = "lower-case"
    copyright_format: str = ""
    reservation: str = ""


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

    @property
    def names(self) -> tuple[str, ...]:
        """The name with and without the title before it and the suffix after it."""
        plain = (self.name, f"{self.name}, {self.suffix}", f"{self.name} {self.suffix}")
        return tuple(f"{before} {name}".strip(" ,") for name in plain for before in ("", self.courtesy))


@dataclass(frozen=True)
class Knowledge:
    """All of it."""

    kinds: tuple[KnownKind, ...] = ()
    outlets: tuple[KnownOutlet, ...] = ()
    wordings: tuple[KnownWording, ...] = ()
    institutions: tuple[KnownInstitution, ...] = ()
    authors: tuple[KnownAuthor, ...] = ()

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
