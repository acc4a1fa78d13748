"""Programs, styles and pictures inside the source of a page: on many sites most of its length and none of its words."""

import re
from collections.abc import Iterator

from intake.patterns import Pattern

_KEPT = Pattern(r"<script\b[^>]{0,300}ld\+json", re.IGNORECASE)  # what the page says of itself
_PICTURE = Pattern(r"data:[\w/+.-]{3,60};base64,[A-Za-z0-9+/=]{200,}")


def without_programs(source: str) -> str:
    """The source without scripts, styles and pictures written into it; its lines keep their numbers."""
    return _PICTURE.sub("data:,", "".join(_outside(source)))


def _outside(source: str) -> Iterator[str]:
    """The parts outside of these elements, and a line break for each inside. An element without an end is kept."""
    lower, place = source.lower(), 0
    if len(lower) != len(source):  # a letter that is two in lower case: positions would differ
        lower = source
    while (start := _next(lower, place)) >= 0:
        name = "script" if lower.startswith("<script", start) else "style"
        opened, end = lower.find(">", start), lower.find(f"</{name}", start)
        if opened < 0 or end < 0:
            break
        if _KEPT.match(source, start):
            yield source[place:end]
        else:
            yield source[place : opened + 1]
            yield "\n" * source.count("\n", opened, end)
        place = end
    yield source[place:]


def _next(lower: str, place: int) -> int:
    """Where the next script or style begins; -1 where none does."""
    starts = [at for name in ("<script", "<style") if (at := lower.find(name, place)) >= 0]
    return min(starts, default=-1)
