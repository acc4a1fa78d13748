"""The colour of a house as a style sheet: readable on the light and on the dark paper, whatever colour it is.

A page asks for the sheet by the colour itself, "/colours/1d4a5c.css", so that it may be kept for good.
"""

import datetime as dt
import re
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse

from reading.public_view import public_view

CONTRAST = 7.0
"""Contrast of text with its ground at level AAA (WCAG 2.2, 1.4.6)."""
LIGHT_PAPER, DARK_PAPER = "#f5f1e8", "#1e2125"
"""The grounds of tokens.css against which a colour of text has the least contrast: `--paper-raised`."""
_STEPS = 100
Channels = tuple[float, float, float]


@public_view
def colours(request: HttpRequest, at: dt.datetime, colour: str) -> HttpResponse:
    """The style sheet of a colour of six hexadecimal digits, in small letters: there is one address for each."""
    if not re.fullmatch("[0-9a-f]{6}", colour):
        raise Http404
    lasting = {"Cache-Control": "public, max-age=31536000, immutable"}
    return HttpResponse(colour_sheet(f"#{colour}"), content_type="text/css; charset=utf-8", headers=lasting)


@lru_cache(maxsize=256)
def colour_sheet(colour: str) -> str:
    """Custom properties for a colour like "#1d4a5c", moved towards the ink until it can be read."""
    light, dark = readable_on(LIGHT_PAPER, colour), readable_on(DARK_PAPER, colour)
    return (
        f":root {{ --accent: {light}; --house: {colour}; }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
    )


def readable_on(paper: str, colour: str) -> str:
    """The colour itself, or the nearest mixture with black (on light paper) or white that has enough contrast."""
    ground, own = _channels(paper), _channels(colour)
    end: Channels = (0, 0, 0) if _luminance(ground) > 0.5 else (255, 255, 255)
    for step in range(_STEPS + 1):
        mixed = tuple(a + (b - a) * step / _STEPS for a, b in zip(own, end, strict=True))
        found = "#" + "".join(f"{round(channel):02x}" for channel in mixed)
        if contrast(paper, found) >= CONTRAST:
            return found
    return "#000000" if end == (0, 0, 0) else "#ffffff"


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(_channels(one)), _luminance(_channels(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> Channels:
    red, green, blue = (float(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue


def _luminance(channels: Channels) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = (channel / 255 for channel in channels)
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
