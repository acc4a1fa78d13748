"""Words in the colour of their ground: nobody sees them on the page, so they are no text of it.

A ground that only a style sheet elsewhere could tell is unknown: such white words stay, and an editor is asked.
"""

from collections.abc import Iterable

from intake.patterns import Pattern
from intake.sources.balance import Balance
from intake.sources.colours import are_alike
from intake.sources.manuscript import LeftOut
from intake.sources.tidy.declared import Declared
from intake.sources.tidy.elements import Html, drop, words_in

_NAMED = {"white": "#ffffff", "black": "#000000", "transparent": "", "none": "", "inherit": "", "initial": ""}
_HEX = Pattern(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})(?![0-9a-f])")
_RGB = Pattern(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*(\d*\.?\d+%?)\s*)?\)")
_NOT_PLAIN = Pattern(r"url\(|gradient\(|image\(")
_WHITE, _UNKNOWN = "#ffffff", "unknown"
_COPIED = Pattern(r"-webkit-text-stroke-width:")
"""Browsers write so into what somebody copied from a page, without the page's ground."""
_MOST_OF_THE_PAGE = 0.3
_SHOWN = 80


def remove_unseen(body: Html, declared: Declared, balance: Balance) -> tuple[list[LeftOut], list[str]]:
    """Remove words in the colour of their ground; returns them by name, and those that may be such."""
    is_copied = any(_COPIED.search(element.get("style") or "") for element in body.iter())
    paper = _WHITE if not is_copied and _tells_all_colours(body, declared) else ""
    left_out: list[LeftOut] = []
    unsure: list[str] = []
    for element in list(body.iter()):
        if not isinstance(element.tag, str) or body not in element.iterancestors():
            continue
        colour = colour_in(declared.of(element).get("color") or element.get("color") or "")
        if colour in ("", _UNKNOWN) or not words_in(element) or _has_other_colours(element, colour, declared):
            continue
        ground = _ground_of(element, declared) or paper
        if are_alike(colour, ground):
            left_out += drop(element, "words in the colour of their ground", balance)
        elif not ground and are_alike(colour, _WHITE):
            unsure.append(words_in(element))
    if is_copied and sum(map(len, unsure)) > _MOST_OF_THE_PAGE * len(words_in(body)):
        unsure = []  # the page was a dark one
    return left_out, unsure


def questions_on(
    unsure: Iterable[str], text: str, *, why: str = "is white on the page, perhaps on white"
) -> list[str]:
    """A sentence for each of the words that may be unseen and came into the text; a menu's are left out anyway."""
    whole = "".join(text.split())
    return [
        f"“{words[:_SHOWN]}” {why}: does it belong to the text?"
        for words in dict.fromkeys(unsure)
        if "".join(words.split()) in whole
    ]


def _tells_all_colours(body: Html, declared: Declared) -> bool:
    """True if no style sheet elsewhere, and no rule that is not read here, can give an element its colours."""
    links = body.getroottree().getroot().iter("link")
    has_sheets = any("stylesheet" in (link.get("rel") or "").lower() for link in links)
    return not has_sheets and not any(map(colour_in, declared.unread_colours))


def colour_in(words: str) -> str:
    """The colour in a declaration as "#rrggbb"; "" for none, "unknown" where a picture or a gradient is."""
    words = words.lower().replace("!important", " ").strip()
    if _NOT_PLAIN.search(words):
        return _UNKNOWN
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
    around = (_own_ground(each, declared) for each in (element, *element.iterancestors()))
    return next(filter(None, around), "")


def _own_ground(element: Html, declared: Declared) -> str:
    """The ground that an element gives itself; "unknown" for one through which another is seen."""
    style = declared.of(element)
    for words in (style.get("background-image"), style.get("background-color"), style.get("background"),
                  style.get("mso-shading"), style.get("mso-highlight"), element.get("bgcolor"),
                  element.get("background")):  # fmt: skip
        if words and (colour := colour_in(words)):
            return _UNKNOWN if _is_translucent(words) else colour
    return ""


def _is_translucent(words: str) -> bool:
    """True for a ground through which another one is seen."""
    match = _RGB.search(words)
    return match is not None and match[4] is not None and match[4] not in ("1", "1.0", "100%")


def _has_other_colours(element: Html, colour: str, declared: Declared) -> bool:
    """True if something inside is written in another colour, or on a ground of its own."""
    for inner in element.iterdescendants():
        if not isinstance(inner.tag, str):
            continue
        own = colour_in(declared.of(inner).get("color") or inner.get("color") or "")
        if any(each and not are_alike(each, colour) for each in (own, _own_ground(inner, declared))):
            return True
    return False
