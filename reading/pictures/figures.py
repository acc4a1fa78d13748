"""The pictures of an edition, drawn: the lead picture, and the figures in its body."""

from collections.abc import Sequence
from html import escape
from typing import Any

from articles.models.edition import Edition
from prose.html.figures import Figure, with_figures
from reading.pictures.doors import ON_THE_PAGE, PictureDoor
from reading.pictures.drawing import ShownPicture, figure_html
from reading.pictures.places import (
    BY_CLASS,
    COLUMN,
    FRONT_CARD,
    FRONT_LEAD,
    IN_LIST,
    ON_TOP,
    WIDE,
    PlaceOnPage,
)
from reading.pictures.printed import PrintedPicture, printed_picture, printed_pictures

CROP_IN_LISTS = "3:2"
AT_ONCE = 3
"""Pictures of a list that are loaded at once: those in the window."""
COLUMNS, BESIDE_THE_LEAD = 3, 3
"""The grid of an arranged front page (front.css): its columns, and the pieces beside the lead."""


def lead_picture(edition: Edition) -> ShownPicture | None:
    """The lead picture of a piece; None if its edition shows none."""
    lead = edition.printed.get("lead", {})
    picture = printed_pictures(edition).get(lead["picture"]) if lead else None
    if picture is None:
        return None
    caption = escape(lead["caption"], quote=False)
    return ShownPicture(picture, lead["alt"], caption, lead["crop"], WIDE, is_lead=True, is_first=True)


def with_listed_pictures(
    rows: list[dict[str, Any]], *, is_front: bool = False, door: PictureDoor = ON_THE_PAGE
) -> None:
    """Give each row of a list its lead picture as HTML, cropped alike and with its credit; "" for one without.

    `is_front`: the first piece has a larger one. Those in the window are loaded at once.
    """
    for at, row in enumerate(rows):
        place = ON_TOP if is_front and at == 0 else IN_LIST
        row["figure"] = _listed(row, place, is_first=at < AT_ONCE, door=door) if row["picture"] else ""


def with_front_pictures(rows: Sequence[dict[str, Any]], door: PictureDoor, *, is_top: bool) -> None:
    """Give each row of a section of a front page its lead picture; the first one's is large where it has the room.

    `is_top`: the section is the first. Beside the lead stand three pieces without pictures.
    """
    is_wide = is_top or len(rows) % COLUMNS != 0
    for at, row in enumerate(rows):
        place = FRONT_LEAD if is_wide and at == 0 else FRONT_CARD
        is_beside = is_top and 0 < at <= BESIDE_THE_LEAD
        is_bare = is_beside or not row["picture"]
        row["figure"] = "" if is_bare else _listed(row, place, is_first=is_top and at == 0, door=door)


def _listed(row: dict[str, Any], place: PlaceOnPage, *, is_first: bool, door: PictureDoor) -> str:
    picture = printed_picture(row["picture"])
    picture = picture.only_up_to(place.pixels) if place.pixels else picture
    shown = ShownPicture(picture, row["lead"]["alt"], crop=CROP_IN_LISTS, place=place, is_first=is_first)
    return figure_html(shown, row["language"], door)


def lead_html(edition: Edition, door: PictureDoor) -> str:
    """The lead picture as HTML; "" without one, or where it may not go."""
    lead = lead_picture(edition)
    return figure_html(lead, edition.language, door) if lead else ""


def with_pictures(body: str, edition: Edition, door: PictureDoor) -> str:
    """The body of an edition, or a part of it, with its figures drawn.

    One whose picture may not be shown at this door is left out, caption and all. The first picture of a page is loaded
    at once, the others when a reader comes near.
    """
    if "<figure" not in body:
        return body
    pictures, has_lead = printed_pictures(edition), lead_picture(edition) is not None
    drawn: list[str] = []

    def draw(figure: Figure) -> str:
        picture = pictures.get(figure.uuid)
        shown = _shown(figure, picture, is_first=not (has_lead or drawn)) if picture else None
        html = figure_html(shown, edition.language, door) if shown else ""
        if html:
            drawn.append(html)
        return html

    return with_figures(body, draw)


def _shown(figure: Figure, picture: PrintedPicture, *, is_first: bool) -> ShownPicture:
    place = BY_CLASS.get(figure.width, COLUMN)
    return ShownPicture(picture, figure.alt or "", figure.caption_html, figure.crop, place, is_first=is_first)
