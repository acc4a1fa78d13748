"""OpenDocument files (OASIS, OpenDocument 1.3): no macros, no other programs' objects, nothing from elsewhere."""

import re
from typing import Any

from documents.files.archive import LOCKED, Archive, Element
from documents.files.office import LINKED, OBJECT
from documents.files.words import lines_of
from pictures.files.errors import NotTaken

MACROS = "This file holds macros. Save it without them."
_KINDS = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
_OPEN = "application/vnd.oasis.opendocument."
_MACROS = ("Basic/", "Scripts/", "Dialogs/")
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _DRAW = f"{{{_SPACE}office:1.0}}", f"{{{_SPACE}drawing:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_EVENTS = (f"{{{_SPACE}script:1.0}}event-listener", f"{_OFFICE}script")
_OBJECTS = tuple(f"{_DRAW}{name}" for name in ("object-ole", "plugin", "applet"))
_DRAWN = (
    *(f"{_DRAW}{name}" for name in ("image", "object", "floating-frame", "fill-image")),
    f"{{{_SPACE}style:1.0}}background-image",
)
_TAKEN_FROM = (f"{{{_SPACE}table:1.0}}table-source", f"{{{_SPACE}text:1.0}}section-source")
_COMMENT = f"{_OFFICE}annotation"
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\.\.)", re.IGNORECASE)
_META = f"{{{_SPACE}meta:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read(content: bytes, ending: str) -> dict[str, Any]:
    """Statements. Raises `NotTaken`."""
    archive = Archive(content)
    if archive.read("mimetype").strip() != f"{_OPEN}{_KINDS[ending]}".encode():
        raise NotTaken(
            f"This file is named .{ending}, but it is another kind of file. Give it its right ending."
        )
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise NotTaken(LOCKED)
    if any(name.startswith(_MACROS) and name not in _MACROS for name in archive.names):
        raise NotTaken(MACROS)
    has_comments = False
    for element in archive.elements(
        name for name in archive.names if name.endswith(("content.xml", "styles.xml"))
    ):
        if sentence := _fault(element):
            raise NotTaken(sentence)
        has_comments = has_comments or element.tag == _COMMENT
    return {"statements": {**_statements(archive), **({"along": ["comments"]} if has_comments else {})}}


def _fault(element: Element) -> str:
    """The sentence about an element that is not taken; "" for any other."""
    href = str(element.get(_HREF) or "")
    if element.tag in _EVENTS or href.strip().lower().startswith("vnd.sun.star.script:"):
        return MACROS
    if element.tag in _OBJECTS:
        return OBJECT
    is_outside = element.tag in _DRAWN and _OUTSIDE.match(href)
    if is_outside or (element.tag in _TAKEN_FROM and href) or element.tag == f"{_OFFICE}dde-source":
        return LINKED.format("a link")
    return ""


def _statements(archive: Archive) -> dict[str, Any]:
    meta = archive.xml("meta.xml")
    tags = {
        "title": f"{_DC}title",
        "language": f"{_DC}language",
        "author": f"{_META}initial-creator",
        "program": f"{_META}generator",
    }
    stated = {name: meta.findtext(f".//{tag}") for name, tag in tags.items()} if meta is not None else {}
    return lines_of(stated)
