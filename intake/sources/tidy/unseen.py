"""Words in the colour of their ground: nobody sees them on the page, so they are no text of it.

A ground that only a style sheet elsewhere could tell is unknown: such white words stay, and an editor is asked.
"""

from intake.patterns import Pattern
from intake.sources.balance import Balance
from intake.sources.manuscript import LeftOut
from intake.sources.tidy.declared import Declared
from intake.sources.tidy.elements import Html, drop, words_in

_NAMED = {"white": "#ffffff", "black": "#000000", "transparent": "", "none": "", "inherit": "", "initial": ""}
_HEX = Pattern(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})(?![0-9a-f])")
_RGB = Pattern(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)")
_WHITE, _UNKNOWN = "#ffffff", "unknown"
_SHOWN = 80


def remove_unseen(
    body: Html, declared: Declared, maker: str, balance: Balance
) -> tuple[list[LeftOut], list[str]]:
    """Remove words in the colour of their ground; returns them by name, and a sentence for each that may be such."""
    root = body.getroottree().getroot()
    is_whole = maker != "" or not any("stylesheet" in (link.get("rel") or "") for link in root.iter("link"))
    left_out: list[LeftOut] = []
    doubts: list[str] = []
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or body not in element.iterancestors():
            continue
        colour = colour_in(declared.of(element).get("color") or element.get("color") or "")
        if colour in ("", _UNKNOWN) or not words_in(element) or _has_other_colours(element, colour, declared):
            continue
        ground = _ground_of(element, declared) or (_WHITE if is_whole else "")
        if colour == ground:
            left_out += drop(element, "words in the colour of their ground", balance)
        elif colour == _WHITE and not ground:
            doubts.append(
                f"“{words_in(element)[:_SHOWN]}” is white on the page, perhaps on white: does it belong to the text?"
            )
    return left_out, list(dict.fromkeys(doubts))


def colour_in(words: str) -> str:
    """The first colour in a declaration as "#rrggbb"; "" for none, "unknown" where a picture or a gradient is."""
    words = words.lower().replace("!important", " ").strip()
    if match := _RGB.search(words):
        is_clear = match[4] is not None and float(match[4].rstrip("%")) == 0
        return "" if is_clear else "#" + "".join(f"{min(int(match[n]), 255):02x}" for n in (1, 2, 3))
    if match := _HEX.search(words):
        digits = match[0][1:]
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
    if not words or words.split()[0] in _NAMED:
        return _NAMED[words.split()[0]] if words else ""
    return _UNKNOWN


def _ground_of(element: Html, declared: Declared) -> str:
    """The colour that the nearest element around gives as ground; "" if none does."""
    for each in (element, *element.iterancestors()):
        style = declared.of(each)
        for words in (style.get("background-image"), style.get("background-color"), style.get("background"),
                      style.get("mso-shading"), style.get("mso-highlight"), each.get("bgcolor"),
                      each.get("background")):  # fmt: skip
            if words and (colour := colour_in(words)):
                return colour
    return ""


def _has_other_colours(element: Html, colour: str, declared: Declared) -> bool:
    """True if something inside is written in another colour or on another ground."""
    for inner in element.iterdescendants():
        if not isinstance(inner.tag, str):
            continue
        style = declared.of(inner)
        own = colour_in(style.get("color") or inner.get("color") or "")
        if own not in ("", colour) or style.get("background-color") or style.get("background"):
            return True
    return False
