"""Read plain text in any usual encoding: one block a paragraph."""

import codecs
import re

from intake.patterns import Pattern
from intake.sources.manuscript import CannotRead, Manuscript, SourceBlock, paragraph
from prose.limits import MAX_BODY_CHARS
from prose.typography import clean_line

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = Pattern("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WRAPPED_FROM, _WRAPPED_TO = 45, 100
_FALLBACK_REMARK = "This text is not in UTF-8; it was read as Windows-1252."


def decode(source: bytes) -> tuple[str, list[str]]:
    """The text of these bytes, and remarks on what had to be assumed. Raises `CannotRead` for other data."""
    if not source.strip():
        raise CannotRead("This file is empty.")
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _decode_strictly(source[len(mark) :], encoding), []
    try:
        return _check_is_text(source.decode("utf-8")), []
    except UnicodeDecodeError:
        return _decode_strictly(source, "cp1252"), [_FALLBACK_REMARK]


def _decode_strictly(source: bytes, encoding: str) -> str:
    try:
        return _check_is_text(source.decode(encoding))
    except UnicodeDecodeError as error:
        raise CannotRead("This file is not a text: its bytes make no sense as characters.") from error


def _check_is_text(text: str) -> str:
    # One stray control character may be a slip; a file full of them is not a text.
    if "\x00" in text or len(_BINARY.findall(text)) * 50 > len(text):
        raise CannotRead("This file is not a text: it holds binary data.")
    return text


def read_text(source: bytes | str) -> Manuscript:
    """The manuscript in a plain text: a paragraph is a line or, in a hard-wrapped text, a group of lines."""
    text, remarks = (source, []) if isinstance(source, str) else decode(source)
    if len(text) > MAX_BODY_CHARS:
        raise CannotRead(
            f"This text is too long: {len(text):,} characters, at most {MAX_BODY_CHARS:,} are taken."
        )
    groups = _groups(text)
    if not groups:
        raise CannotRead("This text is empty.")
    if _is_wrapped(groups):
        remarks = [*remarks, "Line breaks inside paragraphs were taken for wrapping and closed up."]
        groups = [_joined_line(group) for group in groups]
    blocks: list[SourceBlock] = [paragraph(line, number) for group in groups for number, line in group]
    return Manuscript(tuple(blocks), remarks=tuple(remarks))


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
