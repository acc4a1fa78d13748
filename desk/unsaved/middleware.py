"""Middleware: no answer to an editor's form takes what was typed with it. Must be the innermost."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from desk.unsaved.guards import refusal_of
from desk.unsaved.in_place import as_answer, is_sent_by_script, refusal
from desk.unsaved.pages import GONE, NOTHING_SAVED, bring_back, kept_page, typed_in
from desk.unsaved.refusals import answer_guard, answer_trouble
from desk.unsaved.trouble import trouble_of
from desk.unsaved.typed import FIELD, Typed, is_look

Respond = Callable[[HttpRequest], HttpResponseBase]
CANNOT_CARRY_OUT = {
    400: "The desk could not read this form.",
    403: "Your account may not do this.",
    404: GONE,
    405: "This page takes no forms any more.",
    500: "Something went wrong here. The fault is ours and has been logged.",
}


class UnsavedMiddleware:
    """Brings typed fields back into their forms, and answers refused forms with what was typed."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method != "POST" or getattr(response, "holds_typed", False):
            return response
        if is_sent_by_script(request):
            return self._for_script(request, response)
        why = _why_not(request, response)
        if why and (typed := typed_in(request)):
            return kept_page(request, typed, f"{why} {NOTHING_SAVED}", response.status_code)
        return response

    def _for_script(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        why = _why_not(request, response)
        if why and not isinstance(response, JsonResponse):
            return refusal(f"{why} {NOTHING_SAVED}", response.status_code)
        return as_answer(response)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Show the form again for a POST that carries what was typed, once its sender is proven.

        A preview is drawn: it changes nothing.
        """
        if request.method != "POST" or FIELD not in request.POST:
            return None
        typed = Typed.sent_by(request)
        if typed and is_look(request):
            request.POST = typed.as_post()  # type: ignore[assignment]
            return None
        return bring_back(request, typed, "", 200) if typed else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer trouble with the database, and refusals of its guards. The view's transaction has ended."""
        if isinstance(exception, BadRequest):
            request.why_not = str(exception)  # type: ignore[attr-defined]  # Django's page would not say it
        if trouble := trouble_of(exception):
            return answer_trouble(request, trouble)
        guard = refusal_of(exception) if request.method == "POST" else None
        return answer_guard(request, guard) if guard else None

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        """Leave a page undrawn that the script only wants to know of."""
        return as_answer(response) if is_sent_by_script(request) else response


def _why_not(request: HttpRequest, response: HttpResponseBase) -> str | None:
    """Why a form was not carried out: in the words of the view, if it gave any; None for other responses."""
    usual = CANNOT_CARRY_OUT.get(response.status_code)
    return getattr(request, "why_not", "") or usual if usual else None
