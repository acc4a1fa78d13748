"""The one Content-Security-Policy, for readers' pages and the admin alike."""

from functools import cache
from typing import Any

from csp.constants import HEADER, NONCE, NONE, SELF
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest
from django.http.response import HttpResponseBase

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # A nonce is printed only where a page asks for one: the import map of the admin's body editor.
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        # The publish page shows its preview in a frame of the same origin.
        "frame-ancestors": [SELF],
    }
}


class PolicyMiddleware(CSPMiddleware):  # type: ignore[misc]  # the library carries no types
    """The library writes two policies down for every response. Without a nonce ours has always the same words."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        has_own = any(name.startswith("_csp") for name in vars(response))
        if has_own or getattr(request, "_csp_nonce", None) is not None:
            answered: HttpResponseBase = super().process_response(request, response)
            return answered
        response.headers.setdefault(HEADER, _without_nonce())
        return response


@cache
def _without_nonce() -> str:
    return str(build_policy())
