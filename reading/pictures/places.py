"""Places of pictures on a page: how wide each is there, as `pictures.css` sets it and `sizes` tells the browser.

Lengths are in rem. Beside a picture stand the gutters of tokens.css: on telephones fixed ones, else 4 % of the window.
"""

from dataclasses import dataclass
from math import ceil

REM = 16
"""Pixels of a rem, unless a reader has set another size."""

_PHONE, _PHONE_GUTTERS, _FLUID = 28.125, 2.25, 92.0
_HIGHEST = 45.0
_STEPS = (20, 26, 32, 39, 48)
_LONG = 2.2
_SHARP = 0.7


@dataclass(frozen=True)
class PlaceOnPage:
    """A place and its class. `is_edge_to_edge`: it has no gutters.

    `sizes`: its widths, where they are its own, each behind its condition; `pixels`: the width of the one file that
    it needs.
    """

    name: str
    widest: float
    is_edge_to_edge: bool = False
    sizes: tuple[tuple[str, str], ...] = ()
    pixels: int = 0


COLUMN = PlaceOnPage("column", 39)
WIDE = PlaceOnPage("wide", 59)
FULL = PlaceOnPage("full", 120, is_edge_to_edge=True)
IN_LIST = PlaceOnPage("in-list", 11, sizes=(("", "11rem"),), pixels=480)
ON_TOP = PlaceOnPage(
    "on-top",
    42,
    sizes=(("(min-width: 64rem) ", "42rem"), ("(min-width: 52rem) ", "92vw - 15rem"), ("", "92vw")),
)
"""Places in lists: beside a piece, and below the first one of a front page."""

FRONT_LEAD = PlaceOnPage(
    "front-lead", 42, sizes=(("(min-width: 64rem) ", "39rem"), ("(min-width: 52rem) ", "61vw"), ("", "92vw"))
)
FRONT_CARD = PlaceOnPage(
    "front-card",
    19,
    sizes=(("(min-width: 64rem) ", "18.5rem"), ("(min-width: 36rem) ", "44vw"), ("", "92vw")),
)
"""Places on an arranged front page: large, and in a column."""

PORTRAIT = PlaceOnPage("portrait", 11, sizes=(("(min-width: 36rem) ", "11rem"), ("", "7.5rem")))
"""The place on a person's page."""

BY_CLASS = {"": COLUMN, "wide": WIDE, "full": FULL}
"""Places by the class of a figure in a body."""

CROPS = {"16:9": (16, 9), "3:2": (3, 2), "1:1": (1, 1)}


@dataclass(frozen=True)
class Shape:
    """A picture as it is shown: width and height in pixels, after its crop. `excess`: see `shape_of`."""

    width: int
    height: int
    excess: float = 1.0


def shape_of(width: int, height: int, crop: str) -> Shape:
    """A file so large, cropped.

    `excess`: how many times as wide as the crop the whole picture is drawn, where the crop keeps all of its height.
    """
    if crop not in CROPS:
        return Shape(width, height)
    across, down = CROPS[crop]
    if width * down > height * across:
        kept = max(1, round(height * across / down))
        return Shape(kept, height, width / kept)
    return Shape(width, max(1, round(width * down / across)))


@dataclass(frozen=True)
class PlacedPicture:
    """A picture in its place: its classes, and the widths at which a browser draws it (attribute `sizes`)."""

    classes: tuple[str, ...]
    sizes: str


def setting_of(place: PlaceOnPage, shape: Shape) -> PlacedPicture:
    """A picture in a place: narrower where it would be higher than a window; a small one stays in the column."""
    widest = _widest(place, shape)
    is_small = shape.width < _SHARP * widest * REM
    if is_small and place != COLUMN:
        return setting_of(COLUMN, shape)
    classes = [place.name]
    if widest < place.widest:
        classes = [("wide" if place.is_edge_to_edge else place.name), f"at-{widest:g}"]
        place = PlaceOnPage(classes[0], widest)
    if is_small:
        classes.append("small")
    return PlacedPicture(tuple(name for name in classes if name != COLUMN.name), _sizes(place, shape.excess))


def _widest(place: PlaceOnPage, shape: Shape) -> float:
    """The width at which the picture is not higher than `_HIGHEST`; that of the column for a long graphic."""
    steepness = shape.height / shape.width
    if steepness > _LONG:
        return min(place.widest, COLUMN.widest)
    if place.is_edge_to_edge and steepness < 1:
        return place.widest
    fitting = _HIGHEST / steepness
    if fitting >= place.widest:
        return place.widest
    return max(step for step in _STEPS if step <= fitting)


def _sizes(place: PlaceOnPage, excess: float) -> str:
    """The widths of a place in CSS, those of wide windows first, times `excess`."""
    if place.sizes:
        times = f" * {excess:.4g}" if excess > 1 else ""
        return ", ".join(f"{condition}calc(({length}){times})" for condition, length in place.sizes)
    widest = _length(place.widest * excess, "rem")
    if place.is_edge_to_edge:
        return f"(min-width: {place.widest:g}rem) {widest}, {_length(100 * excess, 'vw')}"
    reached = ceil(1000 * place.widest / _FLUID) / 10
    fluid = f"(min-width: {_PHONE:g}rem) {_length(_FLUID * excess, 'vw')}, " if reached > _PHONE else ""
    phone = f"calc({_length(100 * excess, 'vw')} - {_length(_PHONE_GUTTERS * excess, 'rem')})"
    return f"(min-width: {reached:g}rem) {widest}, {fluid}{phone}"


def _length(number: float, unit: str) -> str:
    return f"{round(number, 2):g}{unit}"
