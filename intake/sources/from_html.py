"""Read a web page or a part of one: cleaned blocks in order, without navigation, forms and scripts."""

import re
import sys
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace

import lxml.etree
import lxml.html

from intake.patterns import Pattern
from intake.sources.balance import Balance, links_in, lost_links
from intake.sources.characters import Decoded, declared_encoding, decode
from intake.sources.claims import Claimed, claims_of
from intake.sources.manuscript import BlockKind, CannotRead, Hint, LeftOut, Manuscript, SourceBlock
from intake.sources.markup import lines_of, running_text, words_of_html
from intake.sources.page.content import BESIDE
from intake.sources.page.dek import with_dek
from intake.sources.page.links import base_of, keep_links
from intake.sources.page.metadata import page_claims
from intake.sources.page.text import text_of_page
from intake.sources.pictures.figures import (
    STAND_IN,
    figure_block,
    parted,
    place_pictures,
    without_figures_beside,
)
from intake.sources.pictures.held import HeldPictures, take_out_data
from intake.sources.pictures.ornaments import LEAST_SIDE
from intake.sources.programs import without_programs
from intake.sources.tidy.equations import show_equations
from intake.sources.tidy.page import tidy
from intake.sources.tidy.streamed import place_streamed
from intake.sources.tidy.unseen import questions_on
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.limits import MAX_BODY_CHARS
from prose.typography import clean_line, without_unseen

MAX_PAGE_CHARS = 4 * MAX_BODY_CHARS
"""A whole page holds more than its text: styles, scripts, menus."""
MAX_PAGE_DEPTH = 150

_FURNITURE = {
    "script": "", "style": "", "template": "", "noscript": "", "head": "", "link": "", "meta": "",
    "title": "",
    "nav": "navigation", "form": "form", "button": "button", "select": "form", "textarea": "form",
    "input": "",
    "iframe": "embedded page", "object": "embedded object", "embed": "embedded object", "svg": "drawing",
    "picture": "image", "img": "image", "video": "video", "audio": "sound", "canvas": "drawing",
    "math": "formula",
    "figcaption": "image caption",
}  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "meter", "nobr", "output", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "table": BlockKind.TABLE,
    "ul": BlockKind.LIST,
    "ol": BlockKind.LIST,
    "aside": BlockKind.QUOTE,
}
_RENAMED = {"b": "strong", "i": "em", "strike": "s", "del": "s", "h1": "h2", "h5": "h4", "h6": "h4"}
_DEK = Pattern(
    r"\b(dek|deck|standfirst|subtitle|sub-?title|sub-?head(line)?|lede?|chapo|intro|teaser-?text|vorspann)\b",
    re.IGNORECASE,
)
_MARK = "//meta[@name='dcterms.identifier']/@content"
_REFERENCE = Pattern(r"&#(x[0-9a-f]{1,20}|[0-9]{1,20});?", re.IGNORECASE)


