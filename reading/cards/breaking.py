"""Places where a text may be parted into lines. Pure."""

import re
import unicodedata

_NOT_AT_START = frozenset(
    "、。，．：；？！）］｝〕〉》」』】〙〗ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・…‥,.:;?!)]}»”’％℃"
)
_NOT_AT_END = frozenset("（［｛〔〈《「『【〘〖([{«“‘￥＄")
_ENDS_PART = frozenset("-–—/")
_JOINERS = "\u200c\u200d"
_STEERING = dict.fromkeys(
    (0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Signs that only steer the layout of a text: it has one direction here, and breaks where the card has room."""


def clean(text: str) -> str:
    """The text as it can be drawn: composed letters, single spaces, no sign that is not seen but joins letters."""
    composed = unicodedata.normalize("NFC", text).translate(_STEERING)
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in composed).split())


def parts_of(text: str) -> list[str]:
    """The smallest parts that stay on one line, each with the space that follows it.

    Chinese and Japanese break between letters, but not before a closing sign or after an opening one; Korean at spaces.
    """
    parts: list[str] = []
    for word in re.findall(r"\S+\s?", text):
        start = 0
        for at in range(1, len(word.rstrip())):
            if _may_break(word[at - 1], word[at]):
                parts.append(word[start:at])
                start = at
        parts.append(word[start:])
    return parts


def clusters_of(text: str) -> list[str]:
    """Letters with their marks: the least that can be drawn alone."""
    clusters: list[str] = []
    for character in text:
        if clusters and (_belongs_to_letter(character) or clusters[-1][-1] in _JOINERS):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _may_break(before: str, after: str) -> bool:
    if before in _ENDS_PART and after.isalpha():
        return True
    if not (_is_ideographic(before) or _is_ideographic(after)):
        return False
    return not (after in _NOT_AT_START or before in _NOT_AT_END or _belongs_to_letter(after))


def _is_ideographic(character: str) -> bool:
    is_wide = unicodedata.east_asian_width(character) in "WF"
    return is_wide and not unicodedata.name(character, "").startswith("HANGUL")


def _belongs_to_letter(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in _JOINERS
