"""The handler of every exception that no view and no middleware has answered."""

import sys

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.defaults import server_error as plain_page

from desk.unsaved.refusals import answer_trouble
from desk.unsaved.trouble import trouble_of


def server_error(request: HttpRequest) -> HttpResponseBase:
    """503 for trouble with the database outside of views, such as in sessions; else the page of a fault of ours."""
    trouble = trouble_of(sys.exception())
    return answer_trouble(request, trouble) if trouble else plain_page(request)
