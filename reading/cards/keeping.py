"""Share cards of editions: their words, their addresses, and the worker's job of drawing and keeping them.

A page is linked to as soon as it is out, and a request for a page writes nothing. So a card that the worker has not
drawn, or no longer draws because the page is old, is drawn for the request and kept in memory for a while.
"""

import datetime as dt
import logging
from functools import lru_cache
from hashlib import blake2b
from threading import Lock

from django.db import transaction
from django.db.models import Exists, OuterRef

from articles.models.edition import Edition
from articles.models.edition_card import EditionCard
from articles.states import LISTED
from pictures.worker.jobs import ReadsClock
from reading.cards.drawing import CardWords, draw_card
from reading.pictures.figures import lead_picture

log = logging.getLogger(__name__)
NEW_FOR = dt.timedelta(days=90)
"""Age up to which the worker draws the cards of editions; hardly anybody shares an older page."""
CARDS_IN_MEMORY = 64
MOST_SECONDS = 3.0
"""Time for which a request waits for its turn: one card takes a tenth of a second."""

_ONE_AT_A_TIME = Lock()  # fonts are for one thread, and cards may not take every core from pages


class TooBusy(Exception):
    """So many cards are being drawn that this one would take too long."""


def card_path(edition: Edition) -> str:
    """Where an edition's card is; empty if it has none. Another address for other words: sites keep what they fetched.

    The edition may be an unsaved proof: a preview has the address of the page that it is of.
    """
    if not has_card(edition):
        return ""
    words = repr(card_words(edition)).encode()
    return f"/cards/{edition.uuid}/{blake2b(words, digest_size=8).hexdigest()}.png"


def has_card(edition: Edition) -> bool:
    """True for a piece or retraction without a lead picture."""
    return edition.form in LISTED and lead_picture(edition) is None


def card_words(edition: Edition) -> CardWords:
    """The words of a card, as printed: of a retracted piece with the words that it is."""
    return CardWords(
        language=edition.language,
        house=edition.printed["records"].get("institution_name", ""),
        kicker=edition.kicker,
        headline=edition.headline,
        byline=edition.byline,
    )


def drawn(words: CardWords, most_seconds: float = -1) -> bytes:
    """The card for these words. Raises TooBusy after waiting so many seconds for others; -1: no limit."""
    if not _ONE_AT_A_TIME.acquire(timeout=most_seconds):
        raise TooBusy
    try:
        return _drawn(words)
    finally:
        _ONE_AT_A_TIME.release()


@transaction.atomic
def draw_one(clock: ReadsClock) -> bool:
    """Draw and keep the card of one new edition, live or coming; False if all have theirs.

    Any number of workers may run. Cards of the piece's ended editions go.
    """
    at = clock()
    without = ~Exists(EditionCard.objects.filter(edition=OuterRef("pk")))
    waiting = (
        Edition.objects.not_ended(at).filter(without, live_from__gte=at - NEW_FOR).order_by("-live_from")
    )
    edition = waiting.select_for_update(skip_locked=True, no_key=True).first()
    if edition is None:
        return False
    content = drawn(card_words(edition)) if has_card(edition) else b""
    EditionCard.objects.filter(edition__article=edition.article_id, edition__live_until__lte=at).delete()
    EditionCard.objects.create(edition=edition, content=content, drawn_at=at)
    return True


@lru_cache(CARDS_IN_MEMORY)
def _drawn(words: CardWords) -> bytes:
    """The card; if drawing fails, one without words, so that it is not tried again and again."""
    try:
        return draw_card(words)
    except (OSError, ValueError):
        log.exception("This share card could not be drawn: %r", words)
        return draw_card(CardWords(words.language))
