"""Uses of a picture: in pieces, as a portrait, as a logo."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from articles.models.edition import EditionPicture
from articles.models.uses.picture_use import PicturePlace, PictureUse
from authors.models import Author
from desk.library.pages import record_address
from desk.library.uses import UseRows, Uses
from pictures.models import Logo, Picture

ROWS = UseRows("picture", PictureUse.objects, EditionPicture.objects)


@dataclass(frozen=True)
class RecordUse:
    """A record whose portrait or logo a picture is: "portrait of Ida Quay"."""

    label: str
    address: str

    def __str__(self) -> str:
        return f"It is the {self.label}."


def uses_of(picture: Picture, user: Any, at: dt.datetime) -> Uses:
    """The pieces that use a picture now, or showed it once, and records whose portrait or logo it is."""
    rows = picture.uses.order_by("-place").values_list("article", "place")  # lead before figure
    places = ((article, str(PicturePlace(place).label).lower()) for article, place in rows)
    return Uses(*ROWS.in_pieces(picture, user, at, places), list(_records(picture)))


def _records(picture: Picture) -> Iterator[RecordUse]:
    logos = picture.logos.select_related("institution", "outlet")
    named: list[tuple[str, Any]] = [("portrait", author) for author in picture.portraits.all()]
    named += [("logo", logo.institution or logo.outlet) for logo in logos]
    for what, record in named:
        yield RecordUse(f"{what} of {record}", record_address(record))


def numbers_of_uses(pictures: Iterable[Picture]) -> dict[int, int]:
    """The number of pieces that use each picture, or showed it once, and of portraits and logos, in four queries."""
    pieces = ROWS.pieces_by_record(pictures)
    records = Counter[int]()
    for key in ("portraits", "logos"):
        records.update(
            Picture.objects.filter(pk__in=pieces, **{f"{key}__isnull": False}).values_list("pk", flat=True)
        )
    return {key: len(found) + records[key] for key, found in pieces.items()}


def in_use() -> Q:
    """Condition for pictures that a piece uses, or showed once, and for portraits and logos."""
    logo = Exists(Logo.objects.filter(picture=OuterRef("pk")))
    return ROWS.in_use() | Q(logo) | Q(Exists(Author.objects.filter(portrait=OuterRef("pk"))))
