"""The address of a share card."""

import datetime as dt
import uuid

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse

from articles.models.edition import Edition
from reading.cards.keeping import MOST_SECONDS, TooBusy, card_words, drawn, has_card
from reading.files.lasting import cache_control, seconds_left
from reading.public_view import public_view

_COLUMNS = ("uuid", "form", "language", "kicker", "headline", "byline", "printed", "live_until")


@public_view
def card(request: HttpRequest, at: dt.datetime, piece: uuid.UUID, words: str) -> HttpResponse:
    """The card of the edition that readers get now; at an address of earlier words too, which other sites may keep."""
    live = Edition.objects.live(at).filter(article__uuid=piece).only(*_COLUMNS)
    edition = live.annotate(kept=F("card__content")).first()
    if edition is None or not has_card(edition):
        raise Http404
    try:
        content = bytes(edition.kept or drawn(card_words(edition), MOST_SECONDS))  # type: ignore[attr-defined]
    except TooBusy:
        return HttpResponse(status=503, headers={"Retry-After": "10", "Cache-Control": "no-store"})
    lasting = {"Cache-Control": cache_control(seconds_left(at, edition.live_until))}
    return HttpResponse(content, content_type="image/png", headers=lasting)
