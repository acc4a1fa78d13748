"""The admin site's door: it asks for a login without losing what was typed, and sessions last while they are used."""

import datetime as dt
from functools import wraps
from typing import Any, cast

from django.contrib.admin import AdminSite
from django.contrib.sessions.backends.base import UpdateError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from desk.unsaved.pages import COMES_ALONG, LOGGED_OUT, login_page, typed_in
from desk.unsaved.typed import FIELD, Typed

USED_ON = "used_on"  # key in a session: the day on which it was last prolonged


class KeepingSite(AdminSite):
    """AdminSite whose login page takes along the form that was sent without a login."""

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        protected = super().admin_view(view, cacheable)

        @wraps(protected)
        def at_the_door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if self.has_permission(request):
                prolong_session(request, timezone.now())
            elif typed := typed_in(request):
                return login_page(request, typed, LOGGED_OUT + COMES_ALONG)
            response: HttpResponseBase = protected(request, *args, **kwargs)
            return response

        return at_the_door

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        typed = Typed.carried_by(request)
        if (
            typed and "username" not in request.POST
        ):  # somebody else wants to log in: see the page with what was typed
            return cast("HttpResponse", login_page(request, typed, COMES_ALONG))
        context = {"typed": typed, "typed_field": FIELD, **(extra_context or {})}
        response = super().login(request, context)
        if not isinstance(response, HttpResponseRedirect):
            return response
        if request.method == "POST":
            prolong_session(request, timezone.now())
        return self._bring_back(request, typed) if typed else response

    def _bring_back(self, request: HttpRequest, typed: Typed) -> HttpResponse:
        """The page that sends what was typed on to its form. A redirect could not take it along."""
        request.current_app = self.name
        context = {"title": "You are logged in", "typed": typed, "typed_field": FIELD}
        return render(request, "unsaved/bring_back.html", {**self.each_context(request), **context})


def prolong_session(request: HttpRequest, at: dt.datetime) -> None:
    """Let the session last for another `SESSION_COOKIE_AGE`, once a day: a write for each request would be slow.

    A database that takes no changes keeps nobody from reading.
    """
    session, today = request.session, at.date().isoformat()
    if session.get(USED_ON) == today:
        return
    session[USED_ON] = today
    try:
        session.save()  # the middleware would answer a failure with 400
    except (UpdateError, DatabaseError):
        session.modified = False
