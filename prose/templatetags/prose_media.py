"""Template tag for the scripts and styles of a form under the Content-Security-Policy."""

from typing import Any

from django import forms, template
from django.utils.safestring import SafeString
from js_asset import Media

register = template.Library()


@register.simple_tag(takes_context=True)
def prose_media(context: dict[str, Any], media: forms.Media | str) -> SafeString:
    """``{% prose_media media %}`` instead of ``{{ media }}``: adds the nonce to the editor's inline import map.

    Prints nothing for a page without media (an empty string in the template).
    """
    if not isinstance(media, forms.Media):
        return SafeString("")
    nonce = ""
    if getattr(media, "_importmap", None) is not None:
        # The nonce is lazy: str() creates it, and only then the middleware adds it to the header.
        nonce = str(getattr(context.get("request"), "csp_nonce", ""))
    return SafeString(Media.from_media(media, nonce=nonce).render())
