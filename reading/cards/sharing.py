"""The share card as the picture of a link, for pages without a lead picture."""

from articles.addresses import absolute
from articles.models.edition import Edition
from reading.cards.drawing import HEIGHT, WIDTH
from reading.cards.keeping import card_path, card_words
from reading.pictures.sharing import SharedPicture


def shared_card(edition: Edition) -> SharedPicture | None:
    """The card of an edition, stored or a proof; None if it has none."""
    path = card_path(edition)
    if not path:
        return None
    words = card_words(edition)
    return SharedPicture(
        address=absolute(path),
        media_type="image/png",
        width=WIDTH,
        height=HEIGHT,
        alt=" · ".join(filter(None, (words.headline, words.byline))),
        credit="",
        licence="",
        licence_name="",
    )
