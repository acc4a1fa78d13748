"""Figures of a source's text: each picture that it holds, at its place between the blocks, with its caption."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import lxml.html

from intake.sources.manuscript import BlockKind, Hint, LeftOut, SourceBlock, SourcePicture
from intake.sources.page.content import BESIDE
from intake.sources.pictures.alternatives import real_alternative
from intake.sources.pictures.captions import caption_of
from intake.sources.pictures.held import MAX_ALL_BYTES, MAX_PICTURES, HeldPictures
from intake.sources.pictures.ornaments import is_ornament
from intake.sources.tidy.elements import Html, words_in
from prose.html.clean import clean_html
from prose.html.figures import Figure, figures_in
from prose.html.text import plain_text
from prose.limits import megabytes
from prose.typography import clean_line

STAND_IN = "data-stand-in"
"""Attribute of the element that stands for a figure in the tree: its key."""
_HOLDERS = frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "figure", "picture", "a",
    "span", "strong", "em", "b", "i", "u", "font", "center",
))  # fmt: skip
"""Elements that hold no figure: one in them stands before or behind the outermost."""
_SHOWN = 60
_MOST_NAMED = 8


@dataclass
class PlacedPictures:
    """The pictures of a tree in order, their elements replaced by stand-ins, and sentences on the others."""

    pictures: list[SourcePicture] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    ornaments: int = 0
    too_many: list[str] = field(default_factory=list)

    def remarks(self) -> list[str]:
        """Sentences on pictures that are not in the source, or that nobody means by its pictures."""
        remarks = []
        if self.ornaments:
            remarks.append(
                f"Small pictures, logos and faces beside the text were left out: {self.ornaments}."
            )
        if many := len(self.elsewhere):
            named = _named(self.elsewhere)
            are = "One picture is" if many == 1 else f"{many} pictures are"
            remarks.append(
                f"{are} not in what was brought, and nothing is fetched from elsewhere"
                f"{f': {named}' if named else ''}. Add {'it' if many == 1 else 'them'} to the text."
            )
        return remarks

    def doubts(self) -> list[str]:
        if not self.too_many:
            return []
        named = _named(self.too_many)
        return [
            f"At most {MAX_PICTURES} pictures of {megabytes(MAX_ALL_BYTES)} in all come along with a text. Left out: "
            f"{len(self.too_many)}{f' ({named})' if named else ''}. Add them to the text."
        ]


def _named(pictures: Iterable[str]) -> str:
    """The first of these words, each once."""
    named = [f"“{words[:_SHOWN]}”" for words in dict.fromkeys(pictures) if words]
    return ", ".join([*named[:_MOST_NAMED], *(["…"] if len(named) > _MOST_NAMED else [])])


def place_pictures(body: Html, held: HeldPictures) -> PlacedPictures:
    """Put a stand-in with the caption inside at the place of each picture that the source holds."""
    placed = PlacedPictures()
    behind: dict[Html, Html] = {}
    for image in list(body.iter("img")):
        if body not in image.iterancestors():
            continue  # went out with the caption in which it stood
        content = held.contents.get(image.get("src") or "")
        name = _name_of(image)
        if is_ornament(image, held) and not _is_shown_later(image):
            placed.ornaments += 1
        elif content is None or _is_shown_later(image):
            placed.elsewhere.append(real_alternative(image.get("alt") or "") or name)
        elif _is_over_limit(placed.pictures, content):
            placed.too_many.append(image.get("alt") or name)
        else:
            _place(image, content, body, placed, behind)
    return placed


def _is_over_limit(pictures: Sequence[SourcePicture], content: bytes) -> bool:
    total = sum(len(each.content) for each in pictures) + len(content)
    return len(pictures) >= MAX_PICTURES or total > MAX_ALL_BYTES


def _is_shown_later(image: Html) -> bool:
    """True for a stopgap in whose place the page's script fetches the picture."""
    return any(image.get(name) for name in ("data-src", "data-srcset", "data-lazy-src", "data-original"))


def _name_of(image: Html) -> str:
    address = image.get("data-name") or image.get("data-src") or image.get("src") or ""
    name = clean_line(PurePosixPath(urlsplit(address).path).name)
    return name if "." in name and not address.startswith("data:") else ""


