"""Foot- and endnotes of any origin become ours: the note's words stand at the place of its mark.

Known forms: Word through mammoth, Word's own "save as web page", Google Docs, Pandoc, and ours as printed.
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
    """Move every note to its mark as `<span data-footnote>`. Returns how many were moved."""
    moved = 0
    by_id = {element.get("id") or element.get("name"): element for element in root.iter() if _names(element)}
    for mark in [a for a in root.iter("a") if (a.get("href") or "").startswith("#")]:
        target = _note_behind(by_id.get(mark.get("href", "")[1:]), mark)
        if target is not None:
            _put(mark, target)
            moved += 1
    return moved


def _names(element: lxml.html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and bool(element.get("id") or element.get("name"))


def _note_behind(
    target: lxml.html.HtmlElement | None, mark: lxml.html.HtmlElement
) -> lxml.html.HtmlElement | None:
    """The element that holds the note's words, if this is a note's mark and not its way back."""
    if target is None or target is mark or not _BACK.match(mark.text_content()):
        return None
    if not _NOTE_ID.search(target.get("id") or target.get("name") or "") or _is_reference(target):
        return None
    while target is not None and target.tag not in _HOLDERS:
        target = target.getparent()
    if target is None or target.getparent() is None or mark in target.iterdescendants():
        return None  # no note, or one that stands at an earlier mark already
    return target


def _is_reference(target: lxml.html.HtmlElement) -> bool:
    """A mark in the running text: what a note's way back points at."""
    name = (target.get("id") or target.get("name") or "").lower()
    return "ref" in name or target.tag == "sup"


def _put(mark: lxml.html.HtmlElement, note: lxml.html.HtmlElement) -> None:
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
    """The note's words and inline markup; its number, its way back and its paragraphs' shells stay behind."""
    for link in [
        a for a in note.iter("a") if (a.get("href") or "#").startswith("#") and _BACK.match(a.text_content())
    ]:
        shell = link.getparent()
        if shell is not None and shell.tag == "sup" and _holds_only(shell, link):
            link = shell
        link.drop_tree()
    for shell in list(note.iter("p", "div")):
        if shell is not note:
            previous = shell.getprevious()
            if previous is not None:  # two paragraphs of one note must not grow together
                previous.tail = (previous.tail or "") + " "
            shell.drop_tag()
    span.text = (note.text or "").lstrip()
    for child in list(note):
        span.append(child)
    if len(span):
        span[-1].tail = (span[-1].tail or "").rstrip() or None
    else:
        span.text = span.text.rstrip()


def _remove(note: lxml.html.HtmlElement) -> None:
    """Take the emptied note away, and with it a list or a ruled box that held nothing else."""
    parent = note.getparent()
    note.drop_tree()
    while parent is not None and parent.tag in ("ol", "ul", "div", "section", "dl", "aside"):
        if parent.text_content().strip() or parent.getparent() is None:
            return
        parent, empty = parent.getparent(), parent
        empty.drop_tree()
