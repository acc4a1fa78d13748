"""Answers to the desk's script that sends forms: JSON, so that the page with the text in it stays where it is.

{"go": "/admin/…"}      carried out: the address to go to (a redirect would use up the message for the user)
{"show": true}          not carried out, and the page says why: the script lets the browser send the form
{"sentence": "…", …}    with a status of 400 and above: what to tell the user
"""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase, HttpResponseRedirectBase

HEADER = "Sent-By"  # a page of another site cannot set it
SCRIPT = "script"


class InPlace(JsonResponse):
    """JSON in the place of a page that is not drawn."""

    def render(self) -> "InPlace":
        """Django renders what stands in the place of a template response."""
        return self


def is_sent_by_script(request: HttpRequest) -> bool:
    return request.method == "POST" and request.headers.get(HEADER) == SCRIPT


def as_answer(response: HttpResponseBase) -> HttpResponseBase:
    """The answer for a page: where it leads, or that it is to be shown. Others stay, as does a view's own JSON."""
    if isinstance(response, JsonResponse):
        return response
    if isinstance(response, HttpResponseRedirectBase):
        return _with_cookies(InPlace({"go": response.url}), response)
    if response.status_code < 400 or response.status_code == 409:
        return _with_cookies(InPlace({"show": True}), response)
    return response


def refusal(sentence: str, status: int, **more: Any) -> InPlace:
    return InPlace({"sentence": sentence, **more}, status=status)


def _with_cookies(answer: InPlace, response: HttpResponseBase) -> InPlace:
    answer.cookies = response.cookies
    return answer
