"""Word, Excel and PowerPoint files (ECMA-376): no macros, no other programs' objects, nothing from elsewhere."""

import re
from collections.abc import Iterator
from typing import Any

from documents.files.archive import Archive, Element
from documents.files.words import lines_of
from pictures.files.errors import NotTaken

MACROS = "This file holds macros. Save it without them, as .docx, .xlsx or .pptx."
OBJECT = "This file holds an object of another program (OLE or ActiveX). Replace it by a picture of it."
LINKED = "This file takes a part of itself from elsewhere ({}). Break the link, so that the part stands in the file."
_MAIN = {
    "docx": "wordprocessingml.document.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
    "pptx": "presentationml.presentation.main+xml",
}
_OBJECTS = re.compile(r"/(?:activeX|ctrlProps)/|/embeddings/.*\.bin$", re.IGNORECASE)
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
_NEVER = ("oleObject", "externalLink", "vbaProject", "control")
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
    if outside := next(_outside(archive), ""):
        raise NotTaken(LINKED.format(outside))


def _outside(archive: Archive) -> Iterator[str]:
    """The kinds of parts that are elsewhere: "attachedTemplate", "image". A link in the text is none."""
    for name in archive.names:
        rels = archive.xml(name) if name.endswith(".rels") else None
        for relation in rels if rels is not None else ():
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            target = str(relation.get("Target", "")).strip().lower()
            is_outside = relation.get("TargetMode") == "External" and kind != "hyperlink"
            if kind in _NEVER or is_outside or target.startswith(_OPENS):
                yield kind
    if "xl/connections.xml" in archive.names:
        yield "connection"


def _statements(archive: Archive) -> dict[str, Any]:
    core, app = archive.xml("docProps/core.xml"), archive.xml("docProps/app.xml")
    stated = {name: _text(core, tag) for name, tag in _CORE.items()}
    along = [what for what, at in _ALONG.items() if any(at.search(f"/{name}") for name in archive.names)]
    if _HIDDEN.search(archive.read("xl/workbook.xml")):
        along.append("hidden sheets")
    return {**lines_of({**stated, "program": _text(app, _PROGRAM)}), **({"along": along} if along else {})}


def _text(part: Element | None, tag: str) -> str:
    return (part.findtext(tag) or "") if part is not None else ""
