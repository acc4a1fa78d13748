"""Charts: depths of a coast, the timetable of a boat and a bus as lines, and a century of water levels."""

import math

from thinktank.sample.drawings.canvas import (
    AMBER,
    DEEP,
    HIGH,
    INK,
    PAPER,
    RULE,
    SKY,
    SOFT,
    STRAW,
    WARM,
    WIDE,
    Sheet,
    mix,
)  # fmt: skip


def depths(sheet: Sheet) -> None:
    """A sea chart: lines of equal depth around a coast with a spit, and the soundings as points."""
    shades = [mix(SKY, PAPER, share) for share in (0.1, 0.3, 0.5, 0.68, 0.84)]
    sheet.box(0, 0, WIDE, HIGH, mix(SKY, DEEP, 0.22))
    for step, shade in enumerate(shades):
        outline = _coast(320 - step * 70)
        sheet.area([*outline, (0, HIGH), (0, 0)], shade)
        sheet.line(outline, mix(DEEP, SKY, 0.35), 2)
    land = _coast(-60)
    sheet.area([*land, (0, HIGH), (0, 0)], STRAW)
    sheet.line(land, INK, 4)
    for number in range(11):
        sheet.line([(number * 160, 0), (number * 160, HIGH)], mix(DEEP, SKY, 0.6), 1)
    for number in range(7):
        sheet.line([(0, 53 + number * 160), (WIDE, 53 + number * 160)], mix(DEEP, SKY, 0.6), 1)
    for number in range(60):
        x, y = 560 + number * 277 % 1000, 40 + number * 163 % 1000
        sheet.disc(x, y, 6, WARM if number % 7 == 0 else DEEP)
    for radius, colour in ((92, DEEP), (86, PAPER), (14, WARM)):
        sheet.disc(1430, 880, radius, colour)
    sheet.area([(1430, 805), (1448, 880), (1412, 880)], WARM)
    sheet.area([(1430, 955), (1448, 880), (1412, 880)], DEEP)


def _coast(out: float) -> list[tuple[float, float]]:
    """A line along the coast, so many pixels off it. The spit is in its middle."""
    line = []
    for y in range(0, HIGH + 20, 20):
        bay = 70 * math.sin(y / 130) + 34 * math.sin(y / 47 + 1)
        spit = 330 * math.exp(-(((y - 560 - out * 0.1) / (52 + max(out, 0) * 0.3)) ** 2))
        line.append((420 + bay + spit + out, float(y)))
    return line


def timetable(sheet: Sheet) -> None:
    """Time to the right, the way from the island to the hospital upwards: boats and buses that miss each other."""
    left, right, quay = 130, 1540, 560
    for number in range(9):
        x = left + number * (right - left) / 8
        sheet.line([(x, 90), (x, 960)], RULE, 2)
    for y, weight in ((90, 3), (quay, 5), (960, 3)):
        sheet.line([(left, y), (right, y)], SOFT, weight)
    for number in range(4):
        start = left + 40 + number * 350
        sheet.line([(start, 960), (start + 190, quay)], DEEP, 9)
        sheet.line([(start + 165, quay), (start + 300, 90)], mix(WARM, PAPER, 0.45), 7)
        if start + 345 < right:
            sheet.line([(start + 215, quay), (start + 345, 90)], WARM, 9)
        sheet.disc(start + 190, quay, 15, DEEP)
        sheet.disc(start + 215, quay, 15, WARM)
        sheet.disc(start + 165, quay, 11, PAPER)
        sheet.disc(start + 165, quay, 7, mix(WARM, PAPER, 0.45))


def levels(sheet: Sheet) -> None:
    """The highest water of each winter as a bar, and their slow mean as a line."""
    base, count = 900, 142
    heights = [
        230
        + 120 * abs(math.sin(year * 1.7)) * abs(math.sin(year * 0.61 + 1))
        + 260 * math.exp(-((year * 29 % 47) / 5))
        for year in range(count)
    ]
    for number in range(1, 6):
        sheet.line([(90, base - number * 140), (1510, base - number * 140)], RULE, 2)
    for year, height in enumerate(heights):
        x = 90 + year * 10
        colour = WARM if height > 440 else mix(DEEP, SKY, 0.35)
        sheet.box(x, base - height, x + 6, base, colour)
    mean = [
        (93 + year * 10, base - sum(heights[year - 8 : year + 9]) / len(heights[year - 8 : year + 9]))
        for year in range(8, count)
    ]
    sheet.line(mean, AMBER, 7)
    sheet.line([(80, base), (1520, base)], INK, 5)
    for number in range(15):
        sheet.box(90 + number * 100, base + 8, 93 + number * 100, base + 24, SOFT)
