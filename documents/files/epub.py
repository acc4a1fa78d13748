"""Books in EPUB (W3C EPUB 3): no scripts, and nothing from elsewhere."""

import re
from typing import Any

from documents.files.archive import LOCKED, PROGRAM, Archive
from documents.files.words import lines_of
from pictures.files.errors import NotTaken

_SCRIPT = re.compile(rb"<(?:\w+:)?script\b|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)
_TEXTS = (".xhtml", ".html", ".htm", ".svg", ".xml")
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read(content: bytes, ending: str) -> dict[str, Any]:
    """Statements. Raises `NotTaken`."""
    archive = Archive(content)
    if archive.read("mimetype").strip() != b"application/epub+zip":
        raise NotTaken("This file is named .epub, but it is another kind of file. Give it its right ending.")
    if "META-INF/rights.xml" in archive.names:
        raise NotTaken(LOCKED)
    texts = (name for name in archive.names if name.lower().endswith(_TEXTS))
    if scripted := archive.search(texts, _SCRIPT):
        raise NotTaken(PROGRAM.format(scripted[-60:]))
    return {"statements": _statements(archive)}


def _statements(archive: Archive) -> dict[str, Any]:
    container = archive.xml("META-INF/container.xml")
    root = container.find(f".//{_CONTAINER}") if container is not None else None
    package = archive.xml(str(root.get("full-path"))) if root is not None else None
    if package is None:
        return {}
    tags = {"title": "title", "language": "language", "author": "creator"}
    return dict(lines_of({name: package.findtext(f".//{_DC}{tag}") for name, tag in tags.items()}))
