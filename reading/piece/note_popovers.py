"""Endnotes on our own page: a mark opens its note beside it, by the platform's own popover and without a script.

Made when a page is drawn: editions, feeds and copies keep their links. The link stays in our page too, for browsers
without popovers and for paper; `notes.css` shows a browser one of both. The note stays in the list and is not written
twice: the list's own words are what pops up.
"""

import re

from prose.html.endnotes import PrintedBody
from reading.words.page_words import Words, words_for

_MARK = re.compile(
    r'<sup class="noteref"><a id="(?P<mark>[\w-]+)" href="#(?P<note>[\w-]+)" role="doc-noteref">'
    r"(?P<number>\d+)</a></sup>"
)
_NOTE = re.compile(
    r'(?P<item><li id="(?P<note>[\w-]+)"[^>]*>)(?P<words>.*?)(?P<backs>\s*<a class="backref".*?)</li>',
    re.DOTALL,
)


def with_popovers(body: str, endnotes: str, language: str) -> PrintedBody:
    """A printed body and its list of notes as our page in a language has them."""
    if not endnotes:
        return PrintedBody(body, endnotes)
    words = words_for(language)
    listed = {match["note"] for match in _NOTE.finditer(endnotes)}

    def mark(match: re.Match[str]) -> str:
        return _mark(match, words) if match["note"] in listed else match[0]

    return PrintedBody(_MARK.sub(mark, body), _NOTE.sub(lambda match: _note(match, words), endnotes))


def _mark(match: re.Match[str], words: Words) -> str:
    """The link, and the button that does its work where it can. What leads back leads to both."""
    number, note = match["number"], match["note"]
    # The number is drawn from the attribute: as text it would stand on the page twice for programs that read it.
    return (
        f'<sup class="noteref" id="{match["mark"]}" data-number="{number}">'
        f'<a href="#{note}" role="doc-noteref">{number}</a>'
        f'<button type="button" popovertarget="{note}-words" '
        f'aria-label="{words.fill("note_numbered", number=number)}"{words.marks}></button></sup>'
    )


def _note(match: re.Match[str], words: Words) -> str:
    target = f"{match['note']}-words"
    close = (
        f'<button class="close-note" type="button" popovertarget="{target}" popovertargetaction="hide" '
        f'aria-label="{words.by_name["close_note"]}"{words.marks}></button>'
    )
    note = f'<span class="note-words" id="{target}" popover>{close}{match["words"]}</span>'
    return f"{match['item']}{note}{match['backs']}</li>"