def read_html(source: bytes | str, *, held: HeldPictures | None = None) -> Manuscript:
    """The manuscript in a web page: its one <article> or <main> if it has one, else the whole body.

    `held`: pictures beside it in a file; without any, those that are written into the page itself.
    """
    decoded = Decoded(source) if isinstance(source, str) else decode(source, declared_encoding(source))
    text, held = (decoded.text, held) if held else take_out_data(decoded.text, LEAST_SIDE)
    if len(text) > MAX_PAGE_CHARS:
        text = without_programs(text)  # some sites send two million characters of them with each page
    if len(text) > MAX_PAGE_CHARS:
        raise CannotRead(
            f"This page is too long: {len(text):,} characters, at most {MAX_PAGE_CHARS:,} are taken."
        )
    root = _parse(text)
    place_streamed(root)
    claims = page_claims(root, text)
    balance = Balance()
    tidied = tidy(root, text, balance)
    if claims_of(claims, Claimed.HEADLINE):
        page = text_of_page(root, claims)
        body, around, claims = page.part, page.left_out, (*claims, *page.rivals)
    else:
        body, around = _article(root)
    _lower_headings(body)
    placed = place_pictures(body, held)
    left_out = (*tidied.left_out, *around, *placed.left_out, *_remove_furniture(body))
    dropped_links = keep_links(body, base_of(root, claims))
    links = links_in(body)
    deks = [
        clean_line(each.text_content()) for each in body.iter("p", "h2", "h3", "div") if _is_called_dek(each)
    ]
    try:
        blocks = with_dek(tuple(_within_limit(without_figures_beside(_blocks(body)))), claims, deks)
    except ProseError as error:
        raise CannotRead(str(error)) from error
    if all(block.kind is BlockKind.FIGURE for block in blocks):
        raise CannotRead("This page holds no text.")
    pictures, captions = parted(blocks, placed.pictures)
    left_out = (*left_out, *captions)
    words_of_text = [words_of_html(block.html) for block in blocks]
    for words in (*(each.text for each in left_out), *words_of_text):
        balance.give_out(words)
    return Manuscript(
        blocks,
        left_out=left_out,
        remarks=(*decoded.remarks, *dropped_links, *placed.remarks()),
        doubts=(
            *decoded.doubts,
            *tidied.changed,
            *questions_on(tidied.unsure, " ".join(words_of_text)),
            *questions_on(tidied.faint, " ".join(words_of_text), why="may be hidden on the page"),
            *balance.doubts(may_add=True),
            *lost_links(links, (block.html for block in blocks)),
            *placed.doubts(),
        ),
        claims=claims,
        pictures=pictures,
        mark=clean_line(str(next(iter(root.xpath(_MARK)), "")))[:200],
    )


def _is_called_dek(element: lxml.html.HtmlElement) -> bool:
    return bool(_DEK.search(element.get("class") or ""))


def _within_limit(blocks: Iterable[SourceBlock]) -> Iterator[SourceBlock]:
    """The blocks, as long as a body may hold them: nobody waits for the end of a text that is refused."""
    length = 0
    for block in blocks:
        length += len(block.html)
        if length > MAX_BODY_CHARS:
            raise CannotRead(
                f"This text is too long: at most {MAX_BODY_CHARS:,} characters are taken, with markup."
            )
        yield block


def _parse(text: str) -> lxml.html.HtmlElement:
    clean = _REFERENCE.sub(_visible_reference, without_unseen(show_equations(text)))
    if not clean.strip():
        raise CannotRead("This page is empty.")
    try:
        # Its own parser, so that no entity, comment or processing instruction of the page ever counts.
        parser = lxml.html.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
        )
        root = lxml.html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise CannotRead("This is not a web page that can be read.") from error
    depth = 0
    for event, _ in lxml.etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_PAGE_DEPTH:
            raise CannotRead("This page nests its elements too deeply to be a text.")
    return root


def _visible_reference(reference: re.Match[str]) -> str:
    """A character reference; a space for one to a character that has no place in a text."""
    digits = reference[1]
    code = int(digits[1:], 16) if digits[:1] in "xX" else int(digits)
    is_visible = code <= sys.maxunicode and without_unseen(chr(code)) == chr(code)
    return reference[0] if is_visible or 0x80 <= code <= 0x9F else " "  # browsers read these as Windows-1252


def _article(root: lxml.html.HtmlElement) -> tuple[lxml.html.HtmlElement, tuple[LeftOut, ...]]:
    """The page's one article, else its body, and the words outside of it."""
    body = root.find("body")
    body = root if body is None else body
    for tag in ("article", "main"):
        elements = list(root.iter(tag))
        if len(elements) == 1 and elements[0].text_content().strip():
            article = deepcopy(elements[0])
            article.tail = None
            elements[0].drop_tree()
            words = clean_line(" ".join(map(str, body.itertext())))
            outside = LeftOut("around the text", words, int(body.sourceline or 0))
            return article, (outside,) if words else ()
    return body, ()


def _lower_headings(body: lxml.html.HtmlElement) -> None:
    """If there are several <h1>, keep the first as the title and lower all other headings by one."""
    tops = list(body.iter("h1"))
    if len(tops) > 1:
        for heading in list(body.iter("h1", "h2", "h3")):
            if heading is not tops[0]:
                heading.tag = f"h{int(heading.tag[1]) + 1}"


