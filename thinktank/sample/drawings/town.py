"""Scenes of the town: roofs on a hill, a bridge with its gauge, and a form on a desk."""

from thinktank.sample.drawings.canvas import (
    AMBER,
    DEEP,
    HIGH,
    INK,
    PAPER,
    RAISED,
    RULE,
    SKY,
    SOFT,
    STRAW,
    WARM,
    WIDE,
    Sheet,
    mix,
)  # fmt: skip

_WALLS = (RAISED, STRAW, mix(WARM, PAPER, 0.55), mix(SKY, PAPER, 0.4), PAPER, mix(AMBER, PAPER, 0.6))


def town(sheet: Sheet) -> None:
    """Three rows of gabled houses; in some no window is lit."""
    sheet.fade(0, 700, mix(DEEP, SKY, 0.45), mix(STRAW, PAPER, 0.3))
    for row, (base, size, haze) in enumerate(((690, 120, 0.5), (850, 160, 0.25), (HIGH, 210, 0.0))):
        for number in range(-1, WIDE // size + 1):
            _house(sheet, number * size + row * 37, base, size, number * 5 + row * 3, haze)


def _house(sheet: Sheet, left: float, base: float, size: float, number: int, haze: float) -> None:
    air = mix(SKY, STRAW, 0.5)
    wall = mix(_WALLS[number % len(_WALLS)], air, haze)
    roof = mix((WARM, DEEP, SOFT)[number % 3], air, haze)
    height = size * (0.9 + number * 7 % 5 * 0.12)
    right, eaves = left + size * 0.97, base - height
    sheet.area([(left - 4, eaves), ((left + right) / 2, eaves - size * 0.55), (right + 4, eaves)], roof)
    sheet.box(left, eaves, right, base, wall)
    is_empty = number % 4 == 0
    pane = mix(SOFT if is_empty else AMBER, air, haze)
    for down in (0.15, 0.55):
        for across in (0.16, 0.42, 0.68):
            x, y = left + across * size, eaves + down * size
            sheet.box(x, y, x + size * 0.14, y + size * 0.22, pane)


def bridge(sheet: Sheet) -> None:
    """A bridge of three arches over a river, with a gauge on its second pier."""
    stone = mix(SOFT, STRAW, 0.5)
    sheet.fade(0, 620, mix(SKY, PAPER, 0.5), mix(STRAW, PAPER, 0.4))
    sheet.area(
        [(0, 620), (0, 470), (320, 430), (760, 500), (1200, 440), (WIDE, 480), (WIDE, 620)],
        mix(DEEP, STRAW, 0.55),
    )
    sheet.fade(620, HIGH, mix(DEEP, SKY, 0.5), DEEP)
    sheet.box(0, 380, WIDE, 760, stone)
    sheet.box(0, 360, WIDE, 392, mix(stone, INK, 0.2))
    far = mix(STRAW, SKY, 0.4)
    for left in (70, 590, 1110):
        sheet.oval(left, 440, left + 420, 860, far)
        sheet.box(left, 650, left + 420, 1000, mix(DEEP, SKY, 0.4))
    sheet.fade(760, HIGH, mix(DEEP, SKY, 0.35), DEEP)
    for left in (490, 1010):
        sheet.area(
            [(left, 420), (left + 100, 420), (left + 118, 860), (left - 18, 860)], mix(stone, INK, 0.12)
        )
    sheet.box(1040, 470, 1080, 880, PAPER)
    for number in range(20):
        top = 474 + number * 20
        sheet.box(1040, top, 1080 if number % 5 == 0 else 1060, top + 5, WARM if number % 5 == 0 else INK)
    for row in range(7):
        sheet.box(
            60 + row * 217, 900 + row % 3 * 48, 290 + row * 217, 904 + row % 3 * 48, mix(DEEP, SKY, 0.6)
        )


def form(sheet: Sheet) -> None:
    """A form under a lamp, with a pen; the boxes of its first rows are filled in."""
    wood = mix(WARM, STRAW, 0.45)
    sheet.fade(0, HIGH, mix(DEEP, INK, 0.2), mix(DEEP, INK, 0.45))
    sheet.box(0, 760, WIDE, HIGH, mix(wood, INK, 0.25))
    sheet.area([(1190, 330), (1330, 330), (1500, 780), (560, 780)], mix(DEEP, STRAW, 0.25))
    sheet.area([(560, 780), (1500, 780), (1580, HIGH), (330, HIGH)], wood)
    sheet.area([(1200, 330), (1320, 330), (1290, 230), (1230, 230)], AMBER)
    sheet.line([(1260, 235), (1400, 120), (1500, 760)], INK, 14)
    sheet.area([(430, 180), (1010, 180), (1010, 960), (430, 960)], mix(INK, DEEP, 0.3))
    sheet.area([(410, 160), (990, 160), (990, 940), (410, 940)], PAPER)
    sheet.box(460, 210, 760, 240, DEEP)
    sheet.box(460, 260, 660, 274, RULE)
    for row in range(7):
        top = 320 + row * 78
        sheet.box(460, top, 600, top + 12, SOFT)
        sheet.box(460, top + 22, 940, top + 56, RULE)
        sheet.box(463, top + 25, 937, top + 53, PAPER)
        if row < 3:
            wave = [(480 + step * 14, top + 38 + (step * 5 % 3 - 1) * 6) for step in range(22 - row * 5)]
            sheet.line(wave, DEEP, 4)
    sheet.line([(1000, 900), (800, 570)], INK, 18)
    sheet.area([(792, 575), (808, 565), (778, 532)], AMBER)
