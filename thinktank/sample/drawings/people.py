"""Portraits: plain figures without a face, told apart by hair, clothes and ground."""

from collections.abc import Mapping
from dataclasses import dataclass

from thinktank.sample.drawings.canvas import (
    AMBER,
    DEEP,
    INK,
    PAPER,
    RAISED,
    SKY,
    SOFT,
    STRAW,
    WARM,
    Sheet,
    mix,
)  # fmt: skip

SIDE = 640


@dataclass(frozen=True)
class Sitter:
    """Colours of a portrait. `hair_to`: how far it hangs down beside the face, in pixels; 0 for short hair."""

    ground: str
    clothes: str
    skin: str
    hair: str
    hair_to: int = 0
    has_cap: bool = False


SITTERS: Mapping[str, Sitter] = {
    "Ines Okonjo-Dahl": Sitter(mix(SKY, PAPER, 0.4), WARM, "#7a4a2e", INK, 130),
    "Tobias Renner": Sitter(STRAW, DEEP, "#e3b493", mix(SOFT, PAPER, 0.3)),
    "Nagai Sumire": Sitter(mix(WARM, PAPER, 0.7), SOFT, "#e9c3a0", INK, 70),
    "Marguerite Fallon": Sitter(mix(DEEP, PAPER, 0.6), mix(AMBER, WARM, 0.4), "#e9bfa3", RAISED, 90),
    "Samuel Thorne": Sitter(mix(DEEP, SKY, 0.4), INK, "#c98f6b", SOFT, has_cap=True),
    "Ulla Brandsæter": Sitter(RAISED, DEEP, "#ecc7ab", mix(AMBER, STRAW, 0.5), 20),
    "Katrin Wiebe": Sitter(mix(AMBER, PAPER, 0.6), mix(DEEP, SKY, 0.3), "#efcbb0", WARM, 150),
    "Oswin Hale": Sitter(mix(SOFT, PAPER, 0.5), INK, "#b07a55", PAPER),
}


def portrait(sitter: Sitter) -> bytes:
    """A square portrait as a JPEG."""
    sheet = Sheet(sitter.ground, wide=SIDE, high=SIDE)
    shade = mix(sitter.skin, INK, 0.15)
    if sitter.hair_to:
        sheet.oval(190, 110, 450, 400, sitter.hair)
        sheet.box(190, 255, 450, 320 + sitter.hair_to, sitter.hair)
    sheet.oval(70, 470, 570, 900, sitter.clothes)
    sheet.box(275, 380, 365, 480, shade)
    sheet.area([(255, 478), (385, 478), (320, 560)], shade)
    sheet.oval(215, 140, 425, 430, sitter.skin)
    sheet.pen.pieslice([408, 240, 872, 720], 180, 360, fill=sitter.hair)
    sheet.box(216, 215, 424, 242, sitter.hair)
    if sitter.has_cap:
        sheet.oval(196, 110, 444, 230, sitter.clothes)
        sheet.box(196, 205, 470, 232, mix(sitter.clothes, PAPER, 0.15))
    return sheet.as_jpeg()
