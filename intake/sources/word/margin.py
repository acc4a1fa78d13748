"""The margin of a Word file: its tracked changes and its comments, with who wrote them, when, and at which words.

Both are read before the text is prepared, so that the words of each are known with the changes taken and without.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from intake.sources.word.package import Element, Package, Part, attribute, name_of, qname
from intake.sources.word.refusing import MARKERS
from prose.typography import clean_line, clean_text

MOST = 500
_CHANGES = {"w:ins": "inserted", "w:moveTo": "inserted", "w:del": "deleted", "w:moveFrom": "deleted"}
_TEXTS = ("w:t", "w:delText")
_SPACES = ("w:tab", "w:br", "w:cr")
_LONGEST = 4_000
END = "¶"
"""The words of a change without any of the text: the end of a paragraph, a picture, a note or words inside of one."""
_WORDLESS = (
    "w:drawing",
    "w:pict",
    "w:object",
    "w:footnoteReference",
    "w:endnoteReference",
    "w:sym",
    *_SPACES,
)


@dataclass
class _Passage:
    """Words of one paragraph: as they are with the changes taken, and without."""

    taken: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def add(self, text: str, inside: str) -> None:
        if inside != "deleted":
            self.taken.append(text)
        if inside != "inserted":
            self.refused.append(text)

    def answer(self) -> list[str]:
        return [clean_line("".join(words))[:_LONGEST] for words in (self.taken, self.refused)]


@dataclass
class _Anchor:
    """A comment's place: the first paragraph in which it has words, and those words."""

    paragraph: _Passage
    quoted: _Passage = field(default_factory=_Passage)


class _Anchors:
    """The places of comments by their ids; those that are open take the words that come."""

    def __init__(self) -> None:
        self.all: dict[str, _Anchor] = {}
        self._open: dict[str, _Anchor] = {}

    def begin(self, key: str, passage: _Passage, *, has_words: bool = True) -> None:
        if key in self.all or len(self.all) >= MOST:
            return
        self.all[key] = _Anchor(passage)
        if has_words:
            self._open[key] = self.all[key]

    def end(self, key: str) -> None:
        self._open.pop(key, None)

    def add(self, text: str, inside: str, passage: _Passage) -> None:
        for anchor in self._open.values():
            if not (anchor.quoted.taken or anchor.quoted.refused):
                anchor.paragraph = passage
            anchor.quoted.add(text, inside)

    def end_paragraph(self) -> None:
        """Close those that have words: a passage over several paragraphs is named by its first."""
        self._open = {key: each for key, each in self._open.items() if not each.quoted.answer()[0]}


def margin_of(package: Package, main: Part) -> dict[str, list[dict[str, Any]]]:
    """`changes` and `comments` as JSON values; at most 500 of each."""
    anchors = _anchors(main.root)
    return {
        "changes": [*_changes(main.root), *_changes_in_notes(package, main)][:MOST],
        "comments": list(_comments(package, main, anchors))[:MOST],
    }


def _changes(root: Element) -> Iterator[dict[str, Any]]:
    for element in root.iter(*map(qname, _CHANGES)):
        parent = element.getparent()
        if parent is None or parent.tag in MARKERS:
            if parent is not None and parent.tag == qname("w:rPr"):
                yield {"kind": _CHANGES[name_of(element)], "words": END, **_signature_of(element)}
            continue
        words = clean_line("".join(each.text or "" for each in element.iter(*map(qname, _TEXTS))))
        if words or next(element.iter(*map(qname, _WORDLESS)), None) is not None:
            kind = _CHANGES[name_of(element)]
            yield {"kind": kind, "words": words[:_LONGEST] or END, **_signature_of(element)}


def _changes_in_notes(package: Package, main: Part) -> Iterator[dict[str, Any]]:
    """Changes inside of notes, without their words: a proposal for a passage shows none of its notes' words."""
    for kind in ("footnotes", "endnotes"):
        for part in package.related(main, kind):
            yield from (change | {"words": END} for change in _changes(part.root))


def _signature_of(element: Element) -> dict[str, str]:
    """The author and the time of a change or comment, by the clock of that computer: "2026-11-03T10:12"."""
    author = clean_line(attribute(element, "w:author"))
    return {"author": author[:120].strip(), "dated": attribute(element, "w:date")[:16]}


def _anchors(root: Element) -> dict[str, _Anchor]:
    """The places of all comments by their ids."""
    anchors = _Anchors()
    for paragraph in root.iter(qname("w:p")):
        if next(paragraph.iterancestors(qname("w:txbxContent")), None) is None:
            _walk(paragraph, "", _Passage(), anchors)
            anchors.end_paragraph()
    return anchors.all


def _walk(element: Element, inside: str, passage: _Passage, anchors: _Anchors) -> None:
    for each in element:
        name = name_of(each)
        if name == "w:commentRangeStart":
            anchors.begin(attribute(each, "w:id"), passage)
        elif name == "w:commentRangeEnd":
            anchors.end(attribute(each, "w:id"))
        elif name == "w:commentReference":
            anchors.begin(attribute(each, "w:id"), passage, has_words=False)
        elif name in _TEXTS or name in _SPACES:
            text = (each.text or "") if name in _TEXTS else " "
            passage.add(text, inside)
            anchors.add(text, inside, passage)
        elif name not in ("w:txbxContent", "mc:Fallback") and not name.endswith("Pr"):
            _walk(each, _CHANGES.get(name, inside), passage, anchors)


def _comments(package: Package, main: Part, anchors: dict[str, _Anchor]) -> Iterator[dict[str, Any]]:
    answered = _threads(package, main)
    for part in package.related(main, "comments"):
        for comment in part.root.iter(qname("w:comment")):
            paragraphs = list(comment.iter(qname("w:p")))
            lines = ["".join(each.text or "" for each in line.iter(qname("w:t"))) for line in paragraphs]
            words = clean_text("\n".join(lines))[:_LONGEST].strip()
            if not words:
                continue
            anchor = anchors.get(attribute(comment, "w:id"))
            last = paragraphs[-1].get(qname("w14:paraId"), "")
            parent, is_done = answered.get(last, ("", False))
            yield {
                "words": words,
                "paragraph": anchor.paragraph.answer() if anchor else ["", ""],
                "quoted": anchor.quoted.answer() if anchor else ["", ""],
                "is_answer": bool(parent),
                "is_done": is_done,
                **_signature_of(comment),
            }


def _threads(package: Package, main: Part) -> dict[str, tuple[str, bool]]:
    """Key of a comment's last paragraph -> (that of the comment it answers, True if it is settled)."""
    found: dict[str, tuple[str, bool]] = {}
    for part in package.related(main, "commentsExtended"):
        for each in part.root.iter("{*}commentEx"):
            values = {str(name).rpartition("}")[2]: str(value) for name, value in each.attrib.items()}
            done = values.get("done") in ("1", "true")
            found[values.get("paraId", "")] = (values.get("paraIdParent", ""), done)
    found.pop("", None)
    return found
