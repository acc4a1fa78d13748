"""A file's text laid over a draft's: what no file holds of a text stays where it stands.

A Word file has no embeds, section breaks, drop caps and table captions, names our own pages by their addresses of the
day, and may lack pictures. So the draft is compared as a file would hold it, and what a file cannot say is kept.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePath

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
    words, not_taken = _words_of_file(file, standing, then, addresses, pictures)
    file_blocks = blocks_of(words)
    mine, theirs = ("".join(_words(blocks)) for blocks in (file_blocks, draft_blocks))
    before = as_in_a_file(draft if base is None else base, addresses)
    merged = merge_bodies(before, mine, theirs, giving_way=giving_way)
    here = {_key(block) for block in file_blocks if _STANDS.match(block)}
    blocks = _put_back(blocks_of(merged.text), file_blocks, here)
    kept = {_key(block) for block in standing} - here
    blocks = _put_back(blocks, draft_blocks, kept)
    conflicts = merged.conflicts if base is not None else ()
    return LaidBody("".join(blocks), conflicts, len(kept), not_taken)


def as_in_a_file(body: str, addresses: Mapping[str, str]) -> str:
    """A stored body as far as a file holds it; links to our pages that have an address keep their names."""
    plain = with_own_links(body, {href: href for href in addresses})
    return _UNSAID.sub("", "".join(_words(blocks_of(plain)))).replace(
        'data-footnote="same"', 'data-footnote=""'
    )


def _words_of_file(
    file: str,
    standing: Sequence[str],
    then: Mapping[str, Figure],
    addresses: Mapping[str, str],
    pictures: Mapping[str, str],
) -> tuple[str, tuple[LeftPicture, ...]]:
    """The file's body with the draft's names for pages and pictures, and the pictures that are not taken.

    `then`: the figures of the text from which the file was made.
    """
    names = {address: href for href, address in addresses.items()}
    file = _LINK.sub(lambda link: f'<a href="{names.get(link[1], link[1])}"', file)
    ours = {figure.uuid: figure for block in standing for figure in figures_in(block)}
    before = _words_before(file)
    not_taken: list[LeftPicture] = []

    def drawn(figure: Figure) -> str:
        same = ours.get(PurePath(pictures.get(figure.uuid, "")).stem)
        if same is None:
            words = plain_text(figure.caption_html) or figure.alt or ""
            not_taken.append(LeftPicture(words, before.get(figure.uuid, "")))
            return ""
        caption = _caption(figure, same, then.get(same.uuid, same))
        return Figure(same.uuid, same.width, same.crop, same.alt, caption).html

    file = with_figures(file, drawn)
    embeds = {plain_text(block) for block in standing if EMBED in block}
    blocks = [block for block in blocks_of(file) if not (embeds and plain_text(block) in embeds)]
    return "".join(blocks), tuple(not_taken)


def _words_before(body: str) -> dict[str, str]:
    """Key of a figure -> the text of the last block with words before it."""
    words, before = "", {}
    for block in blocks_of(body):
        figures = figures_in(block)
        before.update({figure.uuid: words for figure in figures})
        words = words if figures else plain_text(block) or words
    return before


def _caption(file: Figure, draft: Figure, base: Figure) -> str:
    """The file's caption; the draft's where the file has not changed it."""
    in_file, before = (
        (plain_text(figure.caption_html), _LINK.findall(figure.caption_html)) for figure in (file, base)
    )
    return draft.caption_html if in_file == before else file.caption_html


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
    matcher = SequenceMatcher(None, list(map(_key, source)), list(map(_key, blocks)), autojunk=False)
    for _, start, stop, begins, ends in matcher.get_opcodes():
        for at in range(start, stop):
            places[at + 1] = min(begins + at + 1 - start, ends) if at + 1 < stop else ends
    return places
