"""What feeds, social media and search engines show of an edition, in the words that its page gives them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from articles.addresses import absolute
from articles.models.edition import Edition
from prose.languages import direction
from prose.words import beginning
from reading.cards.keeping import card_words, drawn, has_card
from reading.feeds.channel import FeedItem
from reading.piece.head import description_of

TITLE_IN_A_SEARCH, DESCRIPTION_IN_A_SEARCH = 60, 155
TITLE_ON_A_CARD, DESCRIPTION_ON_A_CARD = 70, 110
"""Characters that programs of others show at least; they say nothing exact, and change it now and then."""


@dataclass(frozen=True)
class Cut:
    """A text and how much of it is shown: `shown` is all of it, or its beginning."""

    text: str
    limit: int

    @property
    def length(self) -> int:
        return len(self.text)

    @property
    def is_cut(self) -> bool:
        return self.length > self.limit

    @property
    def shown(self) -> str:
        return beginning(self.text, self.limit)


@dataclass(frozen=True)
class LinkLook:
    """A link to the page as others show it."""

    title: Cut
    description: Cut
    site: str
    address: str


def on_a_card(edition: Edition, headline: str) -> LinkLook:
    return _link(edition, headline, TITLE_ON_A_CARD, DESCRIPTION_ON_A_CARD)


def in_a_search(edition: Edition, headline: str) -> LinkLook:
    return _link(edition, headline, TITLE_IN_A_SEARCH, DESCRIPTION_IN_A_SEARCH)


def _link(edition: Edition, headline: str, title: int, description: int) -> LinkLook:
    address = absolute(edition.permalink.path)
    return LinkLook(
        Cut(headline, title), Cut(description_of(edition), description), urlsplit(address).netloc, address
    )


def where_indexed(edition: Edition) -> str:
    """A sentence where search engines do not list our page; "" if they may."""
    match edition.search_policy:
        case "noindex":
            return "Search engines are told not to list this page."
        case "canonical":
            return f"Search engines are told to list this page in its place: {edition.printed['canonical']}"
    return ""


def feed_document(item: FeedItem) -> str:
    """An item in a document of its own, without a style sheet: a feed reader brings its own."""
    language = item.language
    return (
        f'<!doctype html><html lang="{language}" dir="{direction(language)}"><meta charset="utf-8">'
        f'<meta name="color-scheme" content="light dark"><title>…</title>{item.content}'
    )


def drawn_card(edition: Edition) -> bytes:
    """The share card as PNG; b"" where the lead picture stands for it."""
    return drawn(card_words(edition)) if has_card(edition) else b""
