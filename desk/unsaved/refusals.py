"""Answers to a failed CSRF check, to trouble with the database, and to a refusal of one of its guards."""

import structlog
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse

from desk.unsaved.again import show_again
from desk.unsaved.faces import page_from_memory, page_with_face
from desk.unsaved.guards import GuardRefusal
from desk.unsaved.in_place import is_sent_by_script, refusal
from desk.unsaved.pages import (
    COMES_ALONG,
    LOGGED_OUT,
    bring_back,
    holding_typed,
    kept_page,
    login_page,
    typed_in,
)
from desk.unsaved.trouble import Trouble
from desk.unsaved.typed import Typed, is_from_own_page
from reading.faces.last import last_face
from reading.page import Head, draw
from reading.words.page_words import words_for

NOTHING_CHANGED = "Nothing has been changed."
STANDS = "What you typed stands in the form again: save it in a while."
NO_COOKIE = "The login could not be read: this page had grown old, or your browser keeps no cookies. Log in once more."


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """The view of `settings.CSRF_FAILURE_VIEW`. A form from a page of another site is refused and not shown again."""
    if not is_from_own_page(request) or not request.path.startswith(reverse("admin:index")):
        return _not_sent(request)
    is_logged_in = admin.site.has_permission(request)
    if request.path == reverse("admin:login"):
        return login_page(request, Typed.carried_by(request), NO_COOKIE)
    if not is_logged_in:
        return login_page(request, typed_in(request), LOGGED_OUT + COMES_ALONG)
    sentence = f"The login of your browser has changed: you are {request.user.get_username()} now."
    if is_sent_by_script(request):
        return refusal(f"{sentence} Nothing has been saved yet. Save again.", 403, **_renewal(request))
    typed = typed_in(request)
    return bring_back(request, typed, sentence, 403) if typed else _not_sent(request)


def _not_sent(request: HttpRequest) -> HttpResponse:
    return page_with_face(request, "403_csrf.html", "Not sent", 403)


def _renewal(request: HttpRequest) -> dict[str, str]:
    """The token that the page needs now, and for whom: for its own account the script sends the form again."""
    return {"token": get_token(request), "account": str(request.user.pk)}


def answer_trouble(request: HttpRequest, trouble: Trouble) -> HttpResponseBase:
    """503 with Retry-After: the form with what was typed, a page that holds it, or for readers a plain sentence."""
    structlog.contextvars.bind_contextvars(trouble=trouble.name)  # in the request's one line of the log
    response = _trouble_page(request, trouble)
    response.status_code = 503
    response.headers["Retry-After"] = str(trouble.retry_after)
    response.headers["Cache-Control"] = "no-store"
    return response


def _trouble_page(request: HttpRequest, trouble: Trouble) -> HttpResponseBase:
    sentence = f"{trouble.sentence} {trouble.outcome}"
    if is_sent_by_script(request):
        return refusal(sentence, 503)
    typed = typed_in(request)
    if typed is None and request.path.startswith(reverse("admin:index")):
        return _opens_itself(request, trouble)
    if typed is None:
        return _back_soon(request.path, trouble)
    if trouble.can_read and (shown := show_again(request, typed, f"{sentence} {STANDS}")):
        return holding_typed(shown)
    return kept_page(request, typed, sentence, 503, is_trouble=True)


def _opens_itself(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """The page for whoever opens a page of the desk: it opens that page again once the desk answers.

    Not by itself after a form without typed words, a login or a deletion: that would send it once more.
    """
    title = words_for("en").by_name["back_soon"]
    address = request.get_full_path()
    is_read = request.method in ("GET", "HEAD")
    sentence = trouble.sentence if is_read else f"{trouble.sentence} {trouble.outcome}"
    context = {"sentence": sentence, "address": address, "opens_itself": is_read}
    return page_from_memory("unsaved/back_soon.html", title, 503, **context)


def _back_soon(path: str, trouble: Trouble) -> HttpResponse:
    """The page for whoever only reads, with the last known face of its address; it makes no query."""
    site, language = last_face(path)
    words = words_for(language)
    if site is None:
        return HttpResponse(render_to_string("503.html", {"trouble": trouble, "say": words.by_name}))
    head = Head(title=words.by_name["back_soon"], language=language)
    return HttpResponse(draw("503.html", site=site, head=head, trouble=trouble))


def answer_guard(request: HttpRequest, refused: GuardRefusal) -> HttpResponseBase:
    """409 with the guard's sentence: the form with what was typed; a page that says so where nothing was typed."""
    structlog.contextvars.bind_contextvars(guard=refused.guard)  # in the request's one line of the log
    if is_sent_by_script(request):
        return refusal(f"{refused.sentence} {NOTHING_CHANGED}", 409)
    if typed := typed_in(request):
        return bring_back(request, typed, refused.sentence, 409)
    context = {"refused": refused, "address": request.path}
    return page_with_face(request, "unsaved/guarded.html", "Nothing has been changed", 409, **context)
