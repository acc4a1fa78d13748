"""How deep a text nests its elements, counted on its tags in one pass, before any parser builds a tree.

Parsers repair broken nesting, and on hostile text their repairs take quadratic time. So this count leans to the
safe side: an end tag takes something off only where what it closes is certain, and a text whose tags do not
match counts as deeper than it is. What an editor, a word processor or a converter writes counts exactly.
"""

import re

from prose.errors import ProseError
from prose.limits import MAX_DEPTH

_MARKUP = re.compile(
    r"""
    <!--(?:-?>|.*?(?:--!?>|\Z))                             # a comment, whatever stands in it
    | <(?:[!?]|/[^a-z])[^>]*+                               # what browsers take for one
    | <(?P<end>/?)(?P<name>[a-z][^\s/>]*+)
      (?: [\s/]++ | [^\s/>][^\s/>=]*+                       # attributes: a quote counts only after "="
          (?: \s*+=\s*+ (?: "[^"]*+" | '[^']*+' | (?!["'])[^\s>]*+ ) )?+
      )*+ (?:>|\Z)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE | re.ASCII,
)
_VOID = frozenset(
    {
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "image",
        "img",
        "input",
        "keygen",
    }
    | {"link", "meta", "param", "source", "track", "wbr"}
)
_IGNORED = frozenset({"html", "head", "body", "frameset"})
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"])
# Where one of these is open, the elements of _RAW are not surely read as raw text.
_OTHER_RULES = frozenset({"svg", "math", "select"})
_SVG_LEAVES = frozenset(
    {"circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "stop", "use"}
)
_SVG_TEXT = frozenset({"desc", "foreignobject", "title"})

_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr", "p"}
_BODIES = frozenset({"tbody", "thead", "tfoot"})
_ENDS_PARAGRAPHS = frozenset(
    {"address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset", "figcaption"}
    | {
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "main",
        "nav",
    }
    | {"ol", "p", "pre", "section", "summary", "table", "ul"}
)
# Start tag -> the innermost open elements it ends. HTML lets these end tags be left out.
_ENDS: dict[str, frozenset[str]] = {
    "li": frozenset({"li", "p"}),
    "option": frozenset({"option"}),
    "tr": _ROWS,
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd", "p"})),
    **dict.fromkeys(_CELLS, _CELLS | {"p"}),
    **dict.fromkeys(_BODIES, _ROWS | _BODIES),
    **dict.fromkeys(_ENDS_PARAGRAPHS, frozenset({"p"})),
}
_MAY_STAY_OPEN = frozenset().union(*_ENDS.values())
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
_LOOSE = _FORMATTING | {"span", "label", "sub", "sup", "cite", "q", "abbr"}


def check_depth(html: str) -> None:
    """Raises ``ProseError`` when elements nest deeper than ``MAX_DEPTH``. Linear in the length of the text."""
    opened: list[str] = []
    position = 0
    while tag := _MARKUP.search(html, position):
        position = tag.end()
        if not tag["name"] or (name := tag["name"].lower()) in _VOID or name in _IGNORED:
            continue
        if tag["end"]:
            _close(opened, name)
        elif name in _RAW and not _OTHER_RULES.intersection(opened):
            position = _after_raw(html, name, position)
        elif not (
            name in _SVG_LEAVES and "svg" in opened and tag[0].endswith("/>") and not _SVG_TEXT & {*opened}
        ):
            _open(opened, name)


def _open(opened: list[str], name: str) -> None:
    ends = _ENDS.get(name, frozenset())
    while opened and opened[-1] in ends:
        # A cell ends a cell, but a list in an item keeps that item open: only the innermost is looked at.
        last = opened.pop()
        if last == name:
            break
    opened.append(name)
    if len(opened) > MAX_DEPTH:
        raise ProseError(
            f"This text nests its elements more than {MAX_DEPTH} deep. Paste it as plain text instead."
        )


def _close(opened: list[str], name: str) -> None:
    last = len(opened) - 1
    while last >= 0 and opened[last] != name and opened[last] in _MAY_STAY_OPEN:
        last -= 1
    if last >= 0 and opened[last] == name:
        del opened[last:]
    elif name == "p" and "p" in opened:
        _close_paragraph(opened)


def _close_paragraph(opened: list[str]) -> None:
    """``<p><span>text</p>`` ends the span as well; what is bold stays bold in the next paragraph."""
    start = len(opened) - 1 - opened[::-1].index("p")
    if all(name in _LOOSE for name in opened[start + 1 :]):
        opened[start:] = [name for name in opened[start + 1 :] if name in _FORMATTING]


def _after_raw(html: str, name: str, position: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII).search(html, position)
    return end.start() if end else len(html)
