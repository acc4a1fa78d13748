"""The pictures of an edition, drawn: the lead picture, and the figures in its body."""

from html import escape

from articles.models.edition import Edition
from prose.html.figures import Figure, with_figures
from reading.pictures.doors import PictureDoor
from reading.pictures.drawing import ShownPicture, figure_html
from reading.pictures.places import BY_CLASS, COLUMN, WIDE
from reading.pictures.printed import PrintedPicture, printed_pictures


def lead_picture(edition: Edition) -> ShownPicture | None:
    """The lead picture of a piece; None if its edition shows none."""
    lead = edition.printed.get("lead", {})
    picture = printed_pictures(edition).get(lead["picture"]) if lead else None
    if picture is None:
        return None
    caption = escape(lead["caption"], quote=False)
    return ShownPicture(picture, lead["alt"], caption, lead["crop"], WIDE, is_lead=True, is_first=True)


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
