"""The look of a picture as a number: two pictures of one thing differ in few of its bits.

Difference hash (dHash; N. Krawetz, "Kind of Like That", 2013): whether each of 8 × 8 areas is brighter than the next.
"""

from itertools import pairwise

from PIL import Image

SIDE = 8
_SIGN = 1 << 63
ALIKE = 6
"""Bits in which the same picture in another size, format or colour may differ."""


def look_of(picture: Image.Image) -> int:
    """64 bits as a signed number, as PostgreSQL's bigint keeps them."""
    grey = picture.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.BOX)
    levels = grey.tobytes()  # a byte a pixel, row by row
    bits = 0
    for start in range(0, len(levels), SIDE + 1):
        for left, right in pairwise(levels[start : start + SIDE + 1]):
            bits = bits << 1 | (left > right)
    return bits - 2 * _SIGN if bits & _SIGN else bits


def difference(one: int, other: int) -> int:
    """Number of bits in which two looks differ."""
    return ((one ^ other) & (2 * _SIGN - 1)).bit_count()
