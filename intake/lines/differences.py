"""Differences between two texts, word by word; typography is no difference."""

from difflib import SequenceMatcher

from prose.typography import fold


def likeness(known: str, text: str) -> float:
    """Share of words that agree, in order, from 0 to 1; 1 only if the texts differ in nothing but typography."""
    ours, theirs = fold(known), fold(text)
    if ours == theirs:
        return 1.0
    matcher = SequenceMatcher(None, ours.lower().split(), theirs.lower().split(), autojunk=False)
    return min(matcher.ratio(), 0.999)


def difference(known: str, text: str) -> str:
    """The differences as words: ``“may” instead of “can”; “here” added; “so” left out``."""
    ours, theirs = fold(known).split(), fold(text).split()
    parts = []
    for change, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        before, after = " ".join(ours[a:b]), " ".join(theirs[c:d])
        if change == "replace":
            parts.append(f"“{after}” instead of “{before}”")
        elif change == "insert":
            parts.append(f"“{after}” added")
        elif change == "delete":
            parts.append(f"“{before}” left out")
    return "; ".join(parts)
