"""The answer to whoever wants to write on a desk that has no institution or no content type yet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from disclaimers.models import Institution, Kind

_ADMINISTRATOR = (
    "A piece is published by an institution, as one of its content types: say first which there are."
)
_OTHERS = (
    "A piece is published by an institution, as one of its content types, and there are none yet. "
    "An administrator makes them: on My desk, under First steps."
)


def before_the_first_piece(request: HttpRequest) -> HttpResponse | None:
    """A redirect with the reason, or None if a piece can be written."""
    if Institution.objects.exists() and Kind.objects.exists():
        return None
    is_administrator = bool(request.user.is_superuser)
    messages.warning(request, _ADMINISTRATOR if is_administrator else _OTHERS)
    return HttpResponseRedirect(reverse("admin:first_steps" if is_administrator else "admin:index"))
