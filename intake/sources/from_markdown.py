"""Read Markdown: CommonMark with tables, struck text and footnotes, and the front matter above it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from intake.patterns import Pattern
from intake.sources.characters import Decoded, decode
from intake.sources.claims import Claimed, claims_of
from intake.sources.from_html import read_html
from intake.sources.front_matter import FrontMatter, front_matter
from intake.sources.manuscript import LeftOut, Manuscript, refuse_too_long
from prose.typography import clean_line, fold

_SURE = Pattern(r"!?\[[^\]\n]{1,300}\]\((?:https?://|mailto:|/)[^)\s]{1,2000}|^\[\^[\w-]{1,40}\]:", 8)
_SIGNS = (
    Pattern(r"^#{1,6} \S", 8),
    Pattern(r"(?:^|[\s(])(\*\*|__)(?=\S)[^*_\n]{1,300}(?<=\S)\1(?:$|[\s.,;:!?)])", 8),
    Pattern(r"^> \S", 8),
    Pattern(r"^(?:```|~~~)", 8),
    Pattern(r"^(?:[*+-]|\d{1,3}\.) \S.*\n(?:[*+-]|\d{1,3}\.) \S", 8),
    Pattern(r"^\|?[^\n|]{1,200}\|.*\n\|?\s*:?-{3,}", 8),
)
_REMARK = "This text was read as Markdown."
_UNMARKED = "note without a mark in the text"


def is_markdown(text: str) -> bool:
    """True for a text with front matter, a link or a note in Markdown, or two other signs of it."""
    if front_matter(text).lines or _SURE.search(text):
        return True
    return len([sign for sign in _SIGNS if sign.search(text)]) > 1


def read_markdown(source: bytes | str) -> Manuscript:
    """The manuscript in a Markdown text. Raises `CannotRead`."""
    decoded = Decoded(source) if isinstance(source, str) else decode(source)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_too_long(text)
    facts = front_matter(text)
    html, unmarked = _html(text.split("\n"), facts)
    page = read_html(html)
    return replace(
        page,
        left_out=(*facts.left_out, *page.left_out, *unmarked),
        remarks=(*decoded.remarks, _REMARK, *page.remarks),
        doubts=(*decoded.doubts, *page.doubts),
        claims=facts.claims,
    )


def _html(lines: list[str], facts: FrontMatter) -> tuple[str, list[LeftOut]]:
    """The text as HTML, each block on the line of its source, and the notes that no mark leads to."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    env: dict[str, Any] = {}
    text = "\n" * facts.lines + "\n".join(lines[facts.lines :])
    tokens = parser.parse(text, env)
    _raise_title(tokens, facts)
    html, at = [], 0
    for block in _blocks(tokens):
        line = next((token.map[0] for token in block if token.map), at)
        html.append("\n" * (line - at))
        at = max(at, line)
        written = str(parser.renderer.render(block, parser.options, env))
        written = written if "<pre" in written else written.replace("\n", " ")
        at += written.count("\n")
        html.append(written)
    marked = {label for label, number in env.get("footnotes", {}).get("refs", {}).items() if number >= 0}
    return "".join(html), _unmarked_notes(parser.disable("footnote_tail").parse(text, {}), marked)


def _unmarked_notes(tokens: Sequence[Token], marked: set[str]) -> list[LeftOut]:
    """The notes that the text has no mark for, and those of one name but the last, which alone stands for it."""
    notes: dict[str, list[LeftOut]] = {}
    label, line, words = "", 0, list[str]()
    for token in tokens:
        if token.type == "footnote_reference_open":
            label, line, words = f":{token.meta['label']}", 0, []
        elif token.type == "footnote_reference_close":
            notes.setdefault(label, []).append(LeftOut(_UNMARKED, clean_line(" ".join(words)), line))
        elif label and token.content:
            line = line or (token.map[0] + 1 if token.map else 0)
            words.append(token.content)
    return [each for key, of_key in notes.items() for each in (of_key[:-1] if key in marked else of_key)]


def _raise_title(tokens: Sequence[Token], facts: FrontMatter) -> None:
    """Make the heading that repeats the title of the front matter the text's title, or else the only one at the top."""
    titles = {fold(claim.value).casefold() for claim in claims_of(facts.claims, Claimed.HEADLINE)}
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and fold(tokens[number + 1].content).casefold() in titles:
            token.tag = tokens[number + 2].tag = "h1"
            return


def _blocks(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each block of the text."""
    blocks: list[list[Token]] = [[]]
    for token in tokens:
        blocks[-1].append(token)
        if token.level == 0 and token.nesting < 1:
            blocks.append([])
    return [block for block in blocks if block]
