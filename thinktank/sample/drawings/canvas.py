"""A sheet to draw on, in pixels of the finished picture. The same calls give the same bytes."""

import io
from collections.abc import Callable, Sequence

from PIL import Image, ImageColor, ImageDraw

PAPER, RAISED, INK, SOFT, RULE = "#fdfbf7", "#f5f1e8", "#1d1c1a", "#56524b", "#d9d3c6"
DEEP, WARM, AMBER, STRAW, SKY = "#1d4a5c", "#8c3b1f", "#b4560b", "#f6e3bd", "#93c5d8"
"""The colours of reading/static/reading/tokens.css, of its light and its dark side."""

WIDE, HIGH = 1600, 1067
FINENESS = 2
"""Pixels drawn for each pixel kept, across and down: edges come out smooth."""

Points = Sequence[tuple[float, float]]


class Sheet:
    """A drawing in the making. Lengths are pixels of the finished picture, from its upper left corner."""

    def __init__(self, ground: str, *, wide: int = WIDE, high: int = HIGH) -> None:
        self.image = Image.new("RGB", (wide * FINENESS, high * FINENESS), ground)
        self.pen = ImageDraw.Draw(self.image)
        self.wide, self.high = wide, high

    def fade(self, top: float, bottom: float, first: str, last: str) -> None:
        """Fill a band of the full width with a change from one colour to another."""
        size = 1, round((bottom - top) * FINENESS)  # a column is enough, and fast
        share = Image.linear_gradient("L").resize(size)
        column = Image.composite(Image.new("RGB", size, last), Image.new("RGB", size, first), share)
        band = column.resize((self.image.width, size[1]), Image.Resampling.NEAREST)
        self.image.paste(band, (0, round(top * FINENESS)))

    def area(self, points: Points, colour: str) -> None:
        self.pen.polygon([(x * FINENESS, y * FINENESS) for x, y in points], fill=colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        self.pen.rectangle([side * FINENESS for side in (left, top, right, bottom)], fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        self.oval(x - radius, y - radius, x + radius, y + radius, colour)

    def oval(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        self.pen.ellipse([side * FINENESS for side in (left, top, right, bottom)], fill=colour)

    def line(self, points: Points, colour: str, width: float = 4) -> None:
        at = [(x * FINENESS, y * FINENESS) for x, y in points]
        self.pen.line(at, fill=colour, width=round(width * FINENESS), joint="curve")

    def as_jpeg(self) -> bytes:
        """The finished picture as a file."""
        out = io.BytesIO()
        self.image.reduce(FINENESS).save(out, format="JPEG", quality=92, subsampling=0)
        return out.getvalue()


Drawing = Callable[[Sheet], None]


def scene_of(drawing: Drawing) -> bytes:
    """A scene of the usual size as a JPEG."""
    sheet = Sheet(PAPER)
    drawing(sheet)
    return sheet.as_jpeg()


def mix(one: str, other: str, share: float) -> str:
    """A colour between two: `share` of the other."""
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
