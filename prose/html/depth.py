"""The nesting depth of HTML, counted from its tags in one pass, before any parser builds a tree.

Parsers repair broken nesting, and on hostile text the repair takes quadratic time. So this count is conservative:
an end tag reduces the depth only if it is certain which element it closes, and a text whose tags do not match
counts as deeper than it is. For the output of editors, word processors and converters the count is exact.
"""

import re

from prose.errors import ProseError
from prose.limits import MAX_DEPTH

_MARKUP = re.compile(
    r"""
    <!--(?:-?>|.*?(?:--!?>|\Z))                             # a comment with any content
    | <(?:[!?]|/[^a-z])[^>]*+                               # browsers treat these as comments
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
# Inside these, the content of _RAW elements may be parsed as markup.
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
# Start tag -> innermost open elements that it closes, because HTML allows to omit their end tags.
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
    """Raise ``ProseError`` if elements nest deeper than ``MAX_DEPTH``. Linear in the length of the text."""
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
        # A cell closes a cell, but a list inside an item leaves the item open, so only the innermost is closed.
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
    """``<p><span>text</p>`` closes the span too; formatting elements stay open in the next paragraph."""
    start = len(opened) - 1 - opened[::-1].index("p")
    if all(name in _LOOSE for name in opened[start + 1 :]):
        opened[start:] = [name for name in opened[start + 1 :] if name in _FORMATTING]


def _after_raw(html: str, name: str, position: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII).search(html, position)
    return end.start() if end else len(html)
