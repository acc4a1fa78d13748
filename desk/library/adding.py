"""The page on which files are added: each is stored at once; its facts are looked after on its own page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from desk.library.pages import record_address, user_of
from desk.library.receiving import NO_FILE, Received, Reception, receive, usual_house
from disclaimers.lineage import is_limited, open_to
from disclaimers.models import Institution
from prose.forms.unsaved import is_to_be_done
from prose.limits import megabytes
from prose.quotation_marks import in_quotes

IN_ROWS = "in_rows"
"""Field by which the page's script asks for the rows of what it sent, and for no page around them."""
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
class AddingPage:
    """The page of one shelf. `row`: what it says of a file; `rows`: the template of such rows.

    `intro`, `kinds`, `what_goes`: its sentences. `accept`: endings or media types, as an <input> takes them.
    """

    reception: Reception
    title: str
    label: str
    intro: str
    kinds: str
    what_goes: str
    accept: str
    rows: str
    row: Callable[[Received, User], Any]


def add_files(request: HttpRequest, page: AddingPage) -> HttpResponse:
    """Show the page, or take the files that were sent."""
    shelf = page.reception.shelf
    user = user_of(request, shelf.may("add"))
    form = ChosenHouse(user, request.POST if is_to_be_done(request) else None)
    received: list[Received] = []
    problem = ""
    if is_to_be_done(request) and form.is_valid():
        house = form.cleaned_data["house"] if "house" in form.fields else usual_house(user)
        received = _received(request, page.reception, house, user)
        problem = "" if received else NO_FILE
    rows = [page.row(each, user) for each in received]
    if IN_ROWS in request.POST and not form.errors:
        return JsonResponse({"rows": render_to_string(page.rows, {"rows": rows, "problem": problem})})
    if len(received) == 1 and received[0].is_new:
        messages.success(request, f"{in_quotes(received[0].record)} {READ_IT_OVER}")
        return HttpResponseRedirect(record_address(received[0].record))
    context = {
        "form": form,
        "rows": rows,
        "problem": problem,
        "page": page,
        "most_megabytes": megabytes(page.reception.max_bytes),
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    }
    return shelf.draw(request, "admin/library/add_form.html", context, title=page.title)


def _received(
    request: HttpRequest, reception: Reception, house: Institution | None, user: User
) -> list[Received]:
    """The files that were sent, in their order, each with its record or its refusal."""
    files = [file for name in request.FILES for file in request.FILES.getlist(name)]
    at = timezone.now()
    return [receive(reception, file, house=house, by=user, at=at) for file in files]
