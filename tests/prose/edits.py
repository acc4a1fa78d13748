"""Hypothesis strategies for a text and two people's changes to it that do not touch."""

from dataclasses import dataclass

from hypothesis import strategies as st

Words = list[str]


@dataclass(frozen=True)
class Edit:
    """Words put in the place of `base[start:stop]` by one side, 0 or 1."""

    side: int
    start: int
    stop: int
    words: Words


@dataclass(frozen=True)
class EditedText:
    """A text, what each side made of it, and what it is with the changes of both."""

    base: Words
    sides: tuple[Words, Words]
    both: Words
    edits: tuple[Edit, ...]


def applied(base: Words, edits: list[Edit]) -> Words:
    words = list(base)
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        words[edit.start : edit.stop] = edit.words
    return words


@st.composite
def edited_texts(draw: st.DrawFn) -> EditedText:
    """Different words; between any two changes at least one word that nobody changed, also at both ends."""
    base = [f"w{number}" for number in range(draw(st.integers(3, 40)))]
    edits, at = [], 1
    while at < len(base) - 1 and len(edits) < 12:
        start = at + draw(st.integers(0, 6))
        stop = start + draw(st.integers(0, 4))
        if stop >= len(base) - 1:
            break
        side = draw(st.integers(0, 1))
        count = draw(st.integers(0 if stop > start else 1, 4))
        edits.append(Edit(side, start, stop, [f"new{len(edits)}-{number}" for number in range(count)]))
        at = stop + 1
    mine, theirs = (applied(base, [edit for edit in edits if edit.side == side]) for side in (0, 1))
    return EditedText(base, (mine, theirs), applied(base, edits), tuple(edits))
