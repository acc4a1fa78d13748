"""CitedWork: what a citation says of a work, as values. Ours comes from the edition, the original from its places."""

from dataclasses import dataclass

from articles.addresses import absolute
from articles.models.edition import Edition
from reading.metadata.cited import Cited, CitedPerson, CitedPlace, cited_of


@dataclass(frozen=True)
class CitedWork:
    """A work to cite. `date`: ISO, as precise as it is known ("2020", "2020-06"); "" for none.

    `within`: the newspaper, or the house on whose site it stands. `key`: names it among others in a file.
    `retraction`: the sentence that the newspaper has retracted it, "" where it stands by it.
    """

    key: str
    title: str
    people: tuple[CitedPerson, ...]
    within: str
    date: str
    url: str
    language: str
    is_report: bool = False
    section: str = ""
    issue: str = ""
    page: str = ""
    rights: str = ""
    retraction: str = ""

    @property
    def makers(self) -> tuple[CitedPerson, ...]:
        return tuple(person for person in self.people if person.is_maker)

    @property
    def date_parts(self) -> list[int]:
        """Year, month and day, as far as they are known."""
        return [int(part) for part in self.date.split("-")] if self.date else []

    def in_role(self, role: str) -> tuple[CitedPerson, ...]:
        """The people with a role who did not make it: editors, translators."""
        return tuple(person for person in self.people if person.role == role and not person.is_maker)


def our_page(edition: Edition) -> CitedWork:
    """Our page, published by its house."""
    cited, day = cited_of(edition), edition.first_published_on
    return CitedWork(
        key=_slug(edition),
        title=edition.headline,
        people=cited.people,
        within=edition.printed["records"]["institution_name"],
        date=day.isoformat() if day else "",
        url=absolute(edition.permalink.path),
        language=edition.language,
        is_report=cited.genre == "report",
        rights=edition.printed["copyright"],
    )


def originals(edition: Edition) -> list[CitedWork]:
    """The same piece where it ran first, in the order of the page: with the headline that it had there."""
    cited = cited_of(edition)
    places = [place for place in cited.places if place.is_same_piece and place.outlet]
    return [_original(edition, cited, place, number) for number, place in enumerate(places, start=1)]


def _original(edition: Edition, cited: Cited, place: CitedPlace, number: int) -> CitedWork:
    return CitedWork(
        key=f"{_slug(edition)}-{number}",
        title=place.headline or edition.headline,
        people=cited.people,
        within=place.outlet,
        date=place.iso_date,
        url=place.url,
        language=place.language or edition.language,
        section=place.section,
        issue=place.issue,
        page=place.page,
        retraction=place.retraction,
    )


def _slug(edition: Edition) -> str:
    return edition.permalink.path.rstrip("/").rpartition("/")[2]
