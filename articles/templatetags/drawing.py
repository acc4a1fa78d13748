"""What templates need to draw printed fields."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.runs import Line, Run

LONG = 120
"""Above so many characters a headline is read, not looked at: it is set smaller."""

register = template.Library()


@register.filter
def drawn(line: Line) -> SafeString:
    """A printed line as HTML, the same on pages, in feeds and in previews."""
    return mark_safe("".join(_run(run) for run in line))  # noqa: S308 - every part is escaped


@register.filter
def is_long(headline: str) -> bool:
    """Whether a headline is set smaller."""
    return len(headline) > LONG


def _run(run: Run) -> str:
    text = escape(run["text"])
    if href := run.get("href"):
        facts = {"href": href, "hreflang": run.get("hreflang"), "title": run.get("title")}
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in facts.items() if value)
        return f"<a{attributes}>{text}</a>"
    if "datetime" in run:
        return f'<time datetime="{escape(run["datetime"])}">{text}</time>'
    return text
