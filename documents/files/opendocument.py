"""OpenDocument files (OASIS): no macros, no other programs' objects, nothing from elsewhere."""

import re
from typing import Any

from documents.files.archive import LOCKED, Archive
from documents.files.office import LINKED, MACROS, OBJECT
from documents.files.words import lines_of
from pictures.files.errors import NotTaken

_KINDS = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
_OPEN = "application/vnd.oasis.opendocument."
_MACROS = ("Basic/", "Scripts/", "Dialogs/")
_EVENTS = re.compile(rb"<script:event-listener|<office:script\b|vnd\.sun\.star\.script:")
_OUTSIDE = re.compile(
    rb"<(?:table:table-source|office:dde-source|text:section-source)\b[^>]{0,150}xlink:href=|<office:dde-source\b"
    rb"|<draw:(?:image|object|object-ole|plugin|applet|floating-frame)\b[^>]{0,120}xlink:href=\"(?:[a-z]+:|//|\.\.)"
)
_OBJECT = re.compile(rb"<draw:(?:object-ole|plugin|applet)\b")
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
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
    texts = [name for name in archive.names if name.endswith(("content.xml", "styles.xml"))]
    for pattern, sentence in ((_EVENTS, MACROS), (_OBJECT, OBJECT), (_OUTSIDE, LINKED.format("a link"))):
        if archive.search(iter(texts), pattern):
            raise NotTaken(sentence)
    return {"statements": _statements(archive)}


def _statements(archive: Archive) -> dict[str, Any]:
    meta = archive.xml("meta.xml")
    tags = {
        "title": f"{_DC}title",
        "language": f"{_DC}language",
        "author": f"{_META}initial-creator",
        "program": f"{_META}generator",
    }
    stated = {name: meta.findtext(f".//{tag}") for name, tag in tags.items()} if meta is not None else {}
    has_comments = archive.search(iter(["content.xml"]), re.compile(rb"<office:annotation\b"))
    return {**lines_of(stated), **({"along": ["comments"]} if has_comments else {})}
