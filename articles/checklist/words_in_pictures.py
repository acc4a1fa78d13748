"""Check of the words that a picture itself shows: a chart's title, a sign. Who cannot read them there must get them."""

import re
from collections.abc import Iterable

from pictures.models import Picture
from prose.languages import serves
from prose.quotation_marks import in_quotes
from prose.text_language.recognition import language_of_text, language_to_mark
from prose.typography import clean_line

_WORD = re.compile(r"\w+")
_MOST_SHOWN = 80  # characters of the words in a sentence


def unsaid_words(picture: Picture, beside: Iterable[str], language: str) -> tuple[str, str] | None:
    """Code and end of a sentence about the words that a picture shows in a piece; None if nothing is to be said.

    `beside`: for each of its uses, the text alternative and the caption.
    """
    shown = clean_line(picture.shown_words)
    if not shown:
        return None
    quoted = in_quotes(shown, _MOST_SHOWN)
    own = language_of_text(shown) or language_to_mark(shown, language)
    if own and not serves(own, language):
        end = (
            f"shows words that seem to be in another language than the piece: {quoted}. "
            "See that the text alternative or the caption says what they mean."
        )
        return "foreign_words_in_picture", end
    lines = [each for each in map(_bare, picture.shown_words.splitlines()) if each]
    if all(line in _bare(words) for words in beside for line in lines):
        return None
    return "words_in_picture", (
        f"shows the words {quoted}. Neither its text alternative nor its caption has them all: who cannot see it does "
        "not get them."
    )


def _bare(text: str) -> str:
    """The words of a text without its signs and capitals."""
    return " ".join(_WORD.findall(text.casefold()))