def _place(image: Html, content: bytes, body: Html, placed: PlacedPictures, behind: dict[Html, Html]) -> None:
    inside = takewhile(lambda each: each is not body, image.iterancestors())
    around = [each for each in inside if each.tag in _HOLDERS]
    holder = around[-1] if around else image
    beside = words_in(holder) or _words_before(holder)
    caption = caption_of(image, holder)
    words = caption.words
    key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{len(placed.pictures)} {hashlib.sha256(content).hexdigest()}"))
    stand_in = lxml.html.Element(
        "div", {STAND_IN: key, **({BESIDE: "1"} if _stands_beside(holder, body) else {})}
    )
    stand_in.sourceline = int(image.sourceline or 0)
    stand_in.text = caption.element.text
    stand_in.extend(list(caption.element))
    _insert(stand_in, image, holder, behind)
    placed.left_out += caption.left_out
    placed.pictures.append(_picture(key, image, content, words, caption.credit, beside))


def _picture(key: str, image: Html, content: bytes, caption: str, credit: str, beside: str) -> SourcePicture:
    is_decorative = bool(image.get("data-decorative"))
    return SourcePicture(
        key,
        content,
        file_name=_name_of(image),
        alt="" if is_decorative else real_alternative(image.get("alt") or ""),
        caption=caption,
        credit=credit,
        beside=beside,
    )


def _insert(stand_in: Html, image: Html, holder: Html, behind: dict[Html, Html]) -> None:
    """Put the stand-in where the picture was: before a paragraph that begins with it, else behind; in order."""
    if holder is image:
        stand_in.tail, image.tail = image.tail, None
        image.addnext(stand_in)
        image.drop_tree()
        return
    is_first = holder not in behind and not _has_words_before(image, holder)
    image.drop_tree()
    if is_first:
        holder.addprevious(stand_in)
        return
    last = behind.get(holder, holder)
    stand_in.tail, last.tail = last.tail, None
    last.addnext(stand_in)
    behind[holder] = stand_in


def _has_words_before(image: Html, holder: Html) -> bool:
    for element in holder.iter():
        if element is image:
            return False
        before = element.getprevious()
        tail = before.tail if before is not None and element is not holder else None
        if (tail or "").strip():
            return True
        if (element.text or "").strip():
            return True
    return False


def _words_before(holder: Html) -> str:
    return next((words for each in holder.itersiblings(preceding=True) if (words := words_in(each))), "")


def _stands_beside(holder: Html, body: Html) -> bool:
    return any(each.get(BESIDE) for each in (holder, *holder.iterancestors()) if each is not body)


def figure_block(stand_in: Html) -> SourceBlock:
    """The block of a figure: its caption cleaned, its text alternative still open."""
    key = stand_in.get(STAND_IN) or ""
    inner = lxml.html.tostring(stand_in, encoding="unicode", with_tail=False)
    caption = inner[inner.index(">") + 1 : -len("</div>")]
    html = clean_html(
        f"{Figure(key).html.removesuffix('</figure>')}<figcaption>{caption}</figcaption></figure>"
    )
    line = int(stand_in.sourceline or 0)
    return SourceBlock(BlockKind.FIGURE, html, clean_line(plain_text(html)), line)


def without_figures_beside(blocks: Iterable[SourceBlock]) -> Iterator[SourceBlock]:
    """The blocks without figures beside the text, except those between its headline and its first paragraph."""
    is_above_the_text = False
    for block in blocks:
        if block.kind is not BlockKind.FIGURE:
            is_above_the_text = block.hint is Hint.TITLE or (is_above_the_text and block.hint is Hint.BESIDE)
            yield block
        elif block.hint is not Hint.BESIDE or is_above_the_text:
            yield replace(block, hint=Hint.NONE)


def parted(
    blocks: Iterable[SourceBlock], pictures: Iterable[SourcePicture]
) -> tuple[tuple[SourcePicture, ...], list[LeftOut]]:
    """The pictures of the figures among these blocks; the captions of the others, by name."""
    keys = {
        figure.uuid for block in blocks if block.kind is BlockKind.FIGURE for figure in figures_in(block.html)
    }
    captions = [LeftOut("image caption", each.caption, 0) for each in pictures if each.key not in keys]
    return tuple(each for each in pictures if each.key in keys), [each for each in captions if each.text]
