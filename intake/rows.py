"""People and places of a piece to be made, as plain values: what recognition found, in the shape of the records."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.findings import Disclosed, Person, Ran
from prose.dates import Precision, known_day

_ORIGINALS = ("original", "first")


@dataclass(frozen=True)
class Credit:
    """One byline: a record's key, or a name alone."""

    name: str
    author: int | None = None
    role: str = "author"
    bio: str = ""
    courtesy: str = ""
    rank: str = ""
    suffix: str = ""
    section: str = ""


@dataclass(frozen=True)
class Place:
    """One place it ran: a record's key, or a name alone.

    `site`, `gloss` and `descriptor` are the outlet's, to offer with a new record.
    """

    name: str
    outlet: int | None = None
    article: str = ""
    relation: str = "original"
    published_on: dt.date | None = None
    precision: str = Precision.DAY
    planned_on: dt.date | None = None
    url: str = ""
    site: str = ""
    section: str = ""
    issue: str = ""
    page: str = ""
    medium: str = ""
    language: str = ""
    headline: str = ""
    access: str = ""
    expert_role: str = "wrote"
    gloss: str = ""
    descriptor: str = ""


@dataclass(frozen=True)
class NewDisclosure:
    """One disclosure of all authors."""

    subject: str
    answer: str = "disclosed"
    text: str = ""
    tool: str = ""
    task: str = ""
    checked_by: str = ""


def credit(person: Person) -> Credit:
    """A person as a byline."""
    return Credit(
        person.name, person.author, person.role, person.bio, person.courtesy, person.rank, person.suffix, person.section
    )  # fmt: skip


def place(ran: Ran) -> Place:
    """A place as an appearance: what will run there is planned, and has no date there."""
    is_ahead = ran.relation == "forthcoming"
    on = ran.day.on if ran.day else None
    precision = ran.day.precision if ran.day else Precision.DAY
    return Place(
        name=ran.name,
        outlet=ran.outlet,
        article=ran.article,
        relation=ran.relation,
        published_on=None if is_ahead else on,
        precision=Precision.DAY if is_ahead else precision,
        planned_on=on if is_ahead and precision is Precision.DAY else None,
        url=ran.url,
        site=ran.site,
        section=ran.section,
        issue=ran.issue,
        page=ran.page,
        medium=ran.medium,
        language=ran.language,
        headline=ran.headline,
        access=ran.access,
        expert_role=ran.expert_role or "wrote",
        gloss=ran.gloss,
        descriptor=ran.descriptor,
    )


def places(found: Iterable[Ran]) -> tuple[Place, ...]:
    """All places; of several originals with different days only the earliest is one, the others ran it too."""
    made = [place(ran) for ran in found]
    days = {one.published_on for one in made if one.relation in _ORIGINALS and one.published_on}
    if len(days) < 2:
        return tuple(made)
    known = [
        day
        for one in made
        if one.relation in _ORIGINALS and (day := known_day(one.published_on, one.precision))
    ]
    earliest = min(known or days)
    return tuple(
        replace(one, relation="also")
        if one.relation in _ORIGINALS and one.published_on not in (None, earliest)
        else one
        for one in made
    )


def name_alone(place: Place) -> str:
    """An outlet without a record, called as the text calls it, its article with a capital."""
    if not place.article:
        return place.name
    gap = "" if place.article.endswith(("'", "’")) else " "
    return f"{place.article[:1].upper()}{place.article[1:]}{gap}{place.name}"


def disclosure(found: Disclosed) -> NewDisclosure:
    """What was disclosed; where tool and task are told apart, they say it all."""
    if found.answer == "none":
        return NewDisclosure(found.subject, "none")
    text = "" if found.tool and found.task else found.text
    return NewDisclosure(found.subject, "disclosed", text, found.tool, found.task, found.checked_by)
