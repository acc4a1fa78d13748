"""Scripts and styles of a form under the page's Content-Security-Policy."""

from typing import Any

from django import forms, template
from django.utils.safestring import SafeString
from js_asset import Media

register = template.Library()


@register.simple_tag(takes_context=True)
def prose_media(context: dict[str, Any], media: forms.Media | str) -> SafeString:
    """``{% prose_media media %}`` in place of ``{{ media }}``: the editor's import map is an inline script and needs
    the request's nonce. A page that has no media (a template's empty string) prints nothing.
    """
    if not isinstance(media, forms.Media):
        return SafeString("")
    nonce = ""
    if getattr(media, "_importmap", None) is not None:
        # It is lazy, and counts as false until it is read: str() reads it, and so puts it into the header.
        nonce = str(getattr(context.get("request"), "csp_nonce", ""))
    return SafeString(Media.from_media(media, nonce=nonce).render())
