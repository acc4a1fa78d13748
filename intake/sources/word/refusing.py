"""Tracked changes refused: a part's tree as it was before its author's tool noted them."""

from intake.sources.word.notebook import Notebook
from intake.sources.word.package import Element, attribute, child, qname

REFUSING = "refusing"
"""The argument with which the child process that reads a file refuses its changes."""
MARKERS = frozenset(map(qname, ("w:rPr", "w:trPr", "w:numPr", "w:tcPr", "w:pPr")))
"""Elements in which a change says something of a paragraph's end, of a row or a cell, and holds no words."""
_INSERTED = tuple(map(qname, ("w:ins", "w:moveTo")))
_DELETED = tuple(map(qname, ("w:del", "w:moveFrom")))
_DELETED_TEXTS = {qname("w:delText"): qname("w:t"), qname("w:delInstrText"): qname("w:instrText")}
_OWN_TEXTS = (qname("w:t"), qname("w:delText"))


def refuse_changes(root: Element, notebook: Notebook) -> None:
    """Take out what was inserted, and bring back what was deleted or moved away. Changes of looks alone stay."""
    _settle_ends(root)
    for inserted in [*root.iter(*_INSERTED)]:
        if _parent_tag(inserted) not in MARKERS:
            _take_out(inserted, notebook)
    for name, properties, inside in (("w:tr", "w:trPr", "w:ins"), ("w:tc", "w:tcPr", "w:cellIns")):
        for element in [*root.iter(qname(name))]:
            if child(element, properties, inside) is not None:
                _take_out(element, notebook)
    for deleted in [*root.iter(*_DELETED)]:
        parent = deleted.getparent()
        if parent is not None and parent.tag not in MARKERS:
            at = parent.index(deleted)
            parent[at : at + 1] = list(deleted)
    for marker in [*root.iter(qname("w:del"), qname("w:cellDel"))]:
        parent = marker.getparent()
        if parent is not None and parent.tag in MARKERS and not attribute(marker, "w:refused"):
            parent.remove(marker)
    for words in [*root.iter(*_DELETED_TEXTS)]:
        words.tag = _DELETED_TEXTS[str(words.tag)]


def count_changes(root: Element) -> int:
    return sum(1 for _ in root.iter(*_INSERTED, *_DELETED))


def _settle_ends(root: Element) -> None:
    """Ends of paragraphs: one that was inserted is none; `refused` marks it as the reader of blocks knows such ends."""
    for mark in [*root.iter(qname("w:rPr"))]:
        if _parent_tag(mark) != qname("w:pPr"):
            continue
        is_new = any(child(mark, name) is not None for name in ("w:ins", "w:moveTo"))
        for name in ("w:ins", "w:moveTo", "w:del", "w:moveFrom"):
            for each in mark.findall(qname(name)):
                mark.remove(each)
        if is_new:
            gone = mark.makeelement(qname("w:del"), {qname("w:refused"): "1"})
            mark.append(gone)


def _take_out(element: Element, notebook: Notebook) -> None:
    parent = element.getparent()
    if parent is None:
        return
    words = "".join(each.text or "" for each in element.iter(*_OWN_TEXTS))
    if words.strip():
        notebook.mention("inserted words", words)
    parent.remove(element)


def _parent_tag(element: Element) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""
