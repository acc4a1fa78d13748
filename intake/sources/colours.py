"""Colours as six hexadecimal digits, in the ways in which sources write them."""

from intake.patterns import Pattern

_HEX = Pattern(r"#?([0-9a-f]{6})", 2)
_ALIKE = 8  # of 255, in each part of a colour


def are_alike(one: str, other: str) -> bool:
    """True for two colours between which the eye sees no difference."""
    if one == other:
        return True
    first, second = _HEX.fullmatch(one), _HEX.fullmatch(other)
    if not first or not second:
        return False
    return all(
        abs(int(first[1][at : at + 2], 16) - int(second[1][at : at + 2], 16)) <= _ALIKE for at in (0, 2, 4)
    )
