"""A part's tree made ready for reading: one branch of each alternative, changes accepted, wrappers removed."""

from intake.sources.word.notebook import Notebook
from intake.sources.word.package import Element, attribute, child, name_of, qname
from intake.sources.word.refusing import MARKERS, count_changes, refuse_changes

_TEXTS = tuple(map(qname, ("w:t", "m:t", "w:delText")))
_WRAPPERS = tuple(
    map(qname, ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdt", "w:sdtContent"))
)
_PARTS = frozenset(("w:document", "w:footnotes", "w:endnotes"))
_DRAWN = tuple(map(qname, ("w:txbxContent", "w:t", "m:t", "pic:pic")))


def words_of(element: Element) -> str:
    """The words in an element; paragraphs, breaks and cells part them."""
    parts = []
    for each in element.iter(
        *_TEXTS, qname("w:p"), qname("w:br"), qname("w:tab"), qname("a:t"), qname("a:p")
    ):
        parts.append((each.text or "") if each.tag in _TEXTS or each.tag == qname("a:t") else " ")
    return "".join(parts).strip()


def prepare(root: Element, notebook: Notebook, *, refuses: bool = False) -> None:
    """Prepare a tree for reading. Words that an author's tool marks as no longer, or not yet, text are named.

    `refuses`: its tracked changes are refused, not taken.
    """
    _choose_alternatives(root)
    notebook.counts["tracked"] += count_changes(root)
    if refuses:
        refuse_changes(root, notebook)
    for text in root.iter(*_TEXTS):
        notebook.balance.bring_in(text.text or "")
    for deleted in [*root.iter(qname("w:del"), qname("w:moveFrom"))]:
        if _parent_tag(deleted) not in MARKERS:
            _leave_out(deleted, "deleted words", notebook)
    for cell in [*root.iter(qname("w:tc"))]:
        if child(cell, "w:tcPr", "w:cellDel") is not None:
            _leave_out(cell, "deleted words", notebook)
    for row in [*root.iter(qname("w:tr"))]:
        if child(row, "w:trPr", "w:del") is not None:
            _leave_out(row, "deleted words", notebook)
        elif child(row, "w:trPr", "w:hidden") is not None:
            _leave_out(row, "hidden text", notebook)
    for control in [*root.iter(qname("w:sdt"))]:
        _look_at_control(control, notebook)
    for wrapper in [*root.iter(*_WRAPPERS)]:
        if _parent_tag(wrapper) not in MARKERS:
            _unwrap(wrapper)
    _forget_fields_without_an_end(root)


def _parent_tag(element: Element) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""


def _choose_alternatives(root: Element) -> None:
    """Keep one branch of each alternative: the first that holds text or a picture, else the fallback."""
    for alternatives in [*root.iter(qname("mc:AlternateContent"))]:
        branches = [each for each in alternatives if name_of(each) in ("mc:Choice", "mc:Fallback")]
        kept = next((each for each in branches if next(each.iter(*_DRAWN), None) is not None), None)
        kept = kept if kept is not None else branches[-1] if branches else None
        for each in list(alternatives):
            if each is not kept:
                alternatives.remove(each)
        if kept is not None:
            _unwrap(kept)
        _unwrap(alternatives)


def _look_at_control(control: Element, notebook: Notebook) -> None:
    """Leave out a content control that shows only its prompt, and one that holds the table of contents."""
    properties = child(control, "w:sdtPr")
    gallery = attribute(child(properties, "w:docPartObj", "w:docPartGallery"))
    if child(properties, "w:showingPlcHdr") is not None:
        _leave_out(control, "prompt of an empty field", notebook)
    elif gallery == "Table of Contents":
        _leave_out(control, "table of contents", notebook)


def _forget_fields_without_an_end(root: Element) -> None:
    """Remove the marks of fields that never end: what follows them would count as a code up to the last word."""
    opened: list[list[Element]] = []
    for mark in root.iter(qname("w:fldChar")):
        kind = attribute(mark, "w:fldCharType")
        if kind == "begin":
            opened.append([mark])
        elif opened and kind == "end":
            opened.pop()
        elif opened:
            opened[-1].append(mark)
    for mark in (mark for marks in opened for mark in marks):
        mark.tag = qname("w:proofErr")  # an element that says nothing


def _leave_out(element: Element, what: str, notebook: Notebook) -> None:
    parent = element.getparent()
    *_, outermost = element, *element.iterancestors()
    if parent is None or name_of(outermost) not in _PARTS:  # left out already, with an element around it
        return
    notebook.leave_out(what, words_of(element))
    parent.remove(element)


def _unwrap(element: Element) -> None:
    """Replace an element by its children, without the properties of a content control."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    children = [
        each
        for each in element
        if name_of(each) not in ("w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr")
    ]
    parent[at : at + 1] = children
