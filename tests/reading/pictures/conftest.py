"""Pieces with pictures."""

from tests.factories import ArticleFactory


def piece_with(*pictures, lead=None, **facts):
    """A piece with figures, and perhaps a lead picture, whose text alternatives are written."""
    figures = "".join(
        f'<figure data-picture="{picture.uuid}"><img alt="Cranes"><figcaption>At noon.</figcaption></figure>'
        for picture in pictures
    )
    named = {"lead_picture": lead, "lead_alt": "A port at night"} if lead else {}
    body = f"<p>Ships came in.</p>{figures}<p>Ships went out.</p>"
    return ArticleFactory(
        **{"body": body, "headline": "The Harbour Wakes", "slug": "harbour"} | named | facts
    )
