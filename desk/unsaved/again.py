"""A view's own page once more, with what was typed in its form; the request carries nothing out.

Views ask `prose.forms.unsaved.is_to_be_done` before they act. The transaction is read-only as well, so that a view
that forgets to ask cannot act on a request whose sender is not proven.
"""

from typing import Any, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils.datastructures import MultiValueDict

from desk.unsaved.typed import Typed, is_look
from prose.forms.unsaved import unsaved

SHOWS_THE_FORM = (200, 409)
CANNOT_SHOW = (
    *(Http404, PermissionDenied, SuspiciousOperation),  # the page is not for this user, or is gone
    *(DatabaseError, InterfaceError),  # the view writes, or the trouble goes on
)


def show_again(request: HttpRequest, typed: Typed, sentence: str) -> HttpResponseBase | None:
    """The page with the form as typed, drawn by the view of the request's address; None if the view cannot.

    A view that only shows what was typed cannot: its page is no form.
    """
    match = request.resolver_match
    if match is None or is_look(request):
        return None
    request.POST = cast("Any", typed.as_post())
    request._files = MultiValueDict()  # type: ignore[attr-defined]
    request.unsaved = with_lost_files(sentence, typed)  # type: ignore[attr-defined]
    request.csrf_processing_done = True  # type: ignore[attr-defined]  # nothing is carried out
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
            response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
            if isinstance(response, SimpleTemplateResponse):
                response = response.render()
    except CANNOT_SHOW:
        return None
    return response if response.status_code in SHOWS_THE_FORM else None


def with_lost_files(sentence: str, typed: Typed) -> str:
    """The sentence, and one about files: a page cannot give a file back to a form."""
    if not typed.files:
        return sentence
    names = ", ".join(f"“{name}”" for name in typed.files)
    return f"{sentence} Choose the file again: {names}."


class ShownAgain(admin.ModelAdmin):  # type: ignore[type-arg]
    """ModelAdmin whose add and change forms can be shown again unsaved, with the marks of what is wrong in them."""

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, *args, **kwargs)
        if not unsaved(request):
            return form
        # Never valid, so that the admin draws it and saves nothing.
        return type(form.__name__, (form,), {"is_valid": lambda self: False})

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> Any:
        """Answer a POST in its place: a redirect would lose what was typed."""
        if request.method == "POST":
            raise Http404
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[misc]
