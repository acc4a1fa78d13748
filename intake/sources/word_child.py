"""Child process that converts a Word file on standard input to JSON on standard output.

It limits its own memory and time before it reads the file. It is started by its path and imports nothing of the
desk, so that a harmful file cannot reach it.
"""

import io
import json
import re
import resource
import sys
import zipfile
from collections import Counter
from typing import Any
from xml.parsers import expat

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 20
if __name__ == "__main__":  # first of all, so that they hold for the converter, too
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

import mammoth  # noqa: E402

MAX_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
MAX_PART_BYTES = 16 * 1024 * 1024  # of XML: the longest book is a tenth of it
MAX_ELEMENTS = 600_000
MAX_DEPTH = 150
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_ASIDE = re.compile(r"word/(comments|header\d*|footer\d*)\.xml")


class Refused(Exception):
    """The file is not converted. Its text is a sentence for the editor."""


class XmlPart:
    """One XML part, read as a stream before a tree is built of it: elements counted, harmful ones refused."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._words: dict[str, list[str]] = {"t": [], "delText": []}
        self._open: list[str] = []

    def words(self, kind: str) -> str:
        """The words of an element: "t" is the text, "delText" what a tracked change deleted."""
        return "".join(self._words[kind]).strip()

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True  # one call for a run of text, not one for every line break and entity in it
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)

    def _doctype(self, *_: Any) -> None:
        raise Refused(
            "This Word file holds a document type declaration, which no Word file needs; it is not opened."
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.split(" ")[-1] if name.startswith(_WORD) or name.endswith(" graphicData") else ""
        if local == "graphicData" and attributes.get("uri", "").endswith(
            ("/picture", "/wordprocessingShape")
        ):
            local = ""
        self._open.append(local)
        self.counts[local] += 1
        self.counts["*"] += 1
        if len(self._open) > MAX_DEPTH or self.counts["*"] > MAX_ELEMENTS:
            raise Refused("This Word file nests or repeats its elements too often to be a text.")

    def _end(self, _: str) -> None:
        if self._open.pop() == "p":
            self._words["t"].append(" ")

    def _text(self, text: str) -> None:
        if self._open and self._open[-1] in self._words:
            self._words[self._open[-1]].append(text)


def read_parts(source: bytes) -> dict[str, XmlPart]:
    """Every XML part by its name. Raises `Refused` for a file that is too large or no Word file."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise Refused(f"This Word file holds {len(entries):,} parts; at most {MAX_ENTRIES:,} are opened.")
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
            raise Refused("This Word file unpacks to more than 64 MB; it is not opened.")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("This Word file is protected by a password.")
        if "[Content_Types].xml" not in archive.namelist() or not any(
            name.startswith("word/") for name in archive.namelist()
        ):
            raise Refused("This is a packed file, but not a Word document.")
        parts = {}
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                if archive.getinfo(name).file_size > MAX_PART_BYTES:
                    raise Refused("This Word file holds more than 16 MB of text and markup in one part.")
                parts[name] = XmlPart()
                parts[name].read(archive.read(name))
        return parts


def silent_changes(parts: dict[str, XmlPart]) -> dict[str, Any]:
    """Numbers and words of what the conversion accepts or drops: tracked changes, drawings, comments, running heads."""
    texts = [
        part
        for name, part in parts.items()
        if re.fullmatch(r"word/(document|footnotes|endnotes)\d*\.xml", name)
    ]
    total: Counter[str] = sum((part.counts for part in texts), Counter())
    left_out = [["deleted words", words] for part in texts if (words := part.words("delText"))]
    for name, part in parts.items():
        aside = _ASIDE.fullmatch(name)
        if aside and (words := part.words("t")):
            left_out.append([aside[1].rstrip("0123456789").rstrip("s"), words])
    return {
        "tracked": total["ins"] + total["del"] + total["moveFrom"] + total["moveTo"],
        "drawings": total["graphicData"],
        "left_out": left_out,
    }


def convert(source: bytes) -> dict[str, Any]:
    """The text as HTML, one paragraph a line, with `silent_changes`. Raises `Refused`."""
    changes = silent_changes(read_parts(source))

    def leave_out(image: Any) -> list[Any]:
        changes["left_out"].append(["image", image.alt_text or ""])
        return []

    result = mammoth.convert_to_html(
        io.BytesIO(source),
        convert_image=leave_out,
        style_map=STYLES,
        include_embedded_style_map=False,
        ignore_empty_paragraphs=False,
    )
    html = re.sub(r"[\r\n]+", " ", result.value)
    return {**changes, "html": re.sub(r"(</(?:p|h[1-6]|li)>)", r"\1\n", html)}


def answer(source: bytes) -> dict[str, Any]:
    """The converted file, or `refused` with a sentence."""
    try:
        return convert(source)
    except Refused as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError):
        return {"refused": "This Word file needs too much memory to be opened."}
    except Exception:  # whatever a broken file breaks, the answer is one sentence
        return {"refused": "This Word file is damaged or is not a Word file; it could not be read."}


if __name__ == "__main__":
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)
