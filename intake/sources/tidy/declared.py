"""Declarations of style: what a tool says of an element in its style attribute or in the page's style sheets.

They are read as data and never applied. Of style sheets only rules for a tag, a class or an id count.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

import lxml.html

from intake.patterns import Pattern

Html: TypeAlias = lxml.html.HtmlElement
Declarations: TypeAlias = dict[str, str]

_DECLARATION = Pattern(r"([\w-]+)\s*:\s*((?:\"[^\"]*\"|'[^']*'|[^;\"'])*)")
_UNREAD = Pattern(r"<!--|-->|/\*.*?\*/", re.DOTALL)
_AT_RULE = Pattern(r"@[\w-]+[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_RULE = Pattern(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = Pattern(r"([a-z][a-z0-9]*)?([.#][\w-]+)?", re.IGNORECASE)
_IMPORTANT = Pattern(r"\s*!\s*important\b")
_AWAY = Pattern(r"-(?:9{3,}|[1-9]\d{4,})(?:px|pt|r?em)")
_CLIPPED = Pattern(r"rect\(\s*(?:0|1px)(?:px)?\b.*\)|inset\(\s*(?:50|100)%\s*\)")
_NOTHING = Pattern(r"0*\.?0+(?:px|pt|r?em|%)?|1(?:px|pt)")
_CLEAR = Pattern(r"transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|(?:rgba?|hsla?)\(.*[,/]\s*0*\.?0+%?\s*\)")
_SIDES = ("height", "max-height", "width", "max-width")
_COUNTER = Pattern(r"\.(lst-[\w-]+)\s*>\s*li:before\s*\{[^}]*counter\([\w-]+,\s*([\w-]+)\)")
_STATE = Pattern(
    r":(?:link|visited|hover|active|focus[\w-]*|:?before|:?after|:selection|first-l\w+)$", re.IGNORECASE
)
_COLOURS = ("color", "background", "background-color", "background-image")
_OF_INTEREST = frozenset(
    ("display", "visibility", "mso-hide", "font-weight", "font-style", "text-decoration", "text-decoration-line",
     "vertical-align", "text-indent", "position", "left", "top", "clip", "clip-path", *_COLOURS)
)  # fmt: skip
_OFF_THE_PAGE = Pattern(r"-(?:999|\d{4})")


def declarations(text: str) -> Declarations:
    """The declarations in the text of a style attribute, names and values in lower case."""
    return {
        # Word breaks long lines inside declarations.
        match[1].lower(): _IMPORTANT.sub("", " ".join(match[2].split()).lower()).strip()
        for match in _DECLARATION.finditer(text)
    }


def is_hidden(style: Declarations) -> bool:
    return (
        style.get("display", "").startswith("none")
        or style.get("mso-hide") in ("all", "screen")
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("content-visibility") == "hidden"
        or _OFF_THE_PAGE.match(style.get("text-indent", "")) is not None
        or (style.get("position") in ("absolute", "fixed") and _is_out_of_sight(style))
    )


def is_faint(style: Declarations) -> bool:
    """True for what may be hidden or be only waiting for a script: sites let words appear slowly, or unfold."""
    return (
        any(_NOTHING.fullmatch(style.get(name, "")) for name in ("opacity", "font-size", "zoom"))
        or _CLEAR.fullmatch(style.get("-webkit-text-fill-color") or style.get("color", "")) is not None
        or "scale(0)" in style.get("transform", "")
        or (
            style.get("overflow") == "hidden"
            and any(_NOTHING.fullmatch(style.get(side, "")) for side in _SIDES)
        )
    )


def _is_out_of_sight(style: Declarations) -> bool:
    """True for what is moved off the page or cut to nothing: sites write so for screen readers."""
    is_away = any(_AWAY.fullmatch(style.get(side, "")) for side in ("left", "top"))
    return is_away or any(_CLIPPED.fullmatch(style.get(name, "")) for name in ("clip", "clip-path"))


class Declared:
    """Looks up the declarations of an element, its own after those of the style sheets."""

    def __init__(self, root: Html) -> None:
        sheets = "\n".join(each.text or "" for each in root.iter("style"))
        self._rules: dict[str, Declarations] = {}
        self.unread_colours: list[str] = []
        """Colours and grounds in rules for elements that are not looked up here."""
        for selector, declared in _rules(sheets):
            if _SELECTOR.fullmatch(selector):
                self._rules.setdefault(selector, {}).update(declared)
            elif not _STATE.search(selector):
                self.unread_colours += [declared[name] for name in _COLOURS if name in declared]
        self.counters: dict[str, str] = {match[1]: match[2] for match in _COUNTER.finditer(sheets)}
        """Class of a list of Google Docs -> the style of its numbers."""
        self._known: dict[tuple[str, ...], Declarations] = {}

    def of(self, element: Html) -> Declarations:
        """Declarations of an element: name -> value."""
        tag, own = str(element.tag), element.get("style") or ""
        names, key = element.get("class") or "", element.get("id") or ""
        known = (tag, names, key if f"#{key}" in self._rules else "", own)
        if known not in self._known:
            self._known[known] = self.of_rules(element) | declarations(own)
        return self._known[known]

    def of_rules(self, element: Html) -> Declarations:
        """Declarations of the style sheets alone."""
        tag, found = str(element.tag), Declarations()
        for name in (*(f".{each}" for each in (element.get("class") or "").split()), f"#{element.get('id')}"):
            found |= self._rules.get(name, {}) | self._rules.get(f"{tag}{name}", {})
        return self._rules.get(tag, {}) | found


def _rules(sheets: str) -> Iterator[tuple[str, Declarations]]:
    """(selector, declarations of interest) of each rule; "@" stands before one that holds on some screens only."""
    sheets = _UNREAD.sub("", sheets)
    on_some = (rule[0].partition("{")[2].rpartition("}")[0] for rule in _AT_RULE.finditer(sheets)
               if not rule[0].startswith("@media print"))  # fmt: skip
    for place, rules in (("", _AT_RULE.sub("", sheets)), *(("@", each) for each in on_some)):
        for rule in _RULE.finditer(rules):
            declared = {name: value for name, value in declarations(rule[2]).items() if name in _OF_INTEREST}
            for selector in rule[1].split(",") if declared else ():
                if selector.strip():
                    yield place + selector.strip(), declared
