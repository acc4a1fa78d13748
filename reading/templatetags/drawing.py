"""What templates need to draw printed fields."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from prose import printed_line
from prose.printed_line import PrintedLine

LONG = 120
"""Above so many characters a headline is read, not looked at: it is set smaller."""

register = template.Library()


@register.filter
def drawn(line: PrintedLine) -> SafeString:
    """A printed line as HTML, the same on pages, in feeds and in previews."""
    return mark_safe(printed_line.html(line))  # noqa: S308 - every part is escaped


@register.filter
def is_long(headline: str) -> bool:
    """Whether a headline is set smaller."""
    return len(headline) > LONG
