"""Passages of a version: what a reader may comment on, and other words put into one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.snapshot import Content
from desk.models.shared_comment import SharedComment
from desk.versions.laid_bodies import gaps_between
from prose.errors import ProseError
from prose.html.allowed import BLOCKS, CELLS, NOTE
from prose.html.clean import clean_html
from prose.html.merge import blocks_of, carried_over, merge_bodies
from prose.html.text import plain_text
from prose.html.tree import Element, inner_html, parse
from prose.words import beginning

Part = SharedComment.PassagePart
_LABEL_CHARS = 60
_AROUND = 120
_END_OF_WORD, _BEGUN_WORD = re.compile(r"^\S*\s"), re.compile(r"\s\S*$")
BETWEEN = " ¶ "
"""Stands between paragraphs in the words of a proposal that is for several."""
_BREAKING = BLOCKS | CELLS | {"br", "li", "tr"}


@dataclass(frozen=True)
class PiecePassage:
    """One passage. `code`: "headline", "dek", or "body-3" for the text's fourth block."""

    code: str
    text: str

    @property
    def part(self) -> str:
        return self.code.partition("-")[0]

    @property
    def block(self) -> int | None:
        number = self.code.partition("-")[2]
        return int(number) if number else None

    @property
    def label(self) -> str:
        """Its beginning, with its place: "Paragraph 4: Shore power is …"."""
        where = {Part.HEADLINE: "Headline", Part.DEK: "Dek"}.get(Part(self.part))
        return f"{where or f'Paragraph {(self.block or 0) + 1}'}: {beginning(self.text, _LABEL_CHARS)}"


def passages_of(content: Content) -> list[PiecePassage]:
    """The passages of a version that have words, from top to bottom."""
    lines = [PiecePassage(Part.HEADLINE, content["headline"]), PiecePassage(Part.DEK, content["dek"])]
    blocks = (
        PiecePassage(f"{Part.BODY}-{number}", one_line(plain_text(block)))
        for number, block in enumerate(blocks_of(content["body"]))
    )
    return [passage for passage in (*lines, *blocks) if passage.text]


@lru_cache(maxsize=8)
def block_texts(body: str) -> tuple[str, ...]:
    """The words of each block of a body. A page asks for them once for each comment."""
    return tuple(one_line(plain_text(block)) for block in blocks_of(body))


def around(content: Content, comment: SharedComment) -> tuple[str, str]:
    """The words of its block before and after those that a proposal is about."""
    texts = block_texts(content["body"])
    if comment.spans is not None or comment.block is None or comment.block >= len(texts):
        return "", ""
    before, _, after = texts[comment.block].partition(one_line(comment.quoted))
    return (
        f"… {_END_OF_WORD.sub('', before[-_AROUND:], count=1)}" if len(before) > _AROUND else before,
        f"{_BEGUN_WORD.sub('', after[:_AROUND])} …" if len(after) > _AROUND else after,
    )


def one_line(text: str) -> str:
    return " ".join(text.split())


def is_in(content: Content, comment: SharedComment) -> bool:
    """True if the words to which a comment belongs stand in a version, wherever they are by now."""
    quoted = one_line(comment.quoted)
    match comment.part:
        case Part.HEADLINE:
            return quoted in one_line(content["headline"])
        case Part.DEK:
            return quoted in one_line(content["dek"])
        case Part.BODY if comment.spans == 0:
            return True
        case Part.BODY if comment.spans is not None:
            return quoted in BETWEEN.join(block_texts(content["body"]))
        case Part.BODY:
            return any(quoted in text for text in block_texts(content["body"]))
    return True


