"""Clean-up of characters in plain text, and folding for comparison."""

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Invisible characters that change how a line reads, sorts or parses: control characters, lone
# surrogates, soft hyphen, zero-width spaces, byte order marks, marks and controls of writing direction,
# annotation and tag characters, noncharacters. Zero-width joiner and non-joiner stay: some scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_TAGS = "\U000e0000"  # str.isprintable accepts some characters from here on
# All horizontal spaces of Unicode, no-break ones included.
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_PARAGRAPHS = re.compile(r"\n{3,}")

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u0060\u00b4\u2039\u203a", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u301d\u301e", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        "\u2026": "...",
    }
)


def without_unseen(text: str) -> str:
    """The text without invisible characters (`_UNSEEN`); every kind of line break becomes ``\\n``."""
    if (
        text.replace("\n", "").isprintable() and max(text, default="") < _TAGS
    ):  # fast path for nearly all texts
        return text
    return _UNSEEN.sub("", _BREAKS.sub("\n", text))


def clean_line(text: str) -> str:
    """One line as stored: NFC, no invisible characters, single plain spaces."""
    return " ".join(unicodedata.normalize("NFC", without_unseen(text)).split())


def clean_text(text: str) -> str:
    """Several lines as stored: each like ``clean_line``, at most one empty line between two."""
    lines = _SPACES.sub(" ", unicodedata.normalize("NFC", without_unseen(text))).split("\n")
    return _PARAGRAPHS.sub("\n\n", "\n".join(line.strip(" ") for line in lines)).strip("\n")


def fold(text: str) -> str:
    """The text with plain quotes, dashes, ellipses and spaces, only for comparison. Keeps case."""
    return clean_line(text).translate(_FOLDED)
