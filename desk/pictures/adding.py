"""The page "Add pictures": files first. Each is stored at once; its facts are looked after on its own page."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from desk.pictures.alike import Alike, alike_ones
from desk.pictures.list import Card, cards_of
from desk.pictures.pages import draw_about, picture_address, user_of
from desk.pictures.receiving import NO_FILE, Received, receive, usual_house
from disclaimers.lineage import is_limited, open_to
from disclaimers.models import Institution
from pictures.files.check import FORMATS, MAX_BYTES
from prose.forms.unsaved import is_to_be_done
from prose.limits import megabytes
from prose.quotation_marks import in_quotes

IN_ROWS = "in_rows"
"""Field by which the page's script asks for the rows of what it sent, as JSON and with no page around them."""
ACCEPT = ",".join(f"image/{name.lower()}" for name in FORMATS)
READ_IT_OVER = (
    "is in the library. What its file says of it stands in the form: read it over, and add what is missing."
)


class ChosenHouse(forms.Form):
    """The house of what is added; there is nothing to choose for who works for one."""

    house = forms.ModelChoiceField(
        Institution.objects.none(),
        required=False,
        label="For the house",
        empty_label="Every house",
        help_text="It can be changed later.",
    )

    def __init__(self, user: User, posted: Any) -> None:
        super().__init__(posted, label_suffix="", initial={"house": usual_house(user)})
        field: Any = self.fields["house"]
        field.queryset = open_to(user).order_by("pk")
        field.label_from_instance = lambda house: house.short_label
        if is_limited(user):
            field.required, field.empty_label = True, None
        if field.queryset.count() < 2:
            del self.fields["house"]


@dataclass(frozen=True)
class ReceivedRow:
    """What the page says of a file: the card of its picture, and others that look like it."""

    received: Received
    card: Card | None
    alike: list[Alike]


def add_pictures(request: HttpRequest) -> HttpResponse:
    """Show the page, or take the files that were sent."""
    user = user_of(request, "pictures.add_picture")
    form = ChosenHouse(user, request.POST if is_to_be_done(request) else None)
    rows: list[ReceivedRow] = []
    problem = ""
    if is_to_be_done(request) and form.is_valid():
        house = form.cleaned_data["house"] if "house" in form.fields else usual_house(user)
        rows = [_row(each, user) for each in _received(request, house, user, timezone.now())]
        problem = "" if rows else NO_FILE
    if IN_ROWS in request.POST and not form.errors:
        received = {"rows": rows, "problem": problem}
        return JsonResponse({"rows": render_to_string("admin/pictures/picture/_received.html", received)})
    if len(rows) == 1 and (picture := rows[0].received.picture) and rows[0].received.is_new:
        messages.success(request, f"{in_quotes(picture)} {READ_IT_OVER}")
        return HttpResponseRedirect(picture_address(picture))
    context = {
        "form": form,
        "rows": rows,
        "problem": problem,
        "accept": ACCEPT,
        "most_megabytes": megabytes(MAX_BYTES),
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return draw_about(request, "add_form", context, title="Add pictures")


def _received(request: HttpRequest, house: Institution | None, user: User, at: dt.datetime) -> list[Received]:
    """What became of each file, in their order."""
    files = [file for name in request.FILES for file in request.FILES.getlist(name)]
    return [receive(file, house=house, by=user, at=at) for file in files]


def _row(received: Received, user: User) -> ReceivedRow:
    if received.picture is None:
        return ReceivedRow(received, None, [])
    [card] = cards_of([received.picture])
    return ReceivedRow(received, card, alike_ones(received.picture, user) if received.is_new else [])
