"""Facts that an edition keeps for programs and citations, as values; of an earlier release what it has."""

from dataclasses import dataclass
from typing import Any

from articles.creators import creators_of
from articles.models.edition import Edition
from authors.split_names import NameParts, parts_without_record

_PARTS = ("literal", "family", "given", "particle", "suffix", "is_family_first")
_BASED_ON = frozenset({"original", "first", "crossposted", "version", "excerpted", "quoted", "interviewed"})
"""Claims of places from which our page was made."""
_CITED_THERE = frozenset({"original", "first", "crossposted"})
"""Claims of places where the same piece stands under another outlet's name."""


@dataclass(frozen=True)
class CitedPerson:
    """Somebody credited: the name that the page prints, without titles, and its parts. `path`: of their page here."""

    name: str
    parts: NameParts
    role: str = "author"
    is_maker: bool = True
    is_body: bool = False
    path: str = ""
    job: str = ""
    house: str = ""


@dataclass(frozen=True)
class CitedPlace:
    """A place where the piece ran. `date`: ISO, as precise as it is known; without a year it begins with "--".

    `retraction`: the page's sentence that the outlet has retracted it; "" where it stands by it.
    """

    outlet: str
    claim: str = "original"
    label: str = ""
    type: str = ""
    path: str = ""
    url: str = ""
    date: str = ""
    headline: str = ""
    section: str = ""
    issue: str = ""
    page: str = ""
    language: str = ""
    retraction: str = ""

    @property
    def is_source(self) -> bool:
        """True if our page was made from what ran there."""
        return self.claim in _BASED_ON

    @property
    def is_same_piece(self) -> bool:
        """True if the piece itself can be cited from there."""
        return self.claim in _CITED_THERE

    @property
    def iso_date(self) -> str:
        """The date for programs, which cannot take one without its year."""
        return "" if self.date.startswith("--") else self.date


@dataclass(frozen=True)
class Cited:
    """Everything. `holders` and `year`: of the copyright, as far as the printed line says them."""

    genre: str
    people: tuple[CitedPerson, ...]
    places: tuple[CitedPlace, ...] = ()
    holders: tuple[str, ...] = ()
    year: int | None = None

    @property
    def makers(self) -> tuple[CitedPerson, ...]:
        """Those who made it, in the order of the byline."""
        return tuple(person for person in self.people if person.is_maker)


def sources_of(edition: Edition) -> tuple[CitedPlace, ...]:
    """The places from which our page was made: another version that ran after it is none."""
    day = edition.first_published_on
    ours = day.isoformat() if day else ""
    return tuple(
        place
        for place in cited_of(edition).places
        if place.is_source
        and not (ours and place.claim == "version" and place.iso_date > ours[: len(place.iso_date)])
    )


def is_site_page(edition: Edition) -> bool:
    """True for a page of the site, such as "About": it is no article, and nothing to be cited."""
    return cited_of(edition).genre == "page"


def cited_of(edition: Edition) -> Cited:
    """The facts of an edition, stored or a proof."""
    facts: dict[str, Any] = edition.printed.get("cited") or {}
    if not facts:
        return Cited("opinion", _people_of_earlier(edition))
    rights = facts["copyright"]
    return Cited(
        genre=facts["genre"],
        people=tuple(map(_person, facts["people"])),
        places=tuple(map(_place, facts["places"])),
        holders=tuple(rights["holders"]),
        year=rights["year"],
    )


def _person(row: dict[str, Any]) -> CitedPerson:
    parts = NameParts(**{name: row[name] for name in _PARTS if name in row})
    others = {name: value for name, value in row.items() if name not in _PARTS}
    return CitedPerson(parts=parts, **others)


def _place(row: dict[str, Any]) -> CitedPlace:
    known = CitedPlace.__dataclass_fields__
    return CitedPlace(**{name: value for name, value in row.items() if name in known})


def _people_of_earlier(edition: Edition) -> tuple[CitedPerson, ...]:
    """The makers by their printed names, which earlier releases keep as a whole."""
    addresses = {row["name"]: row["href"] for row in edition.printed.get("names", ())}
    return tuple(
        CitedPerson(name, parts_without_record(name), path=addresses.get(name, ""))
        for name in (creators_of(edition) if edition.printed.get("names") is not None else ())
    )
