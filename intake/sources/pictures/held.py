"""Pictures inside a source, by the addresses under which its HTML shows them."""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from intake.patterns import Pattern
from pictures.files.check import MAX_BYTES

MAX_PICTURES = 20
MAX_ALL_BYTES = 60_000_000
_MOST_READ = 400  # data: addresses of a page; nearly all are icons
_DATA = Pattern(
    r"""(\bsrc\s*=\s*)(["'])\s*data:image/[\w.+-]{2,20}(?:;[\w=.-]{1,40}){0,3};base64,([^"']*)\2""",
    re.IGNORECASE,
)
_SCHEME = "brought:"


@dataclass(frozen=True)
class HeldPictures:
    """Bytes by address. `least_side`: one with a shorter side, in pixels, is an ornament of the source."""

    contents: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    least_side: int = 0


def address_of(name: str | int) -> str:
    """The address under which HTML shows a picture of the source: by its number, or by the name of its part."""
    return f"{_SCHEME}{name}"


def take_out_data(source: str, least_side: int) -> tuple[str, HeldPictures]:
    """The source with short addresses in place of pictures that are written into it, and these pictures."""
    contents: dict[str, bytes] = {}
    total = 0

    def short(match: re.Match[str]) -> str:
        nonlocal total
        if len(contents) >= _MOST_READ or (content := _decoded(match[3], MAX_ALL_BYTES - total)) is None:
            return f"{match[1]}{match[2]}data:,{match[2]}"
        address = address_of(len(contents) + 1)
        contents[address] = content
        total += len(content)
        return f"{match[1]}{match[2]}{address}{match[2]}"

    if (
        "data:image/" not in source and "DATA:" not in source
    ):  # most pages: not worth a look at each attribute
        return source, HeldPictures({}, least_side)
    return _DATA.sub(short, source), HeldPictures(contents, least_side)


def _decoded(words: str, room: int) -> bytes | None:
    """The bytes of base64; None for more than there is room for, and for what is none."""
    if len(words) * 3 // 4 > min(MAX_BYTES, room) + 3:
        return None
    try:
        return binascii.a2b_base64(words)
    except binascii.Error:
        return None
