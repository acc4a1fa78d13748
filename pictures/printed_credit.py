"""Credit and licence of a picture, as they are printed beside it: on pages, in the library, in the body's editor."""

from prose.printed_line import PrintedLine, words
from prose.text_language.recognition import language_to_mark


def credit_words(credit: str, creator: str, source: str) -> str:
    """The required credit word for word; without one "creator/source", each once; "" if nothing is on record."""
    return credit or "/".join(filter(None, dict.fromkeys((creator, source))))


def on_page(name: str, language: str, *, href: str = "") -> PrintedLine:
    """A credit or a licence's name on a page in a language: no record says its own, so its letters tell."""
    return words(name, language_to_mark(name, language), href=href)
