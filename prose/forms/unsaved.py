"""Forms that are only shown again with what was typed: views ask here before they carry anything out."""

from django.http import HttpRequest


def is_to_be_done(request: HttpRequest) -> bool:
    """True for a POST that asks for something; False for a GET, and for a form that is only shown again."""
    return request.method == "POST" and not unsaved(request)


def unsaved(request: HttpRequest) -> str:
    """The sentence that says why a form is shown again; "" for every other request."""
    return getattr(request, "unsaved", "")
