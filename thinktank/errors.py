"""The handlers of exceptions that no view and no middleware has answered."""

import errno
import logging
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.defaults import bad_request as page_of_bad_request
from django.views.defaults import server_error as plain_page

from desk.unsaved.faces import page_with_face
from desk.unsaved.in_place import is_sent_by_script, refusal
from desk.unsaved.refusals import answer_trouble
from desk.unsaved.trouble import trouble_of
from prose.limits import over_limit
from reading.errors import error_page, not_found
from reading.words.page_words import words_for
from thinktank.front.refusals import NO_ROOM_SECONDS, Refusal, no_room
from thinktank.front.sent_parts import sent_parts

log = logging.getLogger(__name__)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """503 for trouble with the database outside of views, such as in sessions, and for a disk without room for the
    files of a form; else the page of a fault of ours.
    """
    error = sys.exception()
    if trouble := trouble_of(error):
        return answer_trouble(request, trouble)
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return _no_room(request, no_room(error))
    return _with_its_house(request, 500, "fault") or plain_page(request)


def _no_room(request: HttpRequest, refused: Refusal) -> HttpResponseBase:
    if is_sent_by_script(request):
        page: HttpResponseBase = refusal(refused.in_place, refused.status)
    else:
        page = page_with_face(
            request, "no_room.html", "No room at the desk", refused.status, sentence=refused.on_a_page
        )
    page.headers["Retry-After"] = str(NO_ROOM_SECONDS)
    return page


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """The 403 page."""
    is_staff = bool(getattr(getattr(request, "user", None), "is_staff", False))
    return page_with_face(request, "403.html", "No access", 403, is_staff=is_staff)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """The 404 page."""
    return _at_the_desk(request, 404, "not_found") or not_found(request, exception)


def _at_the_desk(request: HttpRequest, status: int, title: str) -> HttpResponseBase | None:
    """An error page of the desk; None for another address. `title`: as for `error_page`."""
    home = reverse("admin:index")
    if not request.path.startswith(home):
        return None
    return page_with_face(request, f"{status}.html", words_for("en").by_name[title], status, back=home)


def _with_its_house(request: HttpRequest, status: int, title: str) -> HttpResponseBase | None:
    """An error page with the face of its house; None where the face fails too."""
    if page := _at_the_desk(request, status, title):
        return page
    try:
        return error_page(status, title, request.path)
    except Exception:
        log.exception("The page for status %s has no face", status)
        return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """413 with a sentence for a form that is over one of Django's limits; else the page of a bad request."""
    sentence = _limit_missed(request, exception)
    if is_sent_by_script(request):
        why, status = (sentence, 413) if sentence else (_why_bad(request), 400)
        return refusal(f"{why} Nothing has been saved.", status)
    if not sentence:
        return _with_its_house(request, 400, "bad_request") or page_of_bad_request(request, exception)
    return page_with_face(request, "413.html", "Too much for the desk", 413, sentence=sentence)


def _why_bad(request: HttpRequest) -> str:
    """The reason that the view gave for refusing the form, if it gave one (`desk.unsaved.middleware`)."""
    return getattr(request, "why_not", "") or "The desk could not read this form."


def _limit_missed(request: HttpRequest, exception: Exception) -> str:
    """The limit and by how much it was missed, as far as that is known; "" for another exception."""
    if isinstance(exception, RequestDataTooBig):
        size = int(request.META.get("CONTENT_LENGTH") or 0)
        return over_limit("A form without its files", settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0, size)
    if isinstance(exception, TooManyFieldsSent):
        return _too_many("fields", settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0, sent_parts(request)[0])
    if isinstance(exception, TooManyFilesSent):
        return _too_many("files", settings.DATA_UPLOAD_MAX_NUMBER_FILES or 0, sent_parts(request)[1])
    return ""


def _too_many(what: str, most: int, sent: int) -> str:
    return f"A form may have {most:,} {what}; this one has {f'{sent:,}' if sent else 'more'}."
