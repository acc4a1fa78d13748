"""What answers a form that was not carried out: the form again, the login page, or a page with what was typed.

The page with what was typed makes no query, so that it can be drawn while the database is away.
"""

import copy
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.urls import reverse

from desk.unsaved.again import show_again, with_lost_files
from desk.unsaved.faces import page_from_memory
from desk.unsaved.in_place import is_sent_by_script, refusal
from desk.unsaved.readable import readable_fields
from desk.unsaved.typed import FIELD, Typed, is_look

NOTHING_SAVED = "Nothing has been saved."
NOT_SAVED = "Nothing has been saved yet: what you typed stands in the form again."
LOGGED_OUT = "You are not logged in any more, and nothing has been saved yet. "
COMES_ALONG = "Log in: what you typed comes with you."
STANDS_HERE = "Log in in another tab, come back, and press the same button again."
GONE = "The page of this form is gone, or your account may not open it."


def typed_in(request: HttpRequest) -> Typed | None:
    """What an editor typed into the form that this request sends; None if it sends none, or nothing readable."""
    try:
        typed = Typed.sent_by(request)
    except BadRequest:
        return None
    return typed if typed and typed.fields else None


def bring_back(request: HttpRequest, typed: Typed, why: str, status: int) -> HttpResponseBase:
    """The form with what was typed in it; the page with what was typed if the form cannot be drawn for this user.

    `why`: a sentence, or empty.
    """
    request.is_brought_back = not why and not typed.files  # type: ignore[attr-defined]  # good news, in a calm note
    if shown := show_again(request, typed, f"{why} {NOT_SAVED}".lstrip()):
        shown.status_code = status
        return holding_typed(shown)
    sentence = f"{why} {NOTHING_SAVED}".lstrip()
    if is_look(request):  # never a form
        return kept_page(request, typed, sentence, status)
    return kept_page(request, typed, f"{sentence} {GONE}", 403)


def login_page(request: HttpRequest, typed: Typed | None, sentence: str) -> HttpResponseBase:
    """The login page in the place of an editor's form; what was typed travels in it."""
    address = typed.address if typed else request.get_full_path()
    login = f"{reverse('admin:login')}?{urlencode({REDIRECT_FIELD_NAME: address})}"
    if is_sent_by_script(request):
        return refusal(LOGGED_OUT + STANDS_HERE, 403, login=login)
    opened = copy.copy(request)
    opened.method = "GET"
    opened.GET = QueryDict(urlencode({REDIRECT_FIELD_NAME: address}))
    opened.POST = QueryDict()
    opened.user = AnonymousUser()
    context = {"app_path": login, "typed": typed, "typed_field": FIELD, "unsaved": sentence}
    page: Any = admin.site.login(opened, context)
    page.status_code = 403
    return holding_typed(page)


def kept_page(
    request: HttpRequest, typed: Typed, sentence: str, status: int, *, is_trouble: bool = False
) -> HttpResponse:
    """The page that holds what was typed, to be read, copied, or brought back into its form by a button."""
    context = {
        "sentence": with_lost_files(sentence, typed),
        "typed": typed,
        "typed_field": FIELD,
        "fields": readable_fields(typed),
        "login": None if is_trouble else reverse("admin:login"),
        "csrf_token": get_token(request),
    }
    page = page_from_memory("unsaved/kept.html", "Not saved", status, **context)
    page.headers["Cache-Control"] = "no-store"
    holding_typed(page)
    return page


def holding_typed(response: HttpResponseBase) -> HttpResponseBase:
    """Mark a response of 400 and above as one that gives back what was typed."""
    response.holds_typed = True  # type: ignore[attr-defined]
    return response
