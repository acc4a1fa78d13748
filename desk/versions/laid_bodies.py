"""A file's text laid over a draft's: what no file holds of a text stays where it stands.

A Word file has no embeds, section breaks, drop caps and table captions, names our own pages by their addresses of the
day, and may lack pictures. So the draft is compared as a file would hold it, and what a file cannot say is kept.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import PurePath

from prose.html.alike import alike_blocks
from prose.html.figures import Figure, figures_in, with_figures
from prose.html.merge import blocks_of, merge_bodies
from prose.html.targets.embeds import EMBED
from prose.html.targets.own_links import with_own_links
from prose.html.text import plain_text
from prose.three_way import Passage

_STANDS = re.compile(rf"<(?:figure |aside {EMBED}=|hr>)")
_LINK = re.compile(r'<a href="([^"]*)"')
_UNSAID = re.compile(r' class="drop-cap"| scope="\w+"| hreflang="[^"]*"|<caption>.*?</caption>', re.DOTALL)
"""Markup that says something of a draft's words and has no counterpart in a file."""


@dataclass(frozen=True)
class LeftPicture:
    """A picture of a file that the draft does not have: its caption or text alternative, and the words before it."""

    words: str
    after: str


@dataclass(frozen=True)
class LaidBody:
    """The text as it would be saved. `conflicts`: passages that the file and the desk both changed.

    `kept`: blocks that stay although the file does not have them; `not_taken`: pictures that are the file's alone.
    """

    html: str
    conflicts: tuple[Passage, ...]
    kept: int
    not_taken: tuple[LeftPicture, ...]


def laid_body(
    file: str,
    draft: str,
    base: str | None,
    *,
    addresses: Mapping[str, str],
    pictures: Mapping[str, str],
    giving_way: Collection[Passage] = (),
) -> LaidBody:
    """Lay a file's body over a draft's. `base`: the text from which the file was made, None if nobody knows it.

    `addresses`: href of a link to a page of ours -> its address in a file; `pictures`: key of a figure of the file ->
    the name of its file. In the passages of `giving_way` the draft's words stay.
    """
    draft_blocks = blocks_of(draft)
    standing = [block for block in draft_blocks if _STANDS.match(block)]
    then = {figure.uuid: figure for figure in figures_in(draft if base is None else base)}
    own = Counter(map(plain_text, _words(draft_blocks)))
    brought = _brought_by(file, standing, own, then, addresses, pictures, giving_way)
    file_blocks = blocks_of(brought.html)
    mine, theirs = ("".join(_words(blocks)) for blocks in (file_blocks, draft_blocks))
    before = as_in_a_file(draft if base is None else base, addresses)
    merged = merge_bodies(before, mine, theirs, giving_way=giving_way)
    here = {_key(block) for block in file_blocks if _STANDS.match(block)}
    blocks = _put_back(blocks_of(merged.text), file_blocks, here)
    kept = {_key(block) for block in standing} - here
    blocks = _put_back(blocks, draft_blocks, kept)
    conflicts = (*merged.conflicts, *brought.captions) if base is not None else ()
    return LaidBody("".join(blocks), conflicts, len(kept), brought.not_taken)


def as_in_a_file(body: str, addresses: Mapping[str, str]) -> str:
    """A stored body as far as a file holds it; links to our pages that have an address keep their names."""
    plain = with_own_links(body, {href: href for href in addresses})
    return _UNSAID.sub("", "".join(_words(blocks_of(plain)))).replace(
        'data-footnote="same"', 'data-footnote=""'
    )


@dataclass(frozen=True)
class _BroughtBody:
    """A file's body with the draft's names for pages and pictures, without the words of embeds, which the draft keeps.

    `captions`: those that the file and the desk both changed; `not_taken`: pictures that are the file's alone.
    """

    html: str
    captions: tuple[Passage, ...]
    not_taken: tuple[LeftPicture, ...]


def _brought_by(
    file: str,
    standing: Sequence[str],
    own: Mapping[str, int],
    then: Mapping[str, Figure],
    addresses: Mapping[str, str],
    pictures: Mapping[str, str],
    giving_way: Collection[Passage],
) -> _BroughtBody:
    """The file's body as one over the draft. `own`: how often the draft has a text in other blocks than `standing`.

    `then`: the figures of the text from which the file was made.
    """
    names = {address: href for href, address in addresses.items()}
    file = _LINK.sub(lambda link: f'<a href="{names.get(link[1], link[1])}"', file)
    ours = {figure.uuid: figure for block in standing for figure in figures_in(block)}
    before = _words_before(file)
    not_taken: list[LeftPicture] = []
    captions: list[Passage] = []

    def drawn(figure: Figure) -> str:
        same = ours.get(PurePath(pictures.get(figure.uuid, "")).stem)
        if same is None:
            words = plain_text(figure.caption_html) or figure.alt or ""
            not_taken.append(LeftPicture(words, before.get(figure.uuid, "")))
            return ""
        merged, passage = _captioned(same, figure.caption_html, then.get(same.uuid, same).caption_html)
        captions.extend([passage] if passage else [])
        return passage.theirs if passage and passage in giving_way else merged.html

    file = with_figures(file, drawn)
    embeds = Counter(plain_text(block) for block in standing if EMBED in block)
    blocks = _without_embeds(blocks_of(file), embeds, own)
    return _BroughtBody("".join(blocks), tuple(captions), tuple(not_taken))


