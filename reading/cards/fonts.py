"""Fonts of share cards: files that come with the requirements, chosen by the letters that they have.

A text is parted into runs of one font each. Where no font has a letter, or where runs would stand in a wrong order,
there are none: nothing is drawn rather than something wrong.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path

from PIL import ImageFont, features
from PIL.ImageFont import FreeTypeFont, Layout

from prose.languages import script_of

SERIF = "fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf"
SANS = "fontpkg_source_sans_3/files/SourceSans3[wght].ttf"
CJK = "manimgx_fonts_cjk/NotoSansCJK-VF.otf.ttc"
OTHERS = "manimgx_fonts/NotoSans{}[wght].ttf"
PACKAGES = tuple(path.partition("/")[0] for path in (SERIF, SANS, OTHERS, CJK))

_FACES_OF_CJK = {"ja": 0, "ko": 1, "zh-Hans": 2, "zh-Hant": 3}
_OF_SCRIPT = {"Arab": "Arabic", "Hebr": "Hebrew", "Deva": "Devanagari", "Beng": "Bengali", "Thai": "Thai"}
_MORE = ("Armenian", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar",
         "Oriya", "Sinhala", "Tamil", "Telugu", "Symbols")  # fmt: skip
_SHAPED = {"AL", "R", "NSM"}
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = frozenset({"L"}), frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})  # beside letters from right to left they change places with them
_PROBE_SIZE = 20
_OPTICAL_SIZE = 32
"""Cards are mostly seen at a third of their size: a cut for large type would be too fine."""


@dataclass(frozen=True)
class Face:
    """One face of a font file; `weight` from 100 to 900."""

    file: str
    weight: int
    index: int = 0

    def at(self, size: int) -> FreeTypeFont:
        """The face at a size in pixels."""
        return _open(self, size)

    def has(self, character: str) -> bool:
        """True if the font has a glyph of its own for a character."""
        return _has(self, character)


@dataclass(frozen=True)
class FontRun:
    """Characters that one face draws."""

    text: str
    face: Face


def faces_for(language: str, *, is_serif: bool, weight: int) -> tuple[Face, ...]:
    """Faces for a text in a language, the usual one first. Letters of Latin, Greek and Cyrillic may have serifs."""
    own = _OF_SCRIPT.get(script_of(language))
    face_of_cjk = Face(CJK, weight, _FACES_OF_CJK.get(language, _FACES_OF_CJK["zh-Hans"]))
    usual = Face(SERIF if is_serif and not own else SANS, weight)
    others = (Face(OTHERS.format(name), weight) for name in (*_OF_SCRIPT.values(), *_MORE) if name != own)
    if language in _FACES_OF_CJK:
        return face_of_cjk, usual, *others
    first = (Face(OTHERS.format(own), weight), usual) if own else (usual,)
    return *first, Face(SANS, weight), face_of_cjk, *others


def font_runs(text: str, faces: Sequence[Face], direction: str) -> list[FontRun] | None:
    """The text by faces, in reading order; None where it cannot be drawn right. [] without text."""
    chosen: list[tuple[Face, str]] = []
    for character in text:
        face = _face_for(character, faces, chosen[-1] if chosen else None)
        if face is None:
            return None
        chosen.append((face, character))
    parts = [
        FontRun("".join(character for _, character in group), face)
        for face, group in groupby(chosen, lambda one: one[0])
    ]
    return None if _are_out_of_order(parts, direction) or not _can_be_shaped(text) else parts


def _face_for(character: str, faces: Iterable[Face], before: tuple[Face, str] | None) -> Face | None:
    """The first face with the character; a sign that belongs to no script stays in the face before it.

    `before`: the character before, and its face. A sign after a letter from left to right takes the usual face.
    """
    if before and before[0].has(character):
        category = unicodedata.category(character)[0]
        if category in "MZCN" or (category in "PS" and unicodedata.bidirectional(before[1]) != "L"):
            return before[0]
    return next((face for face in faces if face.has(character)), None)


def _are_out_of_order(parts: Sequence[FontRun], direction: str) -> bool:
    """True if two neighbours both run against the text: together they would have to change places."""
    against, along = _RIGHT_TO_LEFT | _NUMBERS, _LEFT_TO_RIGHT
    if direction == "rtl":
        against, along = _LEFT_TO_RIGHT, _RIGHT_TO_LEFT
    directions = [{unicodedata.bidirectional(character) for character in part.text} for part in parts]
    return any(
        one & against and other & against and not (one & along or other & along)
        for one, other in pairwise(directions)
    )


def _can_be_shaped(text: str) -> bool:
    """True unless a text needs the layout of complex scripts and this machine's Pillow lacks it."""
    return has_complex_layout() or not any(
        unicodedata.bidirectional(character) in _SHAPED or "\u0900" <= character < "\u1100"
        for character in text
    )


def missing_packages() -> list[str]:
    """Packages with fonts that are not installed."""
    return [package for package in PACKAGES if find_spec(package) is None]


@lru_cache(maxsize=1)
def has_complex_layout() -> bool:
    """True if Pillow lays out scripts whose letters join or change places."""
    return bool(features.check("raqm") and features.check("fribidi"))


@lru_cache(maxsize=128)
def _open(face: Face, size: int, layout: Layout | None = None) -> FreeTypeFont:
    font = ImageFont.truetype(str(package_file(face.file)), size, index=face.index, layout_engine=layout)
    axes = {b"Weight": face.weight, b"Optical Size": _OPTICAL_SIZE}
    font.set_variation_by_axes([axes[axis["name"]] for axis in font.get_variation_axes()])
    return font


@lru_cache(maxsize=8192)
def _has(face: Face, character: str) -> bool:
    if not package_file(face.file).exists():
        return False
    if character.isspace() or unicodedata.category(character) == "Cf":
        return True  # nothing is drawn for it
    # Without shaping a character is drawn by its own glyph, or by that of missing characters: U+FFFF is no character.
    font = _open(face, _PROBE_SIZE, Layout.BASIC)
    return bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


@lru_cache
def package_file(file: str) -> Path:
    """Where a file of an installed package is; a path that does not exist if the package is not installed."""
    package, _, name = file.partition("/")
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    return Path(next(iter(folders)) if folders else "/nonexistent") / name
