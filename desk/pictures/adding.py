"""The page "Add pictures"."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse

from desk.library.adding import AddingPage, add_files
from desk.library.receiving import Received
from desk.pictures.alike import Alike, alike_ones
from desk.pictures.list import Card, cards_of
from desk.pictures.receiving import RECEPTION
from pictures.files.check import FORMATS

ACCEPT = ",".join(f"image/{name.lower()}" for name in FORMATS)


@dataclass(frozen=True)
class ReceivedRow:
    """What the page says of a file: the card of its picture, and others that look like it."""

    received: Received
    card: Card | None
    alike: list[Alike]


def add_pictures(request: HttpRequest) -> HttpResponse:
    """Show the page, or take the files that were sent."""
    return add_files(request, PAGE)


def _row(received: Received, user: User) -> ReceivedRow:
    if received.record is None:
        return ReceivedRow(received, None, [])
    [card] = cards_of([received.record])
    return ReceivedRow(received, card, alike_ones(received.record, user) if received.is_new else [])


PAGE = AddingPage(
    RECEPTION,
    title="Add pictures",
    label="Pictures",
    intro="Choose photos or drawings, or drop them here. Each is kept at once; its credit and its permission come "
    "next, on its own page.",
    kinds="JPEG, PNG, WebP, AVIF or GIF, of up to 50 megapixels",
    what_goes="Where it was taken and with which camera is not kept.",
    accept=ACCEPT,
    rows="admin/pictures/picture/_received.html",
    row=_row,
)
