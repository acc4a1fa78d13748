"""Scenes by the water: a ferry, cranes, a lighthouse, a dyke, and a quay in fog."""

import math

from thinktank.sample.drawings.canvas import (
    AMBER,
    DEEP,
    HIGH,
    INK,
    PAPER,
    RAISED,
    SKY,
    SOFT,
    STRAW,
    WARM,
    WIDE,
    Sheet,
    mix,
)  # fmt: skip


def ferry(sheet: Sheet) -> None:
    """A ferry with lighted windows at dusk, the hills of the other side behind it."""
    night = mix(DEEP, INK, 0.45)
    sheet.fade(0, 640, mix(DEEP, INK, 0.3), mix(STRAW, AMBER, 0.3))
    _hills(sheet, 640, 90, mix(DEEP, STRAW, 0.35))
    _hills(sheet, 650, 50, mix(DEEP, STRAW, 0.15), shift=2.0)
    sheet.fade(640, HIGH, mix(DEEP, STRAW, 0.3), night)
    for row in range(9):
        left = 150 + (row * 397) % 900
        sheet.box(left, 700 + row * 40, left + 260 - row * 12, 703 + row * 40, mix(DEEP, STRAW, 0.45))
    sheet.area([(420, 640), (1240, 640), (1190, 720), (480, 720)], INK)
    sheet.box(480, 570, 1150, 640, RAISED)
    sheet.box(600, 510, 1060, 570, PAPER)
    sheet.box(900, 455, 1010, 510, RAISED)
    sheet.area([(690, 510), (705, 420), (775, 420), (790, 510)], WARM)
    for number in range(13):
        sheet.box(510 + number * 48, 592, 538 + number * 48, 616, AMBER if number % 4 else STRAW)
    for number in range(8):
        sheet.box(630 + number * 52, 530, 660 + number * 52, 552, STRAW)
    for number in range(30):  # the windows again, on the water
        x, row = 530 + number * 7 % 6 * 115, number // 6
        sheet.box(
            x + row % 2 * 14,
            738 + row * 27,
            x + 44 - row * 3,
            743 + row * 27,
            mix(AMBER, DEEP, 0.3 + row * 0.1),
        )


def cranes(sheet: Sheet) -> None:
    """Three cranes on a quay, with stacked boxes below them."""
    sheet.fade(0, 720, mix(SKY, PAPER, 0.55), STRAW)
    sheet.disc(1270, 260, 84, mix(STRAW, AMBER, 0.3))
    for x, size, colour in (
        (180, 0.8, mix(DEEP, SKY, 0.5)),
        (560, 1.0, DEEP),
        (1060, 0.9, mix(DEEP, SKY, 0.25)),
    ):
        _crane(sheet, x, 760, size, colour)
    colours = (WARM, AMBER, DEEP, mix(WARM, PAPER, 0.35), mix(DEEP, PAPER, 0.4), SOFT)
    for row, count in enumerate((15, 12, 6)):
        for number in range(count):
            left = 60 + row * 96 + number * 100
            top = 724 - row * 58
            sheet.box(left, top, left + 94, top + 53, colours[(number * 5 + row * 2) % len(colours)])
    sheet.box(0, 778, WIDE, 830, mix(SOFT, PAPER, 0.25))
    sheet.fade(830, HIGH, mix(DEEP, SKY, 0.35), DEEP)
    for row in range(6):
        sheet.box(
            80 + row * 230, 880 + row % 3 * 50, 260 + row * 230, 884 + row % 3 * 50, mix(DEEP, SKY, 0.5)
        )


def lighthouse(sheet: Sheet) -> None:
    """A lighthouse on a rock, with its beam over a dark sea."""
    dark = mix(DEEP, INK, 0.55)
    sheet.fade(0, 760, dark, mix(DEEP, SKY, 0.25))
    for number in range(40):
        sheet.disc(number * 389 % WIDE, number * 211 % 520, 2 + number % 3, mix(DEEP, PAPER, 0.6))
    sheet.area([(1105, 300), (0, 130), (0, 420)], mix(DEEP, STRAW, 0.35))
    sheet.area([(1105, 300), (WIDE, 240), (WIDE, 350)], mix(DEEP, STRAW, 0.35))
    sheet.fade(760, HIGH, mix(DEEP, SKY, 0.2), dark)
    sheet.area(
        [
            (820, 860),
            (930, 780),
            (1060, 750),
            (1230, 765),
            (1420, 850),
            (WIDE, 900),
            (WIDE, HIGH),
            (760, HIGH),
        ],
        INK,
    )
    sheet.area([(1050, 760), (1072, 345), (1138, 345), (1160, 760)], PAPER)
    for top in (430, 560, 690):
        spread = (top - 345) * 0.053
        sheet.area(
            [
                (1072 - spread, top),
                (1138 + spread, top),
                (1141 + spread, top + 60),
                (1069 - spread, top + 60),
            ],
            WARM,
        )
    sheet.box(1056, 332, 1154, 346, SOFT)
    sheet.box(1078, 272, 1132, 332, STRAW)
    sheet.area([(1068, 272), (1105, 232), (1142, 272)], WARM)
    for row in range(7):
        sheet.box(90 + row * 83, 800 + row * 36, 330 + row * 60, 803 + row * 36, mix(DEEP, SKY, 0.35))


