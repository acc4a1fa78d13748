"""Content-Security-Policy of public pages and the admin."""

from functools import cache
from typing import Any

from csp.constants import HEADER, NONCE, NONE, SELF
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from prose.html.targets.embeds import PROVIDERS

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # Only the import map of the admin's body editor uses the nonce.
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        # What a reader of an embed asks for; nothing of these sites is loaded before.
        "frame-src": [SELF, *(provider.host for provider in PROVIDERS)],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        # The publish page shows its preview in a frame of the same origin.
        "frame-ancestors": [SELF],
    }
}


class PolicyMiddleware(CSPMiddleware):  # type: ignore[misc]  # the library carries no types
    """django-csp's middleware, with the policy built once for all responses that use no nonce.

    The library builds two policies for every response.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        has_own = any(name.startswith("_csp") for name in vars(response))
        if has_own or getattr(request, "_csp_nonce", None) is not None:
            with_header: HttpResponseBase = super().process_response(request, response)
            return with_header
        response.headers.setdefault(HEADER, _policy_without_nonce())
        return response


@cache
def _policy_without_nonce() -> str:
    return str(build_policy())
