"""Who last changed what: each sentence, field and row of a version with the version that brought it.

Versions are read once, from the first on. A sentence keeps its version wherever it is moved in the text; a value that
is brought back counts as changed by the version that brought it back.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from articles.manuscript_fields import FIELDS, ROWS
from articles.models.revision import Revision
from articles.snapshot import Content, content_of
from prose.html.text import plain_text
from prose.three_way import matches

_BLOCK = re.compile(r"<(tr|caption|p|h[1-6]|pre|figure)\b[^>]*>.*?</\1>", re.DOTALL)
_CELL_END = re.compile(r"(?<=</t[dh]>)")
_KINDS = {"figure": "figure", "pre": "code", "tr": "row", "caption": "caption"}
_LABELS = {"row": "Row of a table", "caption": "Caption of a table"}
BETWEEN_CELLS = " | "
_TAG_OR_NOTE = re.compile(r'(<span data-footnote="">.*?</span>|<[^>]*>)', re.DOTALL)
_GAP = re.compile(r"(?<=[。！？])|(\s+)")
_ENDS = re.compile(r"[.!?…。！？।؟۔][\"”’»)\]]*$")

Value = TypeVar("Value")


@dataclass(frozen=True)
class Since(Generic[Value]):
    """A value, and the version that it has come from since it was last changed."""

    value: Value
    version: Revision


@dataclass(frozen=True)
class AttributedPassage:
    """Sentences of one paragraph that one version brought, or cells of one row of a table.

    `continues`: it is not the first passage of its paragraph or row.
    """

    kind: str
    text: str
    version: Revision
    continues: bool

    @property
    def label(self) -> str:
        """Words above the passage, where it is no running text."""
        return "" if self.continues else _LABELS.get(self.kind, "")


@dataclass(frozen=True)
class _Block:
    html: str
    sentences: tuple[Since[str], ...]


@dataclass
class Attribution:
    """The newest of the versions that were taken in, with what brought each part of it."""

    newest: Revision | None = None
    content: Content = field(default_factory=dict)
    fields: dict[str, Revision] = field(default_factory=dict)
    rows: dict[str, list[Revision]] = field(default_factory=dict)
    _body: str = ""
    _blocks: list[_Block] = field(default_factory=list)

    def take(self, version: Revision) -> None:
        """Take in the next version."""
        content = content_of(version)
        for part in FIELDS:
            is_same = self.newest is not None and self.content[part.key] == content[part.key]
            if part.name != "body" and not is_same:
                self.fields[part.name] = version
        for rows in ROWS:
            pool = _pool(
                (_identity(row), since)
                for row, since in zip(
                    self.content.get(rows.name, ()), self.rows.get(rows.name, ()), strict=True
                )
            )
            self.rows[rows.name] = [_take_from(pool, _identity(row)) or version for row in content[rows.name]]
        if self.newest is None or content["body"] != self._body:
            self._blocks = _next_blocks(self._blocks, content["body"], version)
            self._body = content["body"]
        self.newest, self.content = version, content

    @property
    def passages(self) -> Iterator[AttributedPassage]:
        """The body in order, cut where another version has written."""
        for block in self._blocks:
            kind = _kind(block.html)
            texts: list[tuple[Revision, list[str]]] = []
            for sentence in block.sentences:
                if not texts or texts[-1][0] is not sentence.version:
                    texts.append((sentence.version, []))
                texts[-1][1].append(_words(sentence.value))
            between = BETWEEN_CELLS if kind == "row" else " "
            for number, (version, words) in enumerate(texts):
                if text := between.join(filter(None, words)):
                    yield AttributedPassage(kind, text, version, continues=number > 0)


def attribute(versions: Iterable[Revision]) -> Attribution:
    """The attribution of the last of these versions, which come in their order."""
    attribution = Attribution()
    for version in versions:
        attribution.take(version)
    return attribution


def sentences_of(block: str) -> list[str]:
    """The HTML of a block cut at the ends of its sentences, notes with the sentence that they belong to."""
    sentences, seen = [""], ""
    for part in _TAG_OR_NOTE.split(block):
        if part.startswith("<"):
            sentences[-1] += part
            continue
        for words in _GAP.split(part):
            if not words or words.isspace():
                if _ENDS.search(seen):
                    sentences.append("")
                    seen = ""
                elif words:
                    sentences[-1] += words
            else:
                sentences[-1] += words
                seen += words
    return [sentence for sentence in sentences if sentence]


def _next_blocks(before: list[_Block], body: str, version: Revision) -> list[_Block]:
    htmls = [match[0] for match in _BLOCK.finditer(body)]
    same = {new: old for old, new in matches([block.html for block in before], htmls).items()}
    kept = set(same.values())
    pool = _pool(
        (sentence.value, sentence.version)
        for place, block in enumerate(before)
        if place not in kept
        for sentence in block.sentences
    )
    return [
        before[same[place]] if place in same else _Block(html, tuple(_sentences(html, pool, version)))
        for place, html in enumerate(htmls)
    ]


def _sentences(html: str, pool: dict[str, list[Revision]], version: Revision) -> Iterator[Since[str]]:
    for sentence in _parts(html):
        yield Since(sentence, _take_from(pool, sentence) or version)


def _parts(block: str) -> list[str]:
    """The sentences of a block, the cells of a row, or a whole figure."""
    inner = block.partition(">")[2].rpartition("<")[0]
    match _kind(block):
        case "figure":
            return [block]
        case "row":
            return [cell for cell in _CELL_END.split(inner) if cell]
    return sentences_of(inner)


def _pool(parts: Iterable[tuple[str, Revision]]) -> dict[str, list[Revision]]:
    pool: dict[str, list[Revision]] = {}
    for key, version in parts:
        pool.setdefault(key, []).append(version)
    return pool


def _take_from(pool: Mapping[str, list[Revision]], key: str) -> Revision | None:
    """The version of an equal part, which is then not there for another one."""
    left = pool.get(key)
    return left.pop(0) if left else None


def _identity(row: Mapping[str, Any]) -> str:
    return json.dumps({name: value for name, value in row.items() if name != "key"}, sort_keys=True)


def _kind(html: str) -> str:
    """The kind of the block, in a word; "" for a paragraph."""
    name = html[1:].partition(">")[0].partition(" ")[0]
    return "heading" if name[0] == "h" else _KINDS.get(name, "")


def _words(html: str) -> str:
    if html.startswith("<figure"):
        return f"Picture: {plain_text(html)}".strip(" :")
    if html.startswith(("<td", "<th")):
        cell = html.partition(">")[2].rpartition("<")[0]
        return " ".join(plain_text(cell, notes=True).split()) or "–"
    return plain_text(f"<p>{html}</p>", notes=True)
