"""Read plain text in any usual encoding: one block a paragraph."""

import re

from intake.sources.characters import Decoded, decode
from intake.sources.manuscript import CannotRead, Manuscript, SourceBlock, paragraph
from prose.limits import MAX_BODY_CHARS
from prose.typography import clean_line

_WRAPPED_FROM, _WRAPPED_TO = 45, 100


def read_text(source: bytes | str) -> Manuscript:
    """The manuscript in a plain text: a paragraph is a line or, in a hard-wrapped text, a group of lines."""
    decoded = Decoded(source) if isinstance(source, str) else decode(source)
    text, remarks = decoded.text, decoded.remarks
    if len(text) > MAX_BODY_CHARS:
        raise CannotRead(
            f"This text is too long: {len(text):,} characters, at most {MAX_BODY_CHARS:,} are taken."
        )
    groups = _groups(text)
    if not groups:
        raise CannotRead("This text is empty.")
    if _is_wrapped(groups):
        remarks = (*remarks, "Line breaks inside paragraphs were taken for wrapping and closed up.")
        groups = [_joined_line(group) for group in groups]
    blocks: list[SourceBlock] = [paragraph(line, number) for group in groups for number, line in group]
    return Manuscript(tuple(blocks), remarks=remarks, doubts=decoded.doubts)


def _groups(text: str) -> list[list[tuple[int, str]]]:
    """Groups of (number, line) between empty lines."""
    groups: list[list[tuple[int, str]]] = [[]]
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text), start=1):
        line = clean_line(raw)
        if line:
            groups[-1].append((number, line))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_wrapped(groups: list[list[tuple[int, str]]]) -> bool:
    """True for a hard-wrapped text: no line is longer than a page is wide, and somewhere three full lines follow."""
    longest = max(len(line) for group in groups for _, line in group)
    return longest <= _WRAPPED_TO and any(len(group) > 2 and _runs_on(group) for group in groups)


def _runs_on(group: list[tuple[int, str]]) -> bool:
    return all(len(line) >= _WRAPPED_FROM for _, line in group[:-1])


def _joined_line(group: list[tuple[int, str]]) -> list[tuple[int, str]]:
    if not _runs_on(group):
        return group
    return [(group[0][0], " ".join(line for _, line in group))]
