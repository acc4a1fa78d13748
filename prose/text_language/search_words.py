"""Words as search compares them: the same cutting for the text that is indexed and for what a reader asks.

PostgreSQL folds accents and word endings (`prose.languages.search_configuration`). This module does what it cannot:
scripts without spaces between words, and Korean, whose particles hang on the noun, are cut into overlapping pairs of
characters; marks that readers do not type are left out.
"""

import re
import unicodedata

from prose.words import UNSPACED

_PAIRED = rf"{UNSPACED}\uac00-\ud7a3"
_RUN = re.compile(rf"[{_PAIRED}]+")
_INVISIBLE = re.compile("[\u00ad\u0640\u200b-\u200f\u2060-\u2064\ufeff]")
_VOWEL_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
# PostgreSQL's parser takes "and/or" for the path of a file, and "a_b" for one word.
_JOINING = re.compile(r"[/\\_|~<>&]")
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


_FOLDED = _Folding()


def _even(text: str) -> str:
    """The text in one Unicode form, without invisible characters and vowel marks of Arabic and Hebrew."""
    even = unicodedata.normalize("NFKC", _UNSTORABLE.sub(" ", text)).translate(_APOSTROPHES)
    return _JOINING.sub(" ", _VOWEL_MARKS.sub("", _INVISIBLE.sub("", even)))


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]
