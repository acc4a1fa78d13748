"""Drawing a share card: 1200 x 630 pixels, in the light colours of the public pages."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from prose.languages import direction, script_of
from reading.cards.breaking import clean
from reading.cards.fonts import faces_for
from reading.cards.lines import Block, Room, Setting, fit

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
TOKENS = Path(__file__).parents[1] / "static" / "desk" / "tokens.css"

_INNER = WIDTH - 2 * MARGIN
_SMALL = 30
_COLOURS = 32  # a flat card needs no more, and has a third of the bytes
_ONE_LINE = Room(_INNER, ((_SMALL, 1), (26, 1)))
_LEADING = {"Latn": 1.14, "Cyrl": 1.14, "Grek": 1.14, "Hebr": 1.22, "Jpan": 1.3, "Hani": 1.3, "Kore": 1.3}
_LOOSE = 1.46  # scripts with signs above and below their letters
_SIZES = (92, 84, 76, 70, 64, 58, 52, 47, 42)
_MOST_LINES = 6
_TOP, _BAR, _FOOT = 88, 120, 560
"""Base lines of house and byline, and the top of the bar between house and text."""
_ROOM_TOP, _ROOM_END = 150, 505


@dataclass(frozen=True)
class CardWords:
    """The words on a card, in the language of a piece. Empty ones are left out."""

    language: str
    house: str = ""
    kicker: str = ""
    headline: str = ""
    byline: str = ""


def draw_card(words: CardWords) -> bytes:
    """A card as PNG. Words for which there is no font are left out; all of them but the house's go together."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _colours()["paper"])
    card = _Card(ImageDraw.Draw(image), words.language)
    card.bar()
    card.line(words.house, _TOP, "ink", weight=600)
    if card.can_draw(words.kicker, words.headline, words.byline):
        card.text(words.kicker, words.headline)
        card.line(words.byline, _FOOT, "ink-soft", weight=600)
    written = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(written, "PNG")
    return written.getvalue()


class _Card:
    """The card that is being drawn."""

    def __init__(self, canvas: ImageDraw.ImageDraw, language: str) -> None:
        self._canvas, self._language = canvas, language
        self._direction = direction(language)
        self._leading = _LEADING.get(script_of(language), _LOOSE)

    def can_draw(self, *texts: str) -> bool:
        return all(self._setting(400).can_draw(clean(text)) for text in texts)

    def bar(self) -> None:
        left = MARGIN if self._direction == "ltr" else WIDTH - MARGIN - 96
        self._canvas.rectangle((0, 0, WIDTH, 15), _colours()["accent"])
        self._canvas.rectangle((left, _BAR, left + 95, _BAR + 5), _colours()["accent"])

    def line(self, text: str, baseline: int, colour: str, *, weight: int) -> None:
        """One line of small type."""
        setting = self._setting(weight)
        if setting.can_draw(clean(text)):
            block = fit(clean(text), setting, _ONE_LINE)
            self._draw(block, setting, baseline, 0, colour)

    def text(self, kicker: str, headline: str) -> None:
        """Kicker and headline, in the middle of the room between house and byline."""
        setting = self._setting(600, is_serif=True)
        above = _SMALL + round(_SMALL * self._leading * 0.7) if kicker else 0
        room = _ROOM_END - _ROOM_TOP - above
        sizes = tuple((size, min(_MOST_LINES, int(room / (size * self._leading)))) for size in _SIZES)
        block = fit(clean(headline), setting, Room(_INNER, sizes))
        step = round(block.size * self._leading)
        top = _ROOM_TOP + (room - step * len(block.lines)) // 2
        if kicker:
            self.line(kicker, top + _SMALL, "accent-warm", weight=600)
        ascent = round(block.size * (0.5 + self._leading / 4))
        self._draw(block, setting, top + above + ascent, step, "ink")

    def _setting(self, weight: int, *, is_serif: bool = False) -> Setting:
        faces = faces_for(self._language, is_serif=is_serif, weight=weight)
        return Setting(faces, self._direction, self._language)

    def _draw(self, block: Block, setting: Setting, baseline: int, step: int, colour: str) -> None:
        """Lines of a block on their base lines, at the side where a reader begins."""
        is_rtl = self._direction == "rtl"
        for line in block.lines:
            x: float = WIDTH - MARGIN if is_rtl else MARGIN
            for part in setting.font_runs(line):
                font = part.face.at(block.size)
                width = font.getlength(part.text, **setting.shaping)
                x -= width if is_rtl else 0
                self._canvas.text(
                    (x, baseline), part.text, _colours()[colour], font, anchor="ls", **setting.shaping
                )
                x += 0 if is_rtl else width
            baseline += step


@lru_cache(maxsize=1)
def _colours() -> Mapping[str, str]:
    """The light colours of `tokens.css`, by name."""
    light, _, _ = TOKENS.read_text().partition("@media")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
