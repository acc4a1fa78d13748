"""Marks that are said in styles become elements: bold, italic, underlined, struck, raised, lowered."""

from intake.patterns import Pattern
from intake.sources.tidy.declared import Declarations, Declared, declarations
from intake.sources.tidy.elements import Html, wrap_inside

_BOLD = Pattern(r"bold|bolder|[6-9]\d\d")
_NOT_BOLD = Pattern(r"normal|[1-4]\d\d")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "th")


def marks_from_styles(body: Html, declared: Declared, maker: str) -> None:
    """Wrap styled spans in the elements of their marks; style sheets count only in texts of a word processor."""
    for element in list(body.iter("b", "strong", "i", "em")):
        if _is_taken_back(element, declarations(element.get("style") or "")):
            element.drop_tag()
    for element in list(body.iter("span", "font", "a")):
        style = declared.of(element) if maker else declarations(element.get("style") or "")
        if element.tag != "a":
            for tag in _tags(element, style):
                wrap_inside(element, tag)


def _is_taken_back(element: Html, style: Declarations) -> bool:
    """True for a mark that its own style denies: Google Docs wraps its whole clipboard in such a <b>."""
    if element.getparent() is None:
        return False
    if element.tag in ("b", "strong"):
        return _NOT_BOLD.fullmatch(style.get("font-weight", "")) is not None
    return style.get("font-style") == "normal"


def _tags(element: Html, style: Declarations) -> list[str]:
    """Elements of the marks that a style means, the innermost last."""
    decoration = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    is_in_link = (
        next(element.iterancestors("a"), None) is not None or next(element.iter("a"), None) is not None
    )
    tags = []
    if "underline" in decoration and not is_in_link:
        tags.append("u")
    if "line-through" in decoration:
        tags.append("s")
    if style.get("vertical-align") in ("super", "sub"):
        tags.append({"super": "sup", "sub": "sub"}[style["vertical-align"]])
    if style.get("font-style", "").startswith(("italic", "oblique")):
        tags.append("em")
    if (
        _BOLD.fullmatch(style.get("font-weight", ""))
        and next(element.iterancestors(*_HEADINGS), None) is None
    ):
        tags.append("strong")
    return tags
