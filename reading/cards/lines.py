"""Lines of a share card: as large and as even as the room allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from reading.cards.breaking import clusters_of, parts_of
from reading.cards.fonts import Face, FontRun, font_runs, has_complex_layout

ELLIPSIS = "…"
_UNIT = 100
"""The size at which parts are measured, once; widths at other sizes follow from it, as measuring is slow."""
_RESERVE = 0.985
"""Share of the width that is filled: letters stand a little closer or wider in a line than alone."""
_LEAST_SHARE = 0.3


class Shaping(TypedDict, total=False):
    """Options of Pillow for the forms and the order of letters."""

    direction: str
    language: str


@dataclass(frozen=True)
class Setting:
    """A way to set a text: its faces, the usual one first, its direction, its language for the forms of letters."""

    faces: tuple[Face, ...]
    direction: str
    language: str

    def font_runs(self, text: str) -> list[FontRun]:
        """The text by faces. ValueError if it cannot be drawn right; ask `can_draw` first."""
        parts = font_runs(text, self.faces, self.direction)
        if parts is None:
            raise ValueError(f"No font can draw {text!r}.")
        return parts

    def can_draw(self, text: str) -> bool:
        return font_runs(text, self.faces, self.direction) is not None

    def width(self, text: str, size: int) -> float:
        """Pixels from the start of the text to its end."""
        return sum(part.face.at(size).getlength(part.text, **self.shaping) for part in self.font_runs(text))

    @property
    def shaping(self) -> Shaping:
        """Options for Pillow, which takes none on a machine without the layout of complex scripts."""
        return Shaping(direction=self.direction, language=self.language) if has_complex_layout() else {}


@dataclass(frozen=True)
class Room:
    """The room for a text: pixels, and the sizes of type to try, large ones first, each with its most lines."""

    width: int
    sizes: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Block:
    """A text in lines, with the size of its type in pixels."""

    size: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Unbroken:
    """A part of a text that stays on one line; widths at `_UNIT`, `space` of the space after it."""

    text: str
    width: float
    space: float


_Line = list[_Unbroken]


def fit(text: str, setting: Setting, room: Room) -> Block:
    """The text as large as it fits, in lines of about one length; cut with an ellipsis if it is too long."""
    parts = [_measured(part, setting) for part in parts_of(text)]
    for size, most in room.sizes:
        limit = room.width * _RESERVE * _UNIT / size
        lines = _balanced(parts, limit)
        if len(lines) <= most and _widest(lines) <= limit:
            block = Block(size, tuple(map(_text, lines)))
            if _is_inside(block, setting, room):
                return block
    return _crammed(parts, setting, room)


def _crammed(parts: Sequence[_Unbroken], setting: Setting, room: Room) -> Block:
    """The text at the smallest size: words too long for a line are parted, and what is over is cut off."""
    size, most = room.sizes[-1]
    share = _RESERVE
    while True:
        limit = room.width * share * _UNIT / size
        lines = _filled([piece for part in parts for piece in _broken(part, setting, limit)], limit)
        if len(lines) > most:
            lines = [*lines[: most - 1], list(_cut(lines[most - 1], setting, limit))]
        block = Block(size, tuple(map(_text, lines)))
        if _is_inside(block, setting, room) or share < _LEAST_SHARE:
            return block
        share *= 0.8  # letters that are joined can be wider than each alone


def _is_inside(block: Block, setting: Setting, room: Room) -> bool:
    return all(setting.width(line, block.size) <= room.width for line in block.lines)


def _measured(text: str, setting: Setting) -> _Unbroken:
    bare = text.rstrip()
    return _Unbroken(text, setting.width(bare, _UNIT), setting.width(" ", _UNIT) if text != bare else 0)


def _text(line: Sequence[_Unbroken]) -> str:
    return "".join(part.text for part in line).rstrip()


def _width(line: Sequence[_Unbroken]) -> float:
    return sum(part.width + part.space for part in line) - (line[-1].space if line else 0)


def _widest(lines: Sequence[_Line]) -> float:
    return max(map(_width, lines), default=0)


def _balanced(parts: Sequence[_Unbroken], limit: float) -> list[_Line]:
    """As few lines as the width allows, made about equally long."""
    lines = _filled(parts, limit)
    narrow, wide = limit / max(len(lines), 1), limit
    while wide - narrow > _UNIT / 20:
        middle = (narrow + wide) / 2
        others = _filled(parts, middle)
        if len(others) <= len(lines) and _widest(others) <= middle:
            lines, wide = others, middle
        else:
            narrow = middle
    return lines


def _filled(parts: Sequence[_Unbroken], limit: float) -> list[_Line]:
    """Lines as full as the width allows."""
    lines: list[_Line] = []
    filled = 0.0
    for part in parts:
        if lines and filled + part.width <= limit:
            lines[-1].append(part)
        else:
            lines.append([part])
            filled = 0.0
        filled += part.width + part.space
    return lines


def _broken(part: _Unbroken, setting: Setting, limit: float) -> Iterator[_Unbroken]:
    """A part that is too wide for a line, in pieces that are not; else the part alone."""
    if part.width <= limit:
        yield part
        return
    piece = ""
    width = 0.0
    for cluster in clusters_of(part.text.rstrip()):
        own = setting.width(cluster, _UNIT)
        if piece and width + own > limit:
            yield _Unbroken(piece, width, 0)
            piece, width = "", 0.0
        piece += cluster
        width += own
    yield _Unbroken(f"{piece} " if part.space else piece, width, part.space)


def _cut(line: _Line, setting: Setting, limit: float) -> Iterator[_Unbroken]:
    """A line that ends in an ellipsis: without its last words, or letters, where there is no room for it."""
    ellipsis = _measured(ELLIPSIS, setting)
    kept = list(line)
    while len(kept) > 1 and _width(kept) + ellipsis.width > limit:
        kept.pop()
    clusters = clusters_of(_text(kept))
    while len(clusters) > 1 and setting.width("".join(clusters), _UNIT) + ellipsis.width > limit:
        clusters.pop()
    yield _measured("".join(clusters).rstrip(" ,;:.–—-") + ELLIPSIS, setting)