def with_wording(old: Content, now: Content, comment: SharedComment) -> tuple[str, str] | None:
    """The field that a proposal changes, and its new value in the version of `now`; None if the passage is gone.

    What else has changed since in its paragraph stays.
    """
    quoted, wording = one_line(comment.quoted), comment.wording
    if comment.part in (Part.HEADLINE, Part.DEK):
        name = str(comment.part)
        text = one_line(now[name])
        return (name, text.replace(quoted, one_line(wording))) if text.count(quoted) == 1 else None
    wanted = _body_with(blocks_of(old["body"]), comment)
    if wanted is None:
        return None
    body = carried_over(old["body"], wanted, now["body"])
    if body is None and comment.spans == 0 and comment.block is not None:
        # New paragraphs go behind the same one, whatever it says now; by words they could become part of another.
        blocks = blocks_of(now["body"])
        place = gaps_between(blocks_of(old["body"]), blocks)[comment.block]
        body = "".join([*blocks[:place], comment.markup, *blocks[place:]])
    elif body is None:
        merged = merge_bodies(old["body"], wanted, now["body"])
        body = None if merged.conflicts else merged.text
    return None if body is None else ("body", body)


def _body_with(blocks: list[str], comment: SharedComment) -> str | None:
    """The body with a proposal in its place; None if it is for no place there."""
    start, spans = comment.block, comment.spans
    if start is None or start + (1 if spans is None else spans) > len(blocks):
        return None
    if spans is not None:
        return "".join([*blocks[:start], comment.markup, *blocks[start + spans :]])
    reworded = in_other_words(blocks[start], one_line(comment.quoted), one_line(comment.wording))
    return None if reworded is None else "".join([*blocks[:start], reworded, *blocks[start + 1 :]])


def in_other_words(block: str, quoted: str, wording: str) -> str | None:
    """A block with other words in place of those quoted, which must stand in it once, in one paragraph.

    Only what differs is put in, so that links, emphasis and notes around it stay.
    """
    body = parse(block)
    letters = list(_letters(body))
    shown = [letter for letter in letters if letter.shown]
    text = "".join(letter.shown for letter in shown)
    if not quoted or text.count(quoted) != 1:
        return None
    start, same = text.index(quoted), _common(quoted, wording)
    same_end = _common(quoted[same:][::-1], wording[same:][::-1])
    first, last = start + same, start + len(quoted) - same_end
    if any(letter.slot is None for letter in shown[first:last]):
        return None
    new = wording[same : len(wording) - same_end]
    if first < last:
        shown[first].raw = new
        for letter in shown[first + 1 : last]:
            letter.raw = ""
    elif first > start:
        shown[first - 1].raw += new
    else:
        shown[first].raw = new + shown[first].raw
    _write(letters)
    try:
        return clean_html(inner_html(body))
    except ProseError:
        return None


def _common(one: str, other: str) -> int:
    """The number of characters with which both begin."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


@dataclass
class _Letter:
    """A character of a block: as it is compared, as it stands, and where; a line's end stands nowhere."""

    shown: str
    raw: str
    slot: tuple[Element, str] | None


def _letters(body: Element) -> Iterator[_Letter]:
    """The characters of a block without its notes; of several spaces only the first is compared."""
    is_after_space = True
    for text, slot in _texts(body):
        for raw in text:
            is_space = raw.isspace()
            yield _Letter("" if is_space and is_after_space else (" " if is_space else raw), raw, slot)
            is_after_space = is_space


def _texts(node: Element) -> Iterator[tuple[str, tuple[Element, str] | None]]:
    if node.tag in _BREAKING:
        yield " ", None
    yield node.text or "", (node, "text")
    for child in node:
        if not (child.tag == "span" and NOTE in child.attrib):
            yield from _texts(child)
        yield child.tail or "", (child, "tail")
    if node.tag in _BREAKING:
        yield " ", None


def _write(letters: list[_Letter]) -> None:
    """Put the characters back where they stand."""
    texts: dict[tuple[Element, str], list[str]] = {}
    for letter in letters:
        if letter.slot is not None:
            texts.setdefault(letter.slot, []).append(letter.raw)
    for (node, place), parts in texts.items():
        setattr(node, place, "".join(parts))