def dyke(sheet: Sheet) -> None:
    """A green dyke with sheep, the sea on one side and roofs on the other."""
    grass = mix(mix(DEEP, STRAW, 0.55), "#6f8a3c", 0.6)
    sheet.fade(0, 700, mix(SKY, PAPER, 0.3), PAPER)
    for left, top, length in ((180, 170, 330), (700, 110, 420), (1130, 240, 280)):
        sheet.oval(left, top, left + length, top + 46, PAPER)
    sheet.fade(690, HIGH, mix(SKY, DEEP, 0.35), DEEP)
    for x, size in ((1130, 70), (1250, 100), (1400, 80), (1510, 66)):
        sheet.area(
            [
                (x, 760),
                (x, 760 - size),
                (x + size / 2, 760 - size * 1.7),
                (x + size, 760 - size),
                (x + size, 760),
            ],
            WARM,
        )
        sheet.box(x, 760 - size * 0.7, x + size, 790, RAISED)
    sheet.area([(1000, 780), (WIDE, 760), (WIDE, HIGH), (900, HIGH)], mix(grass, STRAW, 0.35))
    sheet.area([(240, HIGH), (690, 600), (850, 600), (1330, HIGH)], grass)
    sheet.area([(690, 600), (850, 600), (1330, HIGH), (980, HIGH)], mix(grass, INK, 0.15))
    sheet.area([(690, 600), (850, 600), (905, HIGH), (640, HIGH)], mix(grass, STRAW, 0.3))
    for x, y, size in (
        (560, 800, 26),
        (500, 900, 34),
        (610, 920, 36),
        (430, 985, 40),
        (960, 780, 26),
        (1040, 900, 36),
    ):
        _sheep(sheet, x, y, size)


def fog(sheet: Sheet) -> None:
    """A quay in fog: bollards, and a hull that can hardly be seen."""
    sheet.fade(0, HIGH, mix(SOFT, PAPER, 0.75), RAISED)
    sheet.area([(700, 420), (1480, 400), (1400, 640), (790, 640)], mix(SOFT, PAPER, 0.62))
    sheet.fade(640, 800, mix(SOFT, PAPER, 0.6), mix(SOFT, PAPER, 0.45))
    sheet.box(0, 800, WIDE, HIGH, mix(SOFT, PAPER, 0.3))
    for x in (220, 640, 1060, 1480):
        sheet.box(x - 26, 720, x + 26, 820, SOFT)
        sheet.oval(x - 42, 700, x + 42, 744, SOFT)


def _hills(sheet: Sheet, base: float, height: float, colour: str, *, shift: float = 0.0) -> None:
    ridge = [
        (x, base - height * (0.55 + 0.3 * math.sin(x / 190 + shift) + 0.15 * math.sin(x / 71 + shift)))
        for x in range(0, WIDE + 20, 20)
    ]
    sheet.area([(0, base), *ridge, (WIDE, base)], colour)


def _crane(sheet: Sheet, x: float, base: float, size: float, colour: str) -> None:
    def at(across: float, up: float) -> tuple[float, float]:
        return x + across * size, base - up * size

    for leg in (0, 170):
        sheet.line([at(leg, 0), at(leg, 470)], colour, 16 * size)
    sheet.line([at(0, 210), at(170, 210)], colour, 12 * size)
    sheet.line([at(0, 210), at(170, 470)], colour, 8 * size)
    sheet.line([at(-120, 470), at(480, 470)], colour, 20 * size)
    sheet.line([at(60, 470), at(85, 620), at(110, 470)], colour, 10 * size)
    sheet.line([at(-120, 470), at(85, 620), at(480, 470)], colour, 5 * size)
    sheet.line([at(360, 470), at(360, 300)], colour, 4 * size)
    sheet.box(*at(320, 300), *at(400, 262), WARM)


def _sheep(sheet: Sheet, x: float, y: float, size: float) -> None:
    for leg in (-0.6, 0.5):
        sheet.box(x + leg * size, y, x + (leg + 0.15) * size, y + size * 0.9, INK)
    sheet.oval(x - size, y - size * 0.6, x + size, y + size * 0.6, PAPER)
    sheet.oval(x + size * 0.7, y - size * 0.6, x + size * 1.3, y, INK)
