"""The handlers of exceptions that no view and no middleware has answered."""

import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.defaults import bad_request as page_of_bad_request
from django.views.defaults import server_error as plain_page

from desk.unsaved.in_place import is_sent_by_script, refusal
from desk.unsaved.refusals import answer_trouble
from desk.unsaved.trouble import trouble_of
from prose.limits import over_limit


def server_error(request: HttpRequest) -> HttpResponseBase:
    """503 for trouble with the database outside of views, such as in sessions; else the page of a fault of ours."""
    trouble = trouble_of(sys.exception())
    return answer_trouble(request, trouble) if trouble else plain_page(request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """413 with a sentence for a form that is over one of Django's limits; else the page of a bad request."""
    sentence = _limit_missed(request, exception)
    if not sentence:
        return page_of_bad_request(request, exception)
    if is_sent_by_script(request):
        return refusal(f"{sentence} Nothing has been saved.", 413)
    return render(request, "413.html", {"sentence": sentence}, status=413)


def _limit_missed(request: HttpRequest, exception: Exception) -> str:
    """The limit and by how much it was missed, as far as that is known; "" for another exception."""
    if isinstance(exception, RequestDataTooBig):
        size = int(request.META.get("CONTENT_LENGTH") or 0)
        return over_limit("A form without its files", settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0, size)
    if isinstance(exception, TooManyFieldsSent):
        most, sent = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0, _number_of_fields(request)
        return f"A form may have {most:,} fields; this one has {f'{sent:,}' if sent else 'more'}."
    if isinstance(exception, TooManyFilesSent):
        return f"A form may have {settings.DATA_UPLOAD_MAX_NUMBER_FILES} files; this one has more."
    return ""


def _number_of_fields(request: HttpRequest) -> int:
    """Number of fields of a form without files; 0 if it is not known, because the form was read only so far."""
    return request.body.count(b"&") + 1 if hasattr(request, "_body") else 0