def _remove_furniture(body: lxml.html.HtmlElement) -> Iterator[LeftOut]:
    """Remove elements that are no text of the piece; yields those that had words, and images."""
    for element in list(body.iter(*_FURNITURE)):
        if body not in element.iterancestors():
            continue  # removed already, with an element around it
        what = _FURNITURE[str(element.tag)]
        named = [each.get("alt") or "" for each in element.iter("img")]
        words = clean_line(" ".join((element.text_content(), *named)))
        if what and (words or element.tag in ("img", "picture")):
            yield LeftOut(what, words, int(element.sourceline or 0))
        element.drop_tree()


def _blocks(parent: lxml.html.HtmlElement) -> Iterator[SourceBlock]:
    """Blocks of a container: one for each paragraph, list, table or quote, and for each run of loose words."""
    loose = lxml.html.Element("p")
    loose.text = parent.text
    line = int(parent.sourceline or 1)
    for child in list(parent):
        if _is_inline(child) and not child.get(BESIDE):
            loose.append(child)  # takes its tail along
            continue
        tail, child.tail = child.tail, None
        yield from _paragraphs(loose, line)
        is_beside = child.get(BESIDE)
        for block in _block(child):
            yield replace(block, hint=Hint.BESIDE) if is_beside else block
        loose = lxml.html.Element("p")
        loose.text, line = tail, int(child.sourceline or line)
    yield from _paragraphs(loose, line)


def _is_inline(element: lxml.html.HtmlElement) -> bool:
    return all(inner.tag in _INLINE for inner in element.iter())


def _runs_on(element: lxml.html.HtmlElement) -> bool:
    """True for what is no block inside a paragraph, as are elements of a site's own making ("glossary-term")."""
    return all(inner.tag in _INLINE or "-" in inner.tag for inner in element.iter())


def _block(element: lxml.html.HtmlElement) -> Iterator[SourceBlock]:
    tag, line = str(element.tag), int(element.sourceline or 1)
    if element.get(STAND_IN):
        yield figure_block(element)
    elif tag == "p" or re.fullmatch("h[1-6]", tag):
        if any(not _runs_on(child) for child in element):
            yield from _blocks(element)
        else:
            yield from _paragraphs(element, line)
    elif tag in _KINDS and (tag != "aside" or element.get("class") == "pullquote"):
        yield from _cleaned_blocks(element, _KINDS[tag], line)
    elif tag == "pre":
        yield from _cleaned_blocks(element, BlockKind.PARAGRAPH, line)
    elif _is_inline(element):
        yield from _paragraphs(element, line)
    elif tag != "hr":
        yield from _blocks(element)


def _paragraphs(element: lxml.html.HtmlElement, line: int) -> Iterator[SourceBlock]:
    """Blocks of one paragraph or heading, parted at double line breaks, which old pages write between paragraphs."""
    tag = str(element.tag)
    kind = BlockKind.HEADING if tag.startswith("h") else BlockKind.PARAGRAPH
    hint = Hint.TITLE if tag == "h1" else Hint.HEADING if kind is BlockKind.HEADING else Hint.NONE
    if hint is not Hint.TITLE and _DEK.search(element.get("class") or ""):
        hint = Hint.SUBTITLE
    elif hint is Hint.NONE and element.get("class") == Hint.BYLINE:
        hint = Hint.BYLINE
    yield from _cleaned_blocks(element, kind, line, hint)


def _cleaned_blocks(
    element: lxml.html.HtmlElement, kind: BlockKind, line: int, hint: Hint = Hint.NONE
) -> Iterator[SourceBlock]:
    for inner in list(element.iter(*_RENAMED)):
        inner.tag = _RENAMED[str(inner.tag)]
    html = clean_html(lxml.html.tostring(element, encoding="unicode", with_tail=False))
    text = running_text(html)
    if not text and "data-footnote" in html:  # a note without a word that it belongs to is words itself
        for note in element.xpath(".//span[@data-footnote]"):
            note.drop_tag()
        html = clean_html(lxml.html.tostring(element, encoding="unicode", with_tail=False))
        text = running_text(html)
    if text:
        yield from lines_of(SourceBlock(kind, html, text, line, hint), doubled=True)