def _words_before(body: str) -> dict[str, str]:
    """Key of a figure -> the text of the last block with words before it."""
    words, before = "", {}
    for block in blocks_of(body):
        figures = figures_in(block)
        before.update({figure.uuid: words for figure in figures})
        words = words if figures else plain_text(block) or words
    return before


def _captioned(draft: Figure, in_file: str, base: str) -> tuple[Figure, Passage | None]:
    """The draft's figure with both sides' changes of its caption, and the passage if both changed the same words."""
    file, before, desk = map(_said, (in_file, base, draft.caption_html))
    if file in (before, desk):
        return draft, None
    if desk == before:
        return replace(draft, caption_html=in_file), None
    lines = [f"<p>{caption}</p>" for caption in (base, in_file, draft.caption_html)]
    merged = merge_bodies(*lines)
    if base and in_file and draft.caption_html and not merged.conflicts:
        caption = merged.text.removeprefix("<p>").removesuffix("</p>")
        return replace(draft, caption_html=caption), None
    sides = [replace(draft, caption_html=caption) for caption in (base, in_file, draft.caption_html)]
    return sides[1], Passage(*(side.html for side in sides))


def _said(caption: str) -> tuple[str, list[str]]:
    """A caption as far as a file can hold it: its words, and the addresses of its links."""
    return plain_text(caption), _LINK.findall(caption)


def _without_embeds(blocks: Sequence[str], embeds: Mapping[str, int], own: Mapping[str, int]) -> list[str]:
    """A file's blocks without the words of the draft's embeds, which a file holds as quotations.

    Where they came back as other blocks, only as many go as the draft does not have of its own, headings last.
    """
    gone: set[int] = set()
    for text, number in embeds.items():
        same = [place for place, block in enumerate(blocks) if plain_text(block) == text]
        quotations = [place for place in same if blocks[place].startswith("<aside")][:number]
        others = [place for place in same if place not in quotations]
        others.sort(key=lambda place: blocks[place].startswith("<h"))
        spare = min(number - len(quotations), len(others) - own.get(text, 0))
        gone |= {*quotations, *others[: max(spare, 0)]}
    return [block for place, block in enumerate(blocks) if place not in gone]


def _words(blocks: Sequence[str]) -> list[str]:
    """The blocks that a file and a draft are compared by."""
    return [block for block in blocks if not _STANDS.match(block)]


def _key(block: str) -> str:
    """What makes two blocks the same one: the picture of a figure, the words of others."""
    figure = next(iter(figures_in(block)), None)
    return figure.uuid if figure else plain_text(block) or block


def _put_back(blocks: Sequence[str], source: Sequence[str], kept: Collection[str]) -> list[str]:
    """The blocks with those of the source that have these keys, each behind what it stands behind there."""
    around = [block for block in source if not (_STANDS.match(block) and _key(block) in kept)]
    places = gaps_between(around, blocks)
    found: dict[int, list[str]] = {}
    before = 0
    for block in source:
        if _STANDS.match(block) and _key(block) in kept:
            found.setdefault(places[before], []).append(block)
        else:
            before += 1
    put: list[str] = []
    for place in range(len(blocks) + 1):
        put += found.get(place, [])
        put += blocks[place : place + 1]
    return put


def gaps_between(source: Sequence[str], blocks: Sequence[str]) -> list[int]:
    """For each gap between the source's blocks, that before the first included, the nearest one between the others."""
    places = [0] * (len(source) + 1)
    for start, stop, begins, ends in _stretches(source, blocks):
        for at in range(start, stop):
            places[at + 1] = min(begins + at + 1 - start, ends) if at + 1 < stop else ends
    return places


def _stretches(source: Sequence[str], blocks: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The limits of equal and other stretches on both sides; a block that got other words is one of its own."""
    matcher = SequenceMatcher(None, list(map(_key, source)), list(map(_key, blocks)), autojunk=False)
    for tag, start, stop, begins, ends in matcher.get_opcodes():
        pairs = alike_blocks(source[start:stop], blocks[begins:ends]) if tag == "replace" else []
        for here, there in [(start + old, begins + new) for old, new in pairs]:
            yield start, here, begins, there
            yield here, here + 1, there, there + 1
            start, begins = here + 1, there + 1
        yield start, stop, begins, ends
