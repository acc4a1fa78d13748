"""Marking words in another language in a text that was printed without marks."""

import re
from collections.abc import Iterable
from itertools import groupby

from prose.printed_line import PrintedLine, Span, merged, words
from prose.text_language.recognition import language_to_mark

_WORDS = re.compile(r"(\w+)")


def marked_text(text: str, language: str, like: Iterable[Span] = ()) -> PrintedLine:
    """The text of a page in `language`: words that `like` marks are marked so, others where their letters tell.

    `like`: spans that the same page has of these words elsewhere.
    """
    told = {span["text"].strip(): span["lang"] for span in like if span.get("lang")}
    line: PrintedLine = []
    for part in _split(text, told):
        line += words(part, told[part]) if part in told else _by_letters(part, language)
    return merged(line)


def _split(text: str, told: dict[str, str]) -> list[str]:
    if not told:
        return [text]
    longest_first = sorted(filter(None, told), key=len, reverse=True)
    return re.split(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", text)


def _by_letters(text: str, language: str) -> PrintedLine:
    """Neighbouring words in one foreign script are one span; the signs between them belong to it."""
    parts = [(part, _mark(part, language)) for part in _WORDS.split(text) if part]
    for place in range(1, len(parts) - 1):
        before, after = parts[place - 1][1], parts[place + 1][1]
        if not _WORDS.fullmatch(parts[place][0]) and before == after:
            parts[place] = (parts[place][0], before)
    grouped = groupby(parts, key=lambda part: part[1])
    return [span for mark, some in grouped for span in words("".join(part for part, _ in some), mark)]


def _mark(word: str, language: str) -> str:
    return language_to_mark(word, language) if _WORDS.fullmatch(word) else ""
