"""A whole Word file, from its bytes to HTML and a notebook."""

import zipfile
import zlib
from typing import Any

import lxml.html
from lxml import etree

from intake.sources.own_copies import is_sealed
from intake.sources.word.blocks import BlockReader
from intake.sources.word.drawings import Drawings
from intake.sources.word.inline import InlineReader, Notes
from intake.sources.word.margin import margin_of
from intake.sources.word.notebook import Notebook
from intake.sources.word.numbering import Numbering
from intake.sources.word.package import Package, Part, Refused, attribute, child, qname
from intake.sources.word.prepare import prepare, words_of
from intake.sources.word.styles import Styles

_RUNNING = (("header", "header"), ("footer", "footer"))
_COMMENTS = ("comments", "w:comment")
_OTHER_FILES = ("w:altChunk", "w:subDoc")
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"


def answer(source: bytes, *, refuses: bool = False) -> dict[str, Any]:
    """The converted file as JSON values and the bytes of its pictures, or `refused` with a sentence."""
    try:
        return convert(source, refuses=refuses)
    except Refused as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError):
        return {"refused": "This Word file needs too much memory to be opened."}
    except NotImplementedError:
        return {
            "refused": "This Word file is packed in a way that is not read; open it in Word and save it anew."
        }
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, etree.LxmlError, EOFError, OSError):
        return {"refused": "This Word file is damaged or is not a Word file; it could not be read."}


def convert(source: bytes, *, refuses: bool = False) -> dict[str, Any]:
    """The text as HTML, one paragraph a line, its pictures by address, and all that is not in it. Raises `Refused`.

    `refuses`: its tracked changes are refused, not taken.
    """
    package = Package(source)
    main = package.main()
    notebook = Notebook()
    pictures: dict[str, bytes] = {}
    margin = margin_of(package, main)
    body = _body(package, main, notebook, pictures, refuses)
    notebook.balance.give_out(str(body.text_content()))
    _name_the_rest(package, main, notebook)
    return {
        "html": "".join(lxml.html.tostring(each, encoding="unicode") for each in body),
        "left_out": notebook.left_out,
        "doubts": [*notebook.doubts, *notebook.balance.doubts()],
        "counts": dict(notebook.counts),
        "pictures": pictures,
        "mark": _mark(package),
        "margin": margin,
        "refuses": refuses,
    }


def _mark(package: Package) -> str:
    """The identifier among the properties of the file: a copy that this desk made has its mark there."""
    for part in package.properties():
        return " ".join((part.root.findtext(_IDENTIFIER) or "").split())[:200]
    return ""


def _body(
    package: Package, main: Part, notebook: Notebook, pictures: dict[str, bytes], refuses: bool
) -> lxml.html.HtmlElement:
    styles = Styles(_first(package, main, "styles"), is_copy=is_sealed(_mark(package)))
    numbering = Numbering(_first(package, main, "numbering"))
    drawings = Drawings(package, notebook, pictures)
    prepare(main.root, notebook, refuses=refuses)
    notes = _notes(package, main, notebook, refuses)
    inline = InlineReader(main, styles, notes, drawings)
    body = lxml.html.Element("body")
    container = child(main.root, "w:body")
    if container is not None:
        BlockReader(inline, styles, numbering, drawings).read(body, container)
    for _, note in notes.values():
        notebook.leave_out("note without a mark in the text", words_of(note))
    if next(main.root.iter(*map(qname, _OTHER_FILES)), None) is not None:
        notebook.doubt("A part of this text is a file of its own inside the Word file; it was not read.")
    return body


def _first(package: Package, part: Part, kind: str) -> Part | None:
    return next(iter(package.related(part, kind)), None)


def _notes(package: Package, main: Part, notebook: Notebook, refuses: bool) -> Notes:
    """Foot- and endnotes by their kind and id, without the lines that part them from the text."""
    notes: Notes = {}
    for kind in ("footnote", "endnote"):
        for part in package.related(main, f"{kind}s"):
            for note in [*part.root.iter(qname(f"w:{kind}"))]:
                if attribute(note, "w:type") not in ("", "normal"):
                    part.root.remove(note)
            prepare(part.root, notebook, refuses=refuses)
            for note in part.root.iter(qname(f"w:{kind}")):
                notes.setdefault((kind, attribute(note, "w:id")), (part, note))
    return notes


def _name_the_rest(package: Package, main: Part, notebook: Notebook) -> None:
    """Name comments, running heads and feet."""
    for part in package.related(main, _COMMENTS[0]):
        for comment in part.root.iter(qname(_COMMENTS[1])):
            if words := words_of(comment):
                notebook.mention("comment", words)
    for kind, what in _RUNNING:
        for part in package.related(main, kind):
            words = " ".join(
                [words_of(part.root), *(each.get("string", "") for each in part.root.iter("{*}textpath"))]
            )
            if words.strip() and [what, " ".join(words.split())] not in notebook.left_out:
                notebook.mention(what, words)
