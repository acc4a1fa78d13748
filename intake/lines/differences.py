"""Differences between two texts, word by word; typography is no difference."""

from difflib import SequenceMatcher

from prose.typography import fold


def likeness(known: str, text: str) -> float:
    """Share of words that agree, in order, from 0 to 1; 1 only if the texts differ in nothing but typography."""
    known, text = fold(known), fold(text)
    if known == text:
        return 1.0
    matcher = SequenceMatcher(None, known.lower().split(), text.lower().split(), autojunk=False)
    return min(matcher.ratio(), 0.999)


def difference(known: str, text: str) -> str:
    """The differences as words: ``“may” instead of “can”; “here” added; “so” left out``."""
    known_words, words = fold(known).split(), fold(text).split()
    parts = []
    matcher = SequenceMatcher(None, known_words, words, autojunk=False)
    for change, known_start, known_end, start, end in matcher.get_opcodes():
        before, after = " ".join(known_words[known_start:known_end]), " ".join(words[start:end])
        if change == "replace":
            parts.append(f"“{after}” instead of “{before}”")
        elif change == "insert":
            parts.append(f"“{after}” added")
        elif change == "delete":
            parts.append(f"“{before}” left out")
    return "; ".join(parts)
