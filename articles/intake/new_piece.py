"""What will be made of a manuscript: plain values between recognition and the records, for a person to change."""

import datetime as dt
from dataclasses import dataclass

from articles.intake.found import Day, Ran, Recognition
from articles.intake.knowledge import Knowledge
from articles.intake.manuscript import as_html
from articles.intake.own_words import own_copyright_line
from prose.dates import Precision


class CannotTake(ValueError):
    """The manuscript lacks something only a person can give. Its text is a sentence."""


@dataclass(frozen=True)
class Credit:
    """One byline: a record's key, or a name alone."""

    name: str
    author: int | None = None
    role: str = "author"
    bio: str = ""
    courtesy: str = ""


@dataclass(frozen=True)
class Place:
    """One place it ran: a record's key, or a name alone; `site` is the outlet's own address, to offer."""

    name: str
    outlet: int | None = None
    article: str = ""
    relation: str = "original"
    published_on: dt.date | None = None
    precision: str = Precision.DAY
    url: str = ""
    site: str = ""


@dataclass(frozen=True)
class NewPiece:
    """A piece to be made; institution, kind and outlets by primary key. `pins`: (wording, own text or nothing)."""

    institution: int | None
    kind: int | None
    language: str
    headline: str
    dek: str
    body: str
    first_published_on: dt.date | None = None
    is_archive: bool = False
    copyright_line: str = ""
    credits: tuple[Credit, ...] = ()
    places: tuple[Place, ...] = ()
    pins: tuple[tuple[int, str], ...] = ()


def new_piece(found: Recognition, knowledge: Knowledge, *, is_archive: bool) -> NewPiece:
    """The piece as recognised. Where neither text nor desk says who publishes it or what it is, that stays open."""
    house = knowledge.institution(found.institution.value) if found.institution else None
    kind = knowledge.kind(found.kind.value) if found.kind else None
    if house is None:
        raise CannotTake(
            "The text does not say who publishes it, and the desk has no institution of its own."
        )
    if kind is None:
        raise CannotTake("The text does not say what kind of piece it is; name the content type.")
    return NewPiece(
        institution=house.key if house else None,
        kind=kind.key if kind else None,
        language=found.language.value if found.language else "en",
        headline=found.headline.value if found.headline else "",
        dek=found.dek.value if found.dek else "",
        body=as_html(found.body),
        first_published_on=found.published_on.value.on if found.published_on else None,
        is_archive=is_archive,
        copyright_line=own_copyright_line(found),
        credits=tuple(
            Credit(one.value.name, one.value.author, one.value.role, one.value.bio, one.value.courtesy)
            for one in found.people
        ),
        places=tuple(_place(one.value) for one in found.ran),
        pins=tuple((one.value.wording, one.value.own_text) for one in found.wordings),
    )


def required(piece: NewPiece) -> tuple[int, int]:
    """Institution and content type. Raises `CannotTake` where one is still open."""
    if piece.institution is None:
        raise CannotTake(
            "The text does not say who publishes it, and the desk has no institution of its own."
        )
    if piece.kind is None:
        raise CannotTake("The text does not say what kind of piece it is; name the content type.")
    return piece.institution, piece.kind


def _place(ran: Ran) -> Place:
    day = ran.day or Day(dt.date.min)
    return Place(
        name=ran.name,
        outlet=ran.outlet,
        article=ran.article,
        relation=ran.relation,
        published_on=ran.day.on if ran.day else None,
        precision=day.precision,
        url=ran.url,
        site=ran.site,
    )


def name_alone(place: Place) -> str:
    """An outlet without a record, called as the text calls it, its article with a capital."""
    if not place.article:
        return place.name
    gap = "" if place.article.endswith(("'", "’")) else " "
    return f"{place.article[:1].upper()}{place.article[1:]}{gap}{place.name}"
