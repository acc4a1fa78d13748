"""Figures of a body: which picture stands where, how wide, in which crop, with which caption.

Stored text names a picture by its key and holds no address of it: the doors draw that, by ``with_figures``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from prose.html.allowed import CROPS, NOTE, WIDTHS
from prose.html.tree import Element, take_out
from prose.limits import MAX_ALT_CHARS
from prose.typography import clean_line

DECORATIVE: Final = ""
"""The text alternative of a picture that says nothing more than the words around it."""

_FIGURE = re.compile(
    r'<figure data-picture="(?P<uuid>[^"]*)"(?: class="(?P<width>[^"]*)")?(?: data-crop="(?P<crop>[^"]*)")?>'
    r'<img(?: alt="(?P<alt>[^"]*)")?>'
    r'(?:<figcaption(?: dir="(?P<direction>[a-z]*)")?>(?P<caption>.*?)</figcaption>)?</figure>',
    re.DOTALL,
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_HOLDERS = ("ul", "ol", "table", "blockquote", "aside", "pre", "figure", "span")
"""Elements that hold no figure: one in them is moved behind them."""


@dataclass(frozen=True)
class Figure:
    """A figure of a cleaned or printed body.

    `width`: "" (the column), "wide" or "full"; `crop`: "" (the whole picture), "16:9", "3:2" or "1:1"; `alt`: None as
    long as nobody has answered, "" for a decorative picture. `caption_direction`: "" or the `dir` that print gave it.
    """

    uuid: str
    width: str = ""
    crop: str = ""
    alt: str | None = None
    caption_html: str = ""
    caption_direction: str = ""

    @property
    def html(self) -> str:
        """The markup that a body holds."""
        names = {"data-picture": self.uuid, "class": self.width, "data-crop": self.crop}
        written = "".join(f' {name}="{value}"' for name, value in names.items() if value)
        alt = "" if self.alt is None else f' alt="{escape(self.alt)}"'
        way = f' dir="{self.caption_direction}"' if self.caption_direction else ""
        caption = f"<figcaption{way}>{self.caption_html}</figcaption>" if self.caption_html else ""
        return f"<figure{written}><img{alt}>{caption}</figure>"


def figures_in(body: str) -> list[Figure]:
    """The figures of a cleaned or printed body, in order."""
    return [_figure(match) for match in _FIGURE.finditer(body)]


def alt_too_long(alt: str) -> str:
    """A sentence about a text alternative that is too long; "" about another."""
    if len(alt) <= MAX_ALT_CHARS:
        return ""
    return f"A text alternative has {MAX_ALT_CHARS:,} characters at most, this one has {len(alt):,}."


def with_figures(body: str, draw: Callable[[Figure], str]) -> str:
    """A cleaned or printed body with other HTML in the place of each figure; "" takes the figure out.

    Readers of bodies (`plain_text`, `with_directions` …) come before it: they know nothing of what is drawn.
    """
    return _FIGURE.sub(lambda match: draw(_figure(match)), body) if "<figure" in body else body


def figure_of(node: Element) -> Figure | None:
    """The figure that an element of any HTML stands for, without its caption; None if it names no picture."""
    uuid = node.get("data-picture", "").strip().lower()
    if node.tag != "figure" or not _UUID.fullmatch(uuid):
        return None
    names = node.get("class", "").split()
    width = next((name for name in names if name in WIDTHS), "")
    crop = node.get("data-crop", "")
    image = next(node.iter("img"), None)
    return Figure(uuid, width, crop if crop in CROPS else "", _alt(image))


def lift_figures(body: Element) -> None:
    """Move each figure that stands in a list, table, quotation, note or figure behind the outermost of them."""
    for figure in reversed(list(body.iter("figure"))):
        if figure_of(figure) is None:
            continue
        around = [
            node for node in figure.iterancestors(*_HOLDERS) if node.tag != "span" or NOTE in node.attrib
        ]
        if around:
            take_out(figure)
            figure.tail, around[-1].tail = around[-1].tail, None
            around[-1].addnext(figure)


def _figure(match: re.Match[str]) -> Figure:
    alt = match["alt"]
    return Figure(
        match["uuid"],
        match["width"] or "",
        match["crop"] or "",
        None if alt is None else unescape(alt),
        match["caption"] or "",
        match["direction"] or "",
    )


def _alt(image: Element | None) -> str | None:
    """The text alternative; None if there is none, or one of spaces, which answers nothing."""
    alt = None if image is None else image.get("alt")
    return alt if not alt else clean_line(alt) or None
