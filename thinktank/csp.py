"""The one Content-Security-Policy, for readers' pages and the admin alike."""

from typing import Any

from csp.constants import NONCE, NONE, SELF

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
