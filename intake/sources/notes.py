"""Foot- and endnotes of any origin, moved to the place of their marks, as the body keeps them.

Known forms: converters such as mammoth, Word's own "save as web page", Google Docs, Pandoc, and this desk's own pages.
"""

import re

import lxml.html

from intake.patterns import Pattern

_NOTE_ID = Pattern(
    r"(?:^|[-_:.])(?:_?(?:ftn|edn|fn|note|footnote|endnote|cite[_-]note))s?(?![a-z])", re.IGNORECASE
)
_BACK = Pattern(r"^[\s\[\]().*↑↩︎^\d]*$")
_HOLDERS = ("li", "p", "div", "dd", "aside", "section", "td")


def inline_notes(root: lxml.html.HtmlElement) -> int:
    """Move every note to its mark as `<span data-footnote>`; returns their number."""
    moved = 0
    by_id = {
        element.get("id") or element.get("name"): element for element in root.iter() if _has_name(element)
    }
    for mark in [a for a in root.iter("a") if (a.get("href") or "").startswith("#")]:
        target = _note_behind(by_id.get(mark.get("href", "")[1:]), mark)
        if target is not None:
            _move_note(mark, target)
            moved += 1
    return moved


def _has_name(element: lxml.html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and bool(element.get("id") or element.get("name"))


def _note_behind(
    target: lxml.html.HtmlElement | None, mark: lxml.html.HtmlElement
) -> lxml.html.HtmlElement | None:
    """The element with the words of the note behind a mark; None for other links and for a note's link back."""
    if target is None or target is mark or not _BACK.match(mark.text_content()):
        return None
    if not _NOTE_ID.search(target.get("id") or target.get("name") or "") or _is_reference(target):
        return None
    while target is not None and target.tag not in _HOLDERS:
        target = target.getparent()
    if target is None or target.getparent() is None or mark in target.iterdescendants():
        return None  # no note, or one that was moved to an earlier mark already
    return target


def _is_reference(target: lxml.html.HtmlElement) -> bool:
    """True for a mark in the running text, at which a note's link back points."""
    name = (target.get("id") or target.get("name") or "").lower()
    return "ref" in name or target.tag == "sup"


def _move_note(mark: lxml.html.HtmlElement, note: lxml.html.HtmlElement) -> None:
    span = lxml.html.Element("span")
    span.set("data-footnote", "")
    _fill(span, note)
    place = mark
    parent = mark.getparent()
    while parent is not None and parent.tag in ("sup", "span", "b", "strong") and _holds_only(parent, place):
        place, parent = parent, parent.getparent()
    span.tail, place.tail = place.tail, None
    place.getparent().replace(place, span)
    _remove(note)


def _holds_only(parent: lxml.html.HtmlElement, child: lxml.html.HtmlElement) -> bool:
    return "".join(parent.text_content().split()) == "".join(child.text_content().split())


def _fill(span: lxml.html.HtmlElement, note: lxml.html.HtmlElement) -> None:
    """Move the note's words and inline markup into `span`, without its number, its link back and its paragraphs."""
    for link in [
        a for a in note.iter("a") if (a.get("href") or "#").startswith("#") and _BACK.match(a.text_content())
    ]:
        parent = link.getparent()
        if parent is not None and parent.tag == "sup" and _holds_only(parent, link):
            link = parent
        link.drop_tree()
    for inner in list(note.iter("p", "div")):
        if inner is not note:
            previous = inner.getprevious()
            if previous is not None:  # two paragraphs of one note must not grow together
                previous.tail = (previous.tail or "") + " "
            inner.drop_tag()
    span.text = (note.text or "").lstrip()
    for child in list(note):
        span.append(child)
    if len(span):
        span[-1].tail = (span[-1].tail or "").rstrip() or None
    else:
        span.text = span.text.rstrip()


def _remove(note: lxml.html.HtmlElement) -> None:
    """Remove the emptied note, and with it a list or a box that held nothing else."""
    parent = note.getparent()
    note.drop_tree()
    while parent is not None and parent.tag in ("ol", "ul", "div", "section", "dl", "aside"):
        if parent.text_content().strip() or parent.getparent() is None:
            return
        parent, empty = parent.getparent(), parent
        empty.drop_tree()
