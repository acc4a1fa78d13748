"""A copy of a piece as one web page that stands on its own: no styles, no scripts, its pictures inside it."""

from base64 import b64encode
from html import escape

from django.template.loader import render_to_string

from desk.export.piece import ExportedPiece
from intake.sources.own_copies import NO_PICTURE
from prose.html.directions import with_directions
from prose.html.endnotes import print_body
from prose.html.figures import Figure, with_figures

CONTENT_TYPE = "text/html; charset=utf-8"


def web_page(piece: ExportedPiece) -> str:
    """The piece as HTML: headline, dek, bylines, the text, and its notes in order."""
    printed = print_body(piece.body)
    body = with_figures(with_directions(printed.body, piece.direction), lambda figure: _figure(figure, piece))
    endnotes = with_directions(printed.endnotes, piece.direction)
    return render_to_string("export/web_page.html", {"piece": piece, "body": body, "endnotes": endnotes})


def _figure(figure: Figure, piece: ExportedPiece) -> str:
    caption = f"<figcaption>{figure.caption_html}</figcaption>" if figure.caption_html else ""
    picture = piece.pictures.get(figure.uuid)
    if picture is None:
        return f"<figure><p>{NO_PICTURE}</p>{caption}</figure>"
    address = f"data:image/{picture.ending};base64,{b64encode(picture.content).decode()}"
    alt = "" if figure.alt is None else f' alt="{escape(figure.alt)}"'
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<figure><img src="{address}"{alt} {size}>{caption}</figure>'
