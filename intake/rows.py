"""Rows of a manuscript made from recognised places and people."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from articles.manuscript_fields import APPEARANCES, BYLINES, ManuscriptField
from intake.findings import FoundPerson, FoundPlace
from prose.dates import Precision, known_day


def attributes(fields: Iterable[ManuscriptField], values: object) -> dict[str, Any]:
    """The model's attributes for those fields that `values` has a member for."""
    return {field.attribute: getattr(values, field.name) for field in fields if hasattr(values, field.name)}


def appearance_attributes(place: FoundPlace) -> dict[str, Any]:
    """A row says of every place which kind of work an excerpt would be of; a text says it only of excerpts."""
    return attributes(APPEARANCES.fields, replace(place, work=place.work or "book"))


def byline_attributes(person: FoundPerson) -> dict[str, Any]:
    """A person with a record needs no name of their own, unless the piece is to print it."""
    needs_none = person.author and not person.prints_name
    return attributes(BYLINES.fields, replace(person, name="") if needs_none else person)


def places_on_record(places: Iterable[FoundPlace]) -> tuple[FoundPlace, ...]:
    """Places as the desk records them; of several originals only the earliest keeps that relation.

    A place where the piece will run is planned and has no date there. Of originals with different days, those that
    are later ran it too.
    """
    recorded = tuple(_on_record(place) for place in places)
    originals = [place for place in recorded if place.is_original]
    days = {place.published_on for place in originals if place.published_on}
    if len(days) < 2:
        return recorded
    exact_days = [day for place in originals if (day := known_day(place.published_on, place.precision))]
    earliest = min(exact_days or days)
    return tuple(
        replace(place, relation="also")
        if place.is_original and place.published_on not in (None, earliest)
        else place
        for place in recorded
    )


def _on_record(place: FoundPlace) -> FoundPlace:
    recorded = replace(place, expert_role=place.expert_role or "wrote")
    if place.relation != "forthcoming":
        return recorded
    planned_on = place.published_on if place.precision is Precision.DAY else None
    return replace(recorded.on_day(None), planned_on=planned_on)
