"""Frames around parts of a body on our own page: tables that scroll, embeds that may be loaded."""

import re

from prose.html.targets.embeds import with_frames
from reading.piece.number_columns import with_number_columns
from reading.words.page_words import words_for

_TABLE = re.compile("<table.*?</table>", re.DOTALL)
_BARE_LINK = re.compile(r'<a (href="(?:https?://)?([^"]+?)/?"[^>]*>(?:https?://)?\2/?</a>)')


def framed_body(body: str, language: str) -> str:
    """A printed body as our own page in a language has it."""
    words = words_for(language)
    return with_frames(
        with_table_frames(_with_numbers(with_bare_links(body))),
        lambda name: words.fill("load_from", name=name),
    )


def _with_numbers(body: str) -> str:
    """The body with the columns of numbers of its tables marked."""
    return _TABLE.sub(lambda table: with_number_columns(table[0]), body)


def with_table_frames(body: str) -> str:
    """The body with each table in a frame that scrolls, by keyboard too, when the table is wider than the page."""
    opening = r'<div class="table-frame" tabindex="0" role="group"><table\1>'
    return re.sub(r'<table( dir="\w+")?>', opening, body).replace("</table>", "</table></div>")


def with_bare_links(words: str) -> str:
    """The words with a class on each link that shows its own address: paper does not print that once more."""
    return _BARE_LINK.sub(r'<a class="bare" \1', words)
