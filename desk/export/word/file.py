"""The whole Word file: its parts, what each is, and which belongs to which."""

import io
import zipfile

from lxml import etree

from desk.export.piece import ExportedPiece
from desk.export.word import notes, styles
from desk.export.word.blocks import Blocks
from desk.export.word.links import Relations
from desk.export.word.markup import Element, as_bytes, element, value
from desk.export.word.runs import Runs
from prose.html.tree import parse

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "word/document.xml": f"{_MAIN}.document.main+xml",
    "word/styles.xml": f"{_MAIN}.styles+xml",
    "word/numbering.xml": f"{_MAIN}.numbering+xml",
    "word/endnotes.xml": f"{_MAIN}.endnotes+xml",
    "word/settings.xml": f"{_MAIN}.settings+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "jpeg": "image/jpeg",
    "png": "image/png",
}
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_MOMENT = (1980, 1, 1, 0, 0, 0)  # one version gives one file, byte for byte


def word_file(piece: ExportedPiece) -> bytes:
    """The piece as .docx: headline, dek and bylines in styles of their own, then the text with its notes."""
    relations = Relations()
    for kind in ("styles", "numbering", "endnotes", "settings"):
        relations.part(kind, f"{kind}.xml")
    blocks = Blocks(piece.direction, piece.pictures, relations)
    document = _document(piece, blocks)
    in_notes = Relations()
    endnotes = notes.root(blocks.runs.notes, Runs(in_notes))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _of_package().root(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relations.root(),
        "word/styles.xml": styles.root(),
        "word/numbering.xml": blocks.numbering.root(),
        "word/endnotes.xml": endnotes,
        "word/_rels/endnotes.xml.rels": in_notes.root(),
        "word/settings.xml": notes.settings(),
        "docProps/core.xml": _core(piece),
    }
    media = {f"word/media/{name}": picture.content for name, picture in blocks.media.items()}
    return _pack({name: as_bytes(root) for name, root in parts.items()} | media)


def _document(piece: ExportedPiece, blocks: Blocks) -> Element:
    body = element("w:body")
    head = [("Title", piece.headline), ("Subtitle", piece.dek), *(("Byline", line) for line in piece.bylines)]
    body.extend(blocks.paragraph(_line(text), style) for style, text in head if text)
    body.extend(blocks.of(parse(piece.body)))
    body.append(_page(piece.direction))
    return element("w:document", None, body)


def _line(text: str) -> Element:
    line = etree.Element("p")
    line.text = text
    return line


def _page(direction: str) -> Element:
    """A4 with margins of an inch, which printers of Letter paper fit."""
    edges = {f"w:{side}": "1440" for side in ("top", "right", "bottom", "left")}
    size = element("w:pgSz", {"w:w": "11906", "w:h": "16838"})
    margins = element("w:pgMar", edges | {"w:header": "708", "w:footer": "708", "w:gutter": "0"})
    turned = [element("w:bidi")] if direction == "rtl" else []
    return element(
        "w:sectPr", None, element("w:endnotePr", None, value("w:numFmt", "decimal")), size, margins, *turned
    )


def _of_package() -> Relations:
    relations = Relations()
    relations.part("officeDocument", "word/document.xml")
    relations.part("core", "docProps/core.xml")
    return relations


def _content_types() -> Element:
    made = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]
    for ending, kind in _ENDINGS.items():
        etree.SubElement(made, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    for name, kind in _PARTS.items():
        etree.SubElement(made, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return made


def _core(piece: ExportedPiece) -> Element:
    """Title, language and mark, by which a file that comes back says what it was made from."""
    made = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN})
    for name, text in (("identifier", piece.mark), ("language", piece.language), ("title", piece.headline)):
        etree.SubElement(made, f"{{{_DUBLIN}}}{name}").text = text
    return made


def _pack(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
