"""Template filters for printed fields."""

import unicodedata
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from prose import printed_line
from prose.html.directions import direction_of
from prose.printed_line import PrintedLine

LONGISH, LONG = 70, 120
"""Headlines with more characters are set smaller, and smaller still. An ideograph is as wide as two letters."""

register = template.Library()


@register.filter
def html(line: PrintedLine | str) -> SafeString:
    """A printed line, or a plain text, as HTML."""
    return mark_safe(escape(line) if isinstance(line, str) else printed_line.html(line))  # noqa: S308 - escaped


@register.filter
def language_attributes(language: str) -> SafeString:
    """The attributes of words in another language than the page; nothing for the page's own."""
    return mark_safe(printed_line.language_attributes(language))  # noqa: S308 - escaped there


@register.filter
def length_class(words: PrintedLine | str) -> str:
    """The class that sets a headline or a name in a smaller size, with a space before it; "" for a short one."""
    text = words if isinstance(words, str) else printed_line.text(words)
    wide = 0 if text.isascii() else sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    width = len(text) + wide
    return " long" if width > LONG else " longish" if width > LONGISH else ""


@register.filter
def own_direction(text: str, base: str) -> SafeString:
    """The `dir` attribute of a line whose letters mostly run against `base`, the direction of the piece; else ""."""
    own = direction_of(text, base)
    return SafeString(f' dir="{own}"' if own else "")
