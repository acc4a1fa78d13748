"""Read a source of any kind with the reader for it."""

import re
from dataclasses import replace
from html import unescape
from pathlib import PurePath

from intake.patterns import Pattern
from intake.sources.characters import decode
from intake.sources.from_html import MAX_PAGE_CHARS, read_html
from intake.sources.from_markdown import is_markdown, read_markdown
from intake.sources.from_saved_page import read_mht, read_zip
from intake.sources.from_text import read_text
from intake.sources.from_word import read_word
from intake.sources.manuscript import CannotRead, Manuscript, refuse_too_long

_HTML = Pattern(
    r"\s*<(?:!doctype html|html|head|body|article|section|main|div|p|h[1-6]|ul|ol|table|blockquote|aside|pre|meta|b"
    r"|span)\b",
    re.IGNORECASE,
)
_PLAIN_PARAGRAPHS = Pattern(r"\s*(?:<p>(?:[^<]|<br\s*/?>)*</p>\s*)+")
_TAGS = Pattern(r"</?(?:p|br)\s*/?>")
_FIRST_HEADING = Pattern(r"\s*<(h[2-4])>(.{1,600}?)</\1>", re.DOTALL)
_WORD = ".docx"
_OTHER_FILES = {
    ".doc": "Open it in Word and save it as .docx.",
    ".rtf": "Open it in a word processor and save it as .docx.",
    ".odt": "Open it in LibreOffice and save it as .docx.",
    ".pages": "Open it in Pages and export it as .docx.",
    ".pdf": "Ask for the text as .docx, or copy it from the page.",
}


def read_file(name: str, content: bytes, *, refuses: bool = False) -> Manuscript:
    """The manuscript in a file, by the ending of its name. Raises `CannotRead` with a sentence.

    `refuses`: changes that a Word file tracks are refused, not taken.
    """
    ending = PurePath(name).suffix.lower()
    if refuses and ending == _WORD:
        return read_word(content, refuses=True)
    if ending in _READERS:
        return _READERS[ending](content)
    advice = _OTHER_FILES.get(ending, "")
    raise CannotRead(
        f"Only .txt, .md, .html, .mht, .zip and .docx are read; this file ends in “{ending or 'nothing'}”. "
        f"{advice}".rstrip()
    )


def read_pasted(text: str) -> Manuscript:
    """The manuscript in a pasted text: plain, Markdown, HTML, or any of them in the paragraphs of the body editor."""
    # A longer text is refused below, which a look at each of its letters would only delay.
    if len(text) <= MAX_PAGE_CHARS and _PLAIN_PARAGRAPHS.fullmatch(text):
        text = unescape(_TAGS.sub(_line_ends, text)).replace("\xa0", " ")
    return read_html(_with_title(text)) if _HTML.match(text) else _read_plain(text)


def _line_ends(tag: re.Match[str]) -> str:
    return {"</p>": "\n\n", "<p>": ""}.get(tag[0].lower(), "\n")


def _with_title(html: str) -> str:
    """A heading with which a pasted text begins is its headline, of whatever level it was made."""
    first = _FIRST_HEADING.match(html)
    if not first or "<h1" in html:
        return html
    return f"<h1>{first[2]}</h1>{html[first.end() :]}"


def _read_text_file(content: bytes) -> Manuscript:
    decoded = decode(content)
    manuscript = _read_plain(decoded.text)
    return replace(
        manuscript,
        remarks=(*decoded.remarks, *manuscript.remarks),
        doubts=(*decoded.doubts, *manuscript.doubts),
    )


def _read_plain(text: str) -> Manuscript:
    refuse_too_long(text)
    return read_markdown(text) if is_markdown(text) else read_text(text)


_READERS = {
    ".txt": _read_text_file,
    ".text": _read_text_file,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mht": read_mht,
    ".mhtml": read_mht,
    ".zip": read_zip,
    _WORD: read_word,
}
