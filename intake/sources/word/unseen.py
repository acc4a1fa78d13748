"""White words of a Word file on its white page: nobody sees them, so they are no text of it."""

from collections.abc import Sequence

from intake.sources.word.package import Element, attribute, child, name_of, qname

_WHITE = frozenset({"FFFFFF", "WHITE"})
_NO_GROUND = frozenset({"", "auto", *_WHITE})
_OWN_GROUND = frozenset({"w:tbl", "w:txbxContent", "w:pict", "w:drawing"})
"""Parts whose ground may be coloured by a style or a shape: white words in them are seen."""


def is_white_on_white(run: Element | None, layers: Sequence[Element | None]) -> bool:
    """True if the nearest of the properties that name a colour say white, and nothing colours the ground.

    `run` are the run's own properties, `layers` these and those of its styles.
    """
    colours = (attribute(child(layer, "w:color")).upper() for layer in layers if layer is not None)
    if next((colour for colour in colours if colour), "") not in _WHITE:
        return False
    if any(_has_ground(layer) for layer in layers) or run is None:
        return False
    for around in run.iterancestors():
        name = name_of(around)
        if name in _OWN_GROUND or (name == "w:p" and _has_ground(child(around, "w:pPr"))):
            return False
        if name == "w:document":
            return attribute(around.find(qname("w:background")), "w:color").upper() in {"", "AUTO", *_WHITE}
    return True


def _has_ground(properties: Element | None) -> bool:
    highlight = attribute(child(properties, "w:highlight"))
    fill = attribute(child(properties, "w:shd"), "w:fill")
    return highlight not in ("", "none", "white") or fill.upper() not in {each.upper() for each in _NO_GROUND}
