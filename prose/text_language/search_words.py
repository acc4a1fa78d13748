"""Words as search compares them: the same cutting for the text that is indexed and for what a reader asks.

PostgreSQL folds accents and word endings (`prose.languages.search_configuration`). This module does what it cannot:
scripts without spaces between words, and Korean, whose particles hang on the noun, are cut into overlapping pairs of
characters; marks that readers do not type are left out. A database whose locale is "C", as ours, takes all that is no
ASCII for letters: there “quays”—with its marks and all that touches them—would be one word.
"""

import re
import unicodedata

from prose.words import UNSPACED

_PAIRED = rf"{UNSPACED}\uac00-\ud7a3"
_RUN = re.compile(rf"[{_PAIRED}]+")
# Among them the signs of al-Bannāʾ, ʿAli and Hawaiʻi.
_INVISIBLE = re.compile("[\u00ad\u02bb\u02be\u02bf\u0640\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_VOWEL_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
# PostgreSQL's parser takes "and/or" for the path of a file, and "a_b" for one word.
_JOINING = re.compile(r"[/\\_|~<>&]")
_BEFORE_DIGIT = re.compile(r"(?<=\w)-(?=\d)")  # it takes "COVID-19" for a word and a number below zero
_INITIALS = re.compile(r"(?<![\w.])[^\W\d_](?:\.[^\W\d_])+\.?(?!\w)")
_APOSTROPHES = str.maketrans("’ʼ＇", "'''")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def index_words(text: str) -> str:
    """A text as PostgreSQL gets it for the index: "항구는" is "항구 구는 는", so that single characters are there."""
    return _RUN.sub(lambda run: f" {' '.join([*_pairs(run[0]), run[0][-1]])} ", _even(text))


def query_words(term: str) -> str:
    """A word or phrase of a reader as PostgreSQL gets it: "항구는" is "항구 구는", which stand in this order."""
    return " ".join(_RUN.sub(lambda run: f" {' '.join(_pairs(run[0]) or run[0])} ", _even(term)).split())


def has_pairs(text: str) -> bool:
    """True if a text is cut into pairs of characters, in whole or in part."""
    return _RUN.search(text) is not None


def fold(text: str) -> str:
    """A text without accents and capitals, character for character: an offset in it is one in the text."""
    return text.translate(_FOLDED)


class _Folding(dict[int, str]):
    """The letter without accents of each letter asked for so far; bounded by the number of characters there are."""

    def __missing__(self, point: int) -> str:
        letter = unicodedata.normalize("NFKD", chr(point))[0].lower()[0]
        self[point] = letter
        return letter


class _Parting(dict[int, str]):
    """What stands for a character in a text for PostgreSQL: a space for each mark that it may take for a letter."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        is_mark = point > 127 and unicodedata.category(letter)[0] in "PSZ"
        self[point] = " " if is_mark else letter
        return self[point]


_FOLDED = _Folding()
_PARTED = _Parting({ord("‐"): "-"})


def _even(text: str) -> str:
    """The text in one Unicode form, without invisible characters and vowel marks of Arabic and Hebrew."""
    even = unicodedata.normalize("NFKC", _UNSTORABLE.sub(" ", text)).translate(_APOSTROPHES)
    parted = _JOINING.sub(" ", _VOWEL_MARKS.sub("", _INVISIBLE.sub("", even))).translate(_PARTED)
    return _INITIALS.sub(lambda found: found[0].replace(".", ""), _BEFORE_DIGIT.sub(" ", parted))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]
