"""Template filter for text in another language than its page's."""

from django import template
from django.utils.safestring import SafeString

from prose import languages

register = template.Library()


@register.filter
def marks(language: str, around: str) -> SafeString:
    """Attributes `lang` and `dir` of an element in a language, inside text in another; "" if they are the same."""
    return languages.marks(language, around)
