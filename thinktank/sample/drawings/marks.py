"""Marks: logos with initials on a transparent ground, for houses and outlets."""

import io

from PIL import Image, ImageDraw, ImageFont

from thinktank.sample.drawings.canvas import AMBER, DEEP, FINENESS, INK, PAPER, SOFT, WARM

SIDE = 480
_COLOURS = (DEEP, WARM, SOFT, AMBER, INK)


def mark(name: str, number: int) -> bytes:
    """The logo of a name as a PNG: its initials in a disc, a square or a pennant; `number` chooses."""
    side = SIDE * FINENESS
    image = Image.new("RGBA", (side, side))
    pen, colour = ImageDraw.Draw(image), _COLOURS[number % len(_COLOURS)]
    match number % 3:
        case 0:
            pen.ellipse([0, 0, side - 1, side - 1], fill=colour)
        case 1:
            pen.rounded_rectangle([0, 0, side - 1, side - 1], radius=side // 8, fill=colour)
        case _:
            half, top = side // 2, side // 10
            pen.polygon(
                [(0, top), (side, top), (side, side * 2 // 3), (half, side), (0, side * 2 // 3)], fill=colour
            )
    font = ImageFont.load_default(size=side * 0.4)
    pen.text((side / 2, side * 0.48), initials(name), font=font, fill=PAPER, anchor="mm")
    return _as_png(image)


def wordmark(name: str, number: int) -> bytes:
    """The logo of a house as a PNG: its mark with its name, because mastheads show it in place of the name."""
    side = SIDE * FINENESS // 2
    font = ImageFont.load_default(size=side * 0.42)
    image = Image.new("RGBA", (round(side * 1.25 + font.getlength(name)), side))
    with Image.open(io.BytesIO(mark(name, number))) as sign:
        image.paste(sign.resize((side, side)), (0, 0))
    ImageDraw.Draw(image).text((side * 1.2, side / 2), name, font=font, fill=INK, anchor="lm")
    return _as_png(image)


def _as_png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.reduce(FINENESS).save(out, format="PNG")
    return out.getvalue()


def initials(name: str) -> str:
    """Two letters that stand for a name: "HG" for the Harbour Gazette, "Fe" for Ferrylight."""
    words = name.split()
    return words[0][0] + words[1][0] if len(words) > 1 else name[:2]
