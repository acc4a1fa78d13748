"""Words of a page that are not in the language, or run against the direction, that their element states.

A reader's browser chooses voice, hyphens, quotation marks and order of the letters by `lang` and `dir`. So each word
must be of a script in which the stated language is written, and English stand nowhere under another Latin language.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from lxml import html

_SCRIPTS = {
    "en": ("LATIN",),
    "fr": ("LATIN",),
    "de": ("LATIN",),
    "ru": ("CYRILLIC",),
    "ar": ("ARABIC",),
    "ko": ("HANGUL", "CJK"),
    "he": ("HEBREW",),
    "tr": ("LATIN",),
    "ja": ("HIRAGANA", "KATAKANA", "CJK"),
}
_RIGHT_TO_LEFT = ("ARABIC", "HEBREW")
_ALIKE = frozenset("RSS HTML CC BY ND NC SA AI PDF".split())
"""Signs that every language writes so."""
_NO_WORDS = re.compile(r"\S+@\S+|https?://\S+|urn:\S+|/[\w./-]+")
_WORD = re.compile(r"[^\W\d_]+")
_READ_ALOUD = ("title", "alt", "aria-label", "placeholder")
_SILENT = {"script", "style", "textarea"}
_ENGLISH = frozenset(
    "the of and to is was by from this that with more not you your about our it for here all latest errors error"
    " report write republish piece pieces permissions newest older skip nothing how see copy look looks".split()
)


class Stranger(NamedTuple):
    """A word in the wrong place: `stated` is the language or the direction that its element states."""

    word: str
    stated: str
    text: str


def strangers(page: html.HtmlElement, language: str) -> list[Stranger]:
    """The words of a page, or of a part of one in `language`, whose language or direction is stated wrongly."""
    return [stranger for element in page.iter() for stranger in _of(element, language)]


def _of(element: html.HtmlElement, language: str) -> Iterator[Stranger]:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    own = [element.text, *(element.get(name) for name in _READ_ALOUD)]
    for text in filter(None, own):
        yield from _in(text, element, language)
    for child in element:
        if child.tail:
            yield from _in(child.tail, element, language)


def _in(text: str, element: html.HtmlElement, language: str) -> Iterator[Stranger]:
    stated = _inherited(element, "lang") or language
    direction = _inherited(element, "dir") or "ltr"
    for word in _WORD.findall(_NO_WORDS.sub(" ", text)):
        if word in _ALIKE or stated.startswith("und-"):  # of such words only the script is known
            continue
        if not _is_written_in(word, stated):
            yield Stranger(word, stated, text.strip())
        elif direction not in ("auto", _direction(word)):
            yield Stranger(word, direction, text.strip())


def _inherited(element: html.HtmlElement, attribute: str) -> str:
    """The nearest value of `lang` or `dir` from an element upwards; a `dir` of a parent goes on below it."""
    for each in (element, *element.iterancestors()):
        if value := each.get(attribute):
            return str(value)
    return ""


def _is_written_in(word: str, language: str) -> bool:
    base = language.split("-")[0]
    scripts = {unicodedata.name(letter, "").split()[0] for letter in word if letter.isalpha()}
    if base in _SCRIPTS and not scripts <= set(_SCRIPTS[base]):
        return False
    return base == "en" or word.lower() not in _ENGLISH


def _direction(word: str) -> str:
    return "rtl" if unicodedata.name(word[0], "").startswith(_RIGHT_TO_LEFT) else "ltr"
