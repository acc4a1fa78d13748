"""A body as a flat sequence of tokens: the starts of its blocks, and the words in them with their marks.

Any sequence of tokens is a body again, so bodies can be compared and merged word by word without breaking their HTML:
a word knows its marks (bold, link), and the start of a block knows the lists, quotes and table cells around it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from prose.html.allowed import CELLS, LISTS, NOTE
from prose.html.clean import clean_html
from prose.html.figures import Figure, figure_of, figures_in
from prose.html.inline import BREAK, TextRun, name_of, runs_html
from prose.html.tree import Element, inner_html, parse
from prose.words import parts_of, weight

CONTAINERS = frozenset({"blockquote", "aside", "li", "table", "tbody", "tr"}) | LISTS | CELLS
_ATTRIBUTES = (
    "class",
    "data-embed",
    "start",
    "type",
    "colspan",
    "rowspan",
    "scope",
    "href",
    "title",
    "hreflang",
)


@dataclass(frozen=True)
class Step:
    """An element around a block. `begins`: the block is the first in it."""

    tag: str
    begins: bool


@dataclass(frozen=True)
class BlockStart:
    """Start of a block: the elements around it from the outside in, the block itself last."""

    path: tuple[Step, ...]

    @property
    def name(self) -> str:
        return name_of(self.path[-1].tag)


Token = TextRun | BlockStart
PARAGRAPH = BlockStart((Step("<p>", True),))


def tokens_of(html: str) -> list[Token]:
    """The tokens of a cleaned body."""
    tokens: list[Token] = []
    opened: list[Element] = []
    for block, around in _blocks(parse(html), []):
        path = [*around, block]
        shared = next(
            (i for i, pair in enumerate(zip(path, opened, strict=False)) if pair[0] is not pair[1]), 0
        )
        tokens.append(BlockStart(tuple(Step(_start_tag(node), i >= shared) for i, node in enumerate(path))))
        tokens += _preformatted(block) if block.tag == "pre" else _inline(_line_of(block), ())
        opened = path
    return tokens


def html_of(tokens: Iterable[Token]) -> str:
    """The body of the tokens, cleaned."""
    return clean_html(raw_html_of(tokens))


def raw_html_of(tokens: Iterable[Token]) -> str:
    """The body of the tokens as they stand."""
    parts: list[str] = []
    opened: list[str] = []
    for start, runs in lines(tokens):
        *around, block = start.path
        kept = 0
        while (
            kept < min(len(around), len(opened))
            and opened[kept] == around[kept].tag
            and not around[kept].begins
        ):
            kept += 1
        parts += [f"</{name_of(tag)}>" for tag in reversed(opened[kept:])]
        opened[kept:] = [step.tag for step in around[kept:]]
        parts += opened[kept:]
        if name_of(block.tag) in CONTAINERS:
            opened.append(block.tag)
            parts += [block.tag, _paragraph(runs)]
        else:
            parts.append(_block_html(block.tag, runs))
    return "".join([*parts, *(f"</{name_of(tag)}>" for tag in reversed(opened))])


def lines(tokens: Iterable[Token]) -> Iterator[tuple[BlockStart, list[TextRun]]]:
    """Each block with its runs. Runs before the first start are a paragraph."""
    start: BlockStart | None = None
    for is_start, group in groupby(tokens, lambda token: isinstance(token, BlockStart)):
        if is_start:
            *empty, start = [token for token in group if isinstance(token, BlockStart)]
            yield from ((early, []) for early in empty)
        else:
            yield start or PARAGRAPH, [token for token in group if isinstance(token, TextRun)]
            start = None
    if start:
        yield start, []


def token_weight(token: Token) -> int:
    """For `prose.three_way.matches`: 1 for a word, 0 for a space, 2 for a note and for the start of a block."""
    if isinstance(token, BlockStart):
        return 2
    if token.element:
        return 0 if token.element == BREAK else 2
    return weight(token.text)


def is_note(token: Token) -> bool:
    return isinstance(token, TextRun) and token.element.startswith(f"<span {NOTE}")


def _blocks(node: Element, around: list[Element]) -> Iterator[tuple[Element, list[Element]]]:
    """The innermost blocks in order, each with the elements around it. An empty cell is a block, as is a figure."""
    for child in node:
        if child.tag in CONTAINERS and len(child):
            yield from _blocks(child, [*around, child])
        else:
            yield child, around


def _inline(node: Element, marks: tuple[str, ...]) -> Iterator[TextRun]:
    yield from (TextRun(marks, part) for part in parts_of(node.text or ""))
    for child in node:
        if child.tag == "br":
            yield TextRun(marks, element=BREAK)
        elif child.tag == "img":
            continue
        elif child.tag == "span":
            again = child.get(NOTE, "")
            yield TextRun(marks, element=f'<span {NOTE}="{again}">{inner_html(child)}</span>')
        else:
            yield from _inline(child, (*marks, _start_tag(child)))
        yield from (TextRun(marks, part) for part in parts_of(child.tail or ""))


def _line_of(block: Element) -> Element:
    """The element that holds a block's words: of a figure, the caption."""
    caption = block.find("figcaption")
    return block if caption is None else caption


def _preformatted(node: Element) -> Iterator[TextRun]:
    return (TextRun((), part) for text in node.itertext() for part in parts_of(str(text)))


def _paragraph(runs: list[TextRun]) -> str:
    """Words that came to stand behind the start of a break or of an empty cell, which hold none themselves."""
    return f"<p>{runs_html(runs)}</p>" if runs else ""


def _block_html(tag: str, runs: list[TextRun]) -> str:
    name = name_of(tag)
    if name == "hr":
        return tag + _paragraph(runs)
    if figure := figure_in(tag):
        return replace(figure, caption_html=runs_html(runs)).html
    if name == "pre":
        code = runs_html(TextRun(run.marks, "\n") if run.element == BREAK else run for run in runs)
        return f"{tag}<code>{code}</code></pre>"
    return f"{tag}{runs_html(runs)}</{name}>"


def figure_in(tag: str) -> Figure | None:
    """The figure whose start a tag is: as a token it has no caption, which is its words."""
    return next(iter(figures_in(tag)), None)


def _start_tag(node: Element) -> str:
    if figure := figure_of(node):
        return figure.html
    written = "".join(
        f' {name}="{escape(node.get(name, ""))}"' for name in _ATTRIBUTES if name in node.attrib
    )
    return f"<{node.tag}{written}>"
