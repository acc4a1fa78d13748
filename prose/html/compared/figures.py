"""Figures as lines of words, for the desk's pages that compare bodies or show an earlier one."""

from collections.abc import Iterable, Iterator

from prose.html.figures import Figure
from prose.html.inline import TextRun
from prose.html.tokens import BlockStart, Step, Token, figure_in, lines, raw_html_of, tokens_of
from prose.words import parts_of

_LINE = BlockStart((Step('<p class="compared-figure">', begins=True),))
_WIDTHS = {"": "as wide as the text", "wide": "wide", "full": "as wide as the page"}


def in_words(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens of a body with a line for each figure: "Picture: its caption [its text alternative; wide; 16:9]"."""
    for start, runs in lines(tokens):
        if figure := figure_in(start.path[-1].tag):
            yield _LINE
            yield TextRun((), element=f'<span data-picture="{figure.uuid}">Picture</span>')
            yield from _words(": " if runs else "")
            yield from runs
            yield from _words(f" [{'; '.join(_choices(figure))}]")
        else:
            yield start
            yield from runs


def with_figures_in_words(html: str) -> str:
    """A cleaned body for a page of the desk, with a line of words in the place of each figure."""
    return raw_html_of(in_words(tokens_of(html))) if "<figure" in html else html


def _choices(figure: Figure) -> Iterator[str]:
    if figure.alt is None:
        yield "no text alternative yet"
    else:
        yield f"text alternative: {figure.alt}" if figure.alt else "decorative"
    yield _WIDTHS[figure.width]
    yield figure.crop or "uncropped"


def _words(text: str) -> Iterator[TextRun]:
    return (TextRun((), part) for part in parts_of(text))
