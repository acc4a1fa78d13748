"""Word, Excel and PowerPoint files (ECMA-376): no macros, no other programs' objects, nothing from elsewhere."""

import re
from collections.abc import Iterator
from typing import Any

from documents.files.archive import Archive, Element
from documents.files.words import line, lines_of
from pictures.files.errors import NotTaken

MACROS = "This file holds macros. Save it without them, as .docx, .xlsx or .pptx."
OBJECT = "This file holds an object of another program (OLE or ActiveX). Replace it by a picture of it."
LINKED = "This file takes a part of itself from elsewhere ({}). Break the link, so that the part stands in the file."
_MAIN = {
    "docx": "wordprocessingml.document.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
    "pptx": "presentationml.presentation.main+xml",
}
_OBJECTS = re.compile(r"/activeX/|/embeddings/.*\.bin$", re.IGNORECASE)
_ALONG = {
    "comments": re.compile(r"/(?:comments[^/]*|threadedComments/.*)\.xml$"),
    "speaker notes": re.compile(r"/notesSlides/[^/]+\.xml$"),
}
_HIDDEN = re.compile(rb"""\sstate=["'](?:hidden|veryHidden)["']""")
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
}
_PROGRAM = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
LINKS = (
    "This file has a link to a file on a disk, or to a program ({}). Readers have no such file: take it out."
)
TEMPLATE = (
    "This file takes its styles from a template that is elsewhere ({}). In Word, choose the template Normal under "
    "“Developer”, “Document Template”; or save the file as PDF."
)
_NEVER = {"externalLink": LINKED, "vbaProject": MACROS, "oleObject": OBJECT, "control": OBJECT}
_ON_A_DISK = re.compile(r"file:///[a-z]:|macintosh%20hd:|[^/\\:]*$")
"""A template where somebody has Office on a disk of their own: Word looks there, finds nothing, and goes on without."""
_OPENS = ("javascript:", "vbscript:", "file:")
MOST_INSIDE = 20_000_000  # bytes of a chart's numbers, which are a file of Excel in this one


def read(content: bytes, ending: str) -> dict[str, Any]:
    """Statements. Raises `NotTaken`."""
    archive = Archive(content)
    _check(archive, ending)
    for name in archive.names:
        if re.search(r"/embeddings/[^/]+\.(docx|xlsx|pptx)$", name, re.IGNORECASE):
            _check(Archive(archive.read(name, MOST_INSIDE)), name.lower().rpartition(".")[2])
    return {"statements": _statements(archive)}


def _check(archive: Archive, ending: str) -> None:
    types = archive.read("[Content_Types].xml").decode(errors="replace")
    if "macroEnabled" in types or any("vbaproject" in name.lower() for name in archive.names):
        raise NotTaken(MACROS)
    if _MAIN[ending] not in types:
        raise NotTaken(
            f"This file is named .{ending}, but it is another kind of file. Give it its right ending."
        )
    if any(_OBJECTS.search(f"/{name}") for name in archive.names):
        raise NotTaken(OBJECT)
    for sentence in _outside(archive):
        raise NotTaken(sentence)


def _outside(archive: Archive) -> Iterator[str]:
    """The sentences about parts that are elsewhere, or another program's. A link to the web is none."""
    for name in archive.names:
        rels = archive.xml(name) if name.lower().endswith(".rels") else None
        for relation in rels if rels is not None else ():
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            target = str(relation.get("Target", "")).strip()
            yield from _of_relation(kind, target, is_outside=relation.get("TargetMode") == "External")
    if any(name.lower() == "xl/connections.xml" for name in archive.names):
        yield LINKED.format("connection")


def _of_relation(kind: str, target: str, *, is_outside: bool) -> Iterator[str]:
    if kind == "hyperlink":
        if target.lower().startswith(_OPENS):
            yield LINKS.format(line(target)[:60])
    elif kind == "attachedTemplate":
        if is_outside and not _ON_A_DISK.match(target.lower()):
            yield TEMPLATE.format(line(target)[:60])
    elif is_outside:
        yield LINKED.format(kind)
    elif kind in _NEVER:
        yield _NEVER[kind].format(kind)


def _statements(archive: Archive) -> dict[str, Any]:
    core, app = archive.xml("docProps/core.xml"), archive.xml("docProps/app.xml")
    stated = {name: _text(core, tag) for name, tag in _CORE.items()}
    along = [what for what, at in _ALONG.items() if any(at.search(f"/{name}") for name in archive.names)]
    if _HIDDEN.search(archive.read("xl/workbook.xml")):
        along.append("hidden sheets")
    return {**lines_of({**stated, "program": _text(app, _PROGRAM)}), **({"along": along} if along else {})}


def _text(part: Element | None, tag: str) -> str:
    return (part.findtext(tag) or "") if part is not None else ""
