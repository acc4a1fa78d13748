"""Read a source of any kind with the reader for it."""

import re
from pathlib import PurePath

from intake.patterns import Pattern
from intake.sources.from_html import read_html
from intake.sources.from_text import read_text
from intake.sources.from_word import read_word
from intake.sources.manuscript import CannotRead, Manuscript

_READERS = {".txt": read_text, ".text": read_text, ".html": read_html, ".htm": read_html, ".docx": read_word}
_LOOKS_LIKE_HTML = Pattern(
    r"\s*<(!doctype html|html|head|body|article|main|div|p|h1|h2|meta)\b", re.IGNORECASE
)


def read_file(name: str, content: bytes) -> Manuscript:
    """The manuscript in a file, by the ending of its name. Raises `CannotRead` with a sentence."""
    ending = PurePath(name).suffix.lower()
    if ending not in _READERS:
        raise CannotRead(f"Only .txt, .html and .docx are read; this file ends in “{ending or 'nothing'}”.")
    return _READERS[ending](content)


def read_pasted(text: str) -> Manuscript:
    """The manuscript in a pasted text, which may be the HTML of a web page."""
    return read_html(text) if _LOOKS_LIKE_HTML.match(text) else read_text(text)
