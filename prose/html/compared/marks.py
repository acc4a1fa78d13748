"""Marks of a change: what only one of two sequences of tokens has, in `ins` and `del`."""

from collections.abc import Iterable, Iterator, Sequence

from prose.html.inline import TextRun
from prose.html.tokens import BlockStart, Token
from prose.three_way import Change

INSERTED, DELETED = "<ins>", "<del>"
REMARK = '<p class="compared-remark">'
"""Start of a sentence above a table that differs only in what no word shows."""
_KINDS = {
    "p": "paragraph", "h2": "heading", "h3": "heading", "h4": "heading", "pre": "code", "hr": "dividing line",
}  # fmt: skip


def holds_changes(block: Iterable[Token]) -> bool:
    """True if an element of a block, such as a note or a table, has marks inside it."""
    return any(
        mark in token.element
        for token in block
        if isinstance(token, TextRun)
        for mark in (INSERTED, DELETED, REMARK)
    )


def with_marks(parts: Iterable[Change[Token]]) -> Iterator[Token]:
    """The tokens of both sides, with marks around what only one has."""
    for part in parts:
        if part.is_none:
            yield from part.new
            continue
        old, new = part.old, part.new
        is_start_changed = (
            bool(old and new) and isinstance(old[-1], BlockStart) and isinstance(new[-1], BlockStart)
        )
        stays = 1 if is_start_changed else 0
        yield from _with_mark(old[: len(old) - stays], DELETED)
        yield from _with_mark(new[: len(new) - stays], INSERTED)
        if is_start_changed:
            yield from _changed_kind(old[-1], new[-1])


def _with_mark(tokens: Sequence[Token], mark: str) -> Iterator[Token]:
    """The tokens with a mark on each word, and a ¶ for the start of a block whose words stay; a break has its name."""
    for place, token in enumerate(tokens):
        if isinstance(token, TextRun):
            yield token._replace(marks=(mark, *token.marks))
            continue
        yield token
        if place + 1 == len(tokens) or isinstance(tokens[place + 1], BlockStart):
            yield TextRun((mark,), f"({_KINDS['hr']}) " if token.name == "hr" else "¶ ")


def _changed_kind(old: Token, new: Token) -> Iterator[Token]:
    """The start of a block whose words stay, with the kind that it had and has now."""
    yield new
    if isinstance(old, BlockStart) and isinstance(new, BlockStart):
        was, now = (_KINDS.get(start.name, start.name) for start in (old, new))
        if was != now:
            yield from (TextRun((DELETED,), f"({was}) "), TextRun((INSERTED,), f"({now}) "))
