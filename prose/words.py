"""Words of plain text, in scripts with spaces and without."""

import re
from operator import attrgetter

from prose.three_way import Change, MergedText, Passage, changes, stretches

# Scripts without spaces: each character of Han, kana, Thai, Lao, Khmer and Myanmar counts as a word.
UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}](?:[^\s{UNSPACED}\u2013\u2014/]*[^\W{UNSPACED}])?")
_PARTS = re.compile(rf"\s+|[{UNSPACED}]|[^\s{UNSPACED}]+")


def parts_of(text: str) -> list[str]:
    """The text cut into words with their punctuation, and the spaces between them; joined they are the text."""
    return _PARTS.findall(text)


def weight(part: str) -> int:
    """1 for a word, 0 for a space."""
    return 0 if part.isspace() else 1


def beginning(text: str, most: int) -> str:
    """The text, or as many of its first words as have `most` characters, and an ellipsis."""
    if len(text) <= most:
        return text
    start = text[:most]
    return f"{start.rpartition(' ')[0] or start} …"


def ending(text: str, most: int) -> str:
    """The text in one line, or an ellipsis and as many of its last words as have `most` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    end = line[-most:]
    return f"… {end.partition(' ')[2] or end}"


def cut_line(text: str, most: int) -> str:
    """The text in one line, or its first `most` characters, and an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def merge_words(base: str, mine: str, theirs: str) -> MergedText:
    """Merge plain text by words. A conflict is the whole text, with all changes that are in none."""
    merge = list(stretches(parts_of(base), parts_of(mine), parts_of(theirs), weigh=weight))
    with_mine, with_theirs = (
        "".join(
            part for stretch in merge for part in (side(stretch) if stretch.is_conflict else stretch.merged)
        )
        for side in (attrgetter("mine"), attrgetter("theirs"))
    )
    conflicts = (Passage(base, with_mine, with_theirs),) if with_mine != with_theirs else ()
    return MergedText(with_mine, conflicts)


def compare_words(old: str, new: str) -> list[Change[str]]:
    """Compare plain text by words."""
    return list(changes(parts_of(old), parts_of(new), weigh=weight))
