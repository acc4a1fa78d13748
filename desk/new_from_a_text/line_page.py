"""The page of a text that is in line to be read, was stopped, or could not be read. It needs no script."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import ordinal
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from desk.models import BroughtText
from desk.new_from_a_text.limits import READ_SECONDS, STOPPED
from desk.new_from_a_text.line import place_in_line
from desk.pages import DeskPage, draw
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.html.text import plain_text

REFRESH_SECONDS = 2
Stage = BroughtText.Stage


def draw_line(
    request: HttpRequest, text: BroughtText, start: str = "", title: str = "New from a text"
) -> HttpResponse:
    """Where the text stands. While it is in line, the page looks again: by script in place, without one as a whole.

    `start`: the address of the page on which another text is brought; "" for that of "New from a text".
    """
    context: dict[str, Any] = {
        "text": text,
        "start": start or DeskPage.INTAKE.address(),
        "standing": _standing(text),
        "most_seconds": READ_SECONDS,
        "seconds": _seconds(text),
        "refresh_seconds": REFRESH_SECONDS,
        "pasted": _words(bytes(text.content).decode()) if not (text.is_in_line or text.file_name) else "",
    }
    return draw(request, "admin/articles/intake/line.html", context, title=title)


def _words(pasted: str) -> str:
    """A pasted text as it is given back: without markup, if it has any, its notes at the end."""
    if not pasted.startswith("<"):
        return pasted
    try:
        return plain_text(clean_html(pasted), notes=True)
    except ProseError:
        return pasted


def _standing(text: BroughtText) -> str:
    """Where the text stands, in words."""
    if text.state == Stage.BEING_READ:
        return _step(text)
    if text.state == Stage.WAITING:
        place = place_in_line(text)
        return "Next in line." if place == 1 else f"{ordinal(place)} in line."
    return STOPPED if text.state == Stage.STOPPED else text.refusal


def _step(text: BroughtText) -> str:
    """What is being read: the text, or which of its pictures."""
    pictures = text.pictures.aggregate(all=Count("pk"), read=Count("pk", filter=Q(content=None)))
    if not pictures["all"]:
        return "Being read."
    return f"Being read: picture {min(pictures['read'] + 1, pictures['all'])} of {pictures['all']}."


def _seconds(text: BroughtText) -> int:
    """Whole seconds since reading began."""
    if text.state != Stage.BEING_READ or text.begun_at is None:
        return 0
    return min(int((timezone.now() - text.begun_at).total_seconds()), READ_SECONDS)
