"""The pictures of an edition, drawn: the lead picture, and the figures in its body."""

from html import escape
from typing import Any

from articles.models.edition import Edition
from prose.html.figures import Figure, with_figures
from reading.pictures.doors import ON_THE_PAGE, PictureDoor
from reading.pictures.drawing import ShownPicture, figure_html
from reading.pictures.places import BY_CLASS, COLUMN, IN_LIST, ON_TOP, WIDE, PlaceOnPage
from reading.pictures.printed import PrintedPicture, printed_picture, printed_pictures

CROP_IN_LISTS = "3:2"
AT_ONCE = 3
"""Pictures of a list that are loaded at once: those in the window."""


def lead_picture(edition: Edition) -> ShownPicture | None:
    """The lead picture of a piece; None if its edition shows none."""
    lead = edition.printed.get("lead", {})
    picture = printed_pictures(edition).get(lead["picture"]) if lead else None
    if picture is None:
        return None
    caption = escape(lead["caption"], quote=False)
    return ShownPicture(picture, lead["alt"], caption, lead["crop"], WIDE, is_lead=True, is_first=True)


def with_listed_pictures(rows: list[dict[str, Any]], *, is_front: bool = False) -> None:
    """Give each row of a list its lead picture as HTML, cropped alike and with its credit; "" for one without.

    `is_front`: the first piece has a larger one. Those in the window are loaded at once.
    """
    for at, row in enumerate(rows):
        place = ON_TOP if is_front and at == 0 else IN_LIST
        row["figure"] = _listed(row, place, is_first=at < AT_ONCE) if row["picture"] else ""


def _listed(row: dict[str, Any], place: PlaceOnPage, *, is_first: bool) -> str:
    picture = printed_picture(row["picture"])
    picture = picture.only_up_to(place.pixels) if place.pixels else picture
    shown = ShownPicture(picture, row["lead"]["alt"], crop=CROP_IN_LISTS, place=place, is_first=is_first)
    return figure_html(shown, row["language"], ON_THE_PAGE)


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
