"""Words that a Word file hides: by a switch of the run, of its styles or of all text, without a fill, or too small."""

from collections.abc import Iterable, Sequence

from intake.sources.word.package import Element, attribute, child, is_on, qname

_SWITCHES = ("w:vanish", "w:specVanish", "w:webHidden")
"""ECMA-376 17.3.2.41, .36 and .44: hidden, always hidden, hidden where the text is shown as a web page."""
_SMALLEST = 4  # half-points; nobody reads what is smaller
_NOWHERE = frozenset({"visibility:hidden", "display:none"})


def is_hidden(layers: Sequence[Element | None]) -> bool:
    """True if the nearest properties hide a run: its own, those of its styles, those of all text."""
    if any(first_switch(layers, name) for name in _SWITCHES):
        return True
    fill = next((found for layer in layers if (found := child(layer, "w14:textFill")) is not None), None)
    size = next((value for layer in layers if (value := attribute(child(layer, "w:sz")))), "")
    return child(fill, "w14:noFill") is not None or (size.isdecimal() and int(size) < _SMALLEST)


def first_switch(layers: Iterable[Element | None], name: str) -> bool | None:
    """The value of an on/off property in the nearest properties that set it; None if none does."""
    return next((value for layer in layers if (value := is_on(layer, name)) is not None), None)


def is_in_hidden_shape(box: Element) -> bool:
    """True for a text box whose shape, or a group around it, is not shown: ECMA-376 20.4.2.5, and VML's style."""
    return any(map(_is_hidden_shape, box.iterancestors()))


def _is_hidden_shape(shape: Element) -> bool:
    named = (child(shape, "wp:docPr"), child(shape, "wps:cNvPr"))
    if any(each is not None and each.get("hidden") in ("1", "true") for each in named):
        return True
    style = {each.strip().replace(" ", "").lower() for each in shape.get("style", "").split(";")}
    return not _NOWHERE.isdisjoint(style)


def invisible_parts(equation: Element) -> list[Element]:
    """Parts of an equation that keep their room and show nothing: ECMA-376 22.1.2.81."""
    return [
        phantom
        for phantom in equation.iter(qname("m:phant"))
        if attribute(child(phantom, "m:phantPr", "m:show"), "m:val") in ("0", "off", "false")
    ]
