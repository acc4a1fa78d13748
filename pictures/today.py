"""A picture as pages about somebody show it: with its newest file and today's facts, while it may be shown.

Its row comes as JSON within another query, so that a portrait or a logo costs a public page none of its own.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from pictures.models import Clearance, Logo, PictureFile, StoredFile
from pictures.printed_credit import credit_words
from prose.dates import day_of
from prose.periods import is_within


@dataclass(frozen=True)
class TodaysPicture:
    """A picture that may be shown. `widths`: those of its renditions, in pixels; `focus` in hundredths."""

    file: str
    width: int
    height: int
    file_format: str
    widths: tuple[int, ...]
    required_credit: str
    credit: str
    licence: str
    licence_url: str
    focus: tuple[int, int]
    description: str
    language: str
    may_be_passed_on: bool = False


def picture_row(picture: OuterRef) -> Subquery:
    """The row of a picture of an outer query, for `todays_picture`; NULL for none."""
    return Subquery(_files(picture).values(row=_ROW)[:1])


def logo_row(owner: str) -> Subquery:
    """The same of the logo of an institution or an outlet of the outer query. `owner`: which of the two."""
    logos = Logo.objects.filter(**{owner: OuterRef("pk")})
    return Subquery(logos.values(row=picture_row(OuterRef("picture")))[:1])


def todays_picture(row: Mapping[str, Any] | None, on: dt.date) -> TodaysPicture | None:
    """The picture in a row of `picture_row`; None if there is none, or nothing allows to show it on the day."""
    allowing = [each for each in row["clearances"] if _allows(each, on)] if row else []
    if not (row and allowing):
        return None
    licence = next((each for each in allowing if each["licence"]), None)
    return TodaysPicture(
        file=row["file"],
        width=row["width"],
        height=row["height"],
        file_format=row["format"],
        widths=tuple(row["widths"]),
        required_credit=row["credit"],
        credit=credit_words(row["credit"], row["creator"], row["source"]),
        licence=f"{licence['licence']} {licence['version']}".strip() if licence else "",
        licence_url=licence["url"] if licence else "",
        focus=(row["across"], row["down"]),
        description=row["description"],
        language=row["language"],
        may_be_passed_on=any(each["may_be_passed_on"] for each in allowing),
    )


def _allows(clearance: Mapping[str, Any], on: dt.date) -> bool:
    return is_within(on, day_of(clearance["from_on"]), day_of(clearance["until_on"]))


def _files(picture: OuterRef) -> QuerySet[PictureFile]:
    return PictureFile.objects.filter(picture=picture).order_by("-number")


_WIDTHS = StoredFile.objects.filter(file=OuterRef("pk"), is_master=False).order_by("width").distinct()
_CLEARANCES = Clearance.objects.for_everything().filter(picture=OuterRef("picture")).order_by("id")
_CLEARANCE = JSONObject(
    from_on="from_on",
    until_on="until_on",
    may_be_passed_on="may_be_passed_on",
    **{
        name: Coalesce(f"licence__merged_into__{field}", f"licence__{field}")
        for name, field in (("licence", "name"), ("version", "version"), ("url", "url"))
    },
)
_ROW = JSONObject(
    file="name",
    width="width",
    height="height",
    format="fallback_format",
    widths=ArraySubquery(_WIDTHS.values("width")),
    credit="picture__credit",
    creator="picture__creator",
    source="picture__source",
    across="picture__focus_across",
    down="picture__focus_down",
    description="picture__description",
    language="picture__language",
    clearances=ArraySubquery(_CLEARANCES.values(row=_CLEARANCE)),
)
