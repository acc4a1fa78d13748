"""Template filters for printed fields."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from prose import printed_line
from prose.html.directions import direction_of
from prose.printed_line import PrintedLine

LONG = 120
"""Headlines with more characters are set in a smaller size."""

register = template.Library()


@register.filter
def html(line: PrintedLine) -> SafeString:
    """A printed line as HTML."""
    return mark_safe(printed_line.html(line))  # noqa: S308 - every part is escaped


@register.filter
def is_long(headline: str) -> bool:
    """True if a headline is set in the smaller size."""
    return len(headline) > LONG


@register.filter
def own_direction(text: str, base: str) -> SafeString:
    """The `dir` attribute of a line whose letters mostly run against `base`, the direction of the piece; else ""."""
    own = direction_of(text, base)
    return SafeString(f' dir="{own}"' if own else "")
