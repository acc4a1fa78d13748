"""Template tag that says by which clock the desk's pages show their hours."""

from django import template
from django.utils import timezone

from prose.dates import zone_in_words

register = template.Library()


@register.simple_tag
def desk_time() -> str:
    """ "New York time", "UTC"."""
    return zone_in_words(timezone.get_current_timezone_name())
