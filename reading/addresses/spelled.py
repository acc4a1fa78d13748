"""Other spellings of a path: those under which this site may have the page that a reader asks for.

Capital letters, slashes missing or too many, "index.html" and ".html" at the end, and what a mail or a text left
behind an address.
"""

import re

MOST_CHARS = 500
_BEHIND = re.compile(r"[\s.,;:!?'\"’”»›)\]}>]+$")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)


def spellings(path: str) -> list[str]:
    """Spellings of a path other than its own, the nearest first; each starts with one slash."""
    if not path.startswith("/") or "\\" in path or len(path) > MOST_CHARS:
        return []
    plain = bare(path)
    forms = [form for each in (plain, plain.lower()) for form in (f"{each}/", each)]
    return [form for form in dict.fromkeys(form.replace("//", "/") for form in forms) if form != path]


def bare(path: str) -> str:
    """The path without what differs between spellings, but for capital letters: "//a/B.html/" -> "/a/B"."""
    while (shorter := _shorter(path)) != path:
        path = shorter
    return path


def _shorter(path: str) -> str:
    path = re.sub("/{2,}", "/", _BEHIND.sub("", path))
    path = _ENDING.sub("", _INDEX.sub("/", path))
    return path.rstrip("/") or "/"
