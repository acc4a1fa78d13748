"""The package of a Word file: its parts, found by their relations as Word finds them, within limits (ECMA-376 part 2).

The limits hold for exactly the parts that are read, whatever their names are.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

MAX_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
MAX_PART_BYTES = 16 * 1024 * 1024  # of XML: the longest book is a tenth of it
MAX_ELEMENTS = 600_000
MAX_DEPTH = 150

Element = etree._Element

_OFFICE = "http://schemas.openxmlformats.org/"
_NAMESPACES = {
    "w": f"{_OFFICE}wordprocessingml/2006/main",
    "m": f"{_OFFICE}officeDocument/2006/math",
    "r": f"{_OFFICE}officeDocument/2006/relationships",
    "a": f"{_OFFICE}drawingml/2006/main",
    "wp": f"{_OFFICE}drawingml/2006/wordprocessingDrawing",
    "pic": f"{_OFFICE}drawingml/2006/picture",
    "mc": f"{_OFFICE}markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "rel": f"{_OFFICE}package/2006/relationships",
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}
# Files in the strict form of the standard name the same elements with other addresses.
_STRICT = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), _NAMESPACES[prefix].encode())
    for prefix, strict in {
        "w": "wordprocessingml/main", "m": "officeDocument/math", "r": "officeDocument/relationships",
        "a": "drawingml/main", "wp": "drawingml/wordprocessingDrawing", "pic": "drawingml/picture",
    }.items()
)  # fmt: skip
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")


class Refused(Exception):
    """The file is not converted. Its text is a sentence for the editor."""


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    uri, _, local = name.rpartition("}")
    return f"{_PREFIXES.get(uri[1:], '?')}:{local}" if uri else local


def name_of(element: Element) -> str:
    """Name with the usual prefix: "w:p"; "" for a comment."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=512)
def qname(name: str) -> str:
    """The full name behind a usual prefix."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def child(element: Element | None, *names: str) -> Element | None:
    """The first child by name, then its first child by the next name, and so on; None where one is missing."""
    for name in names:
        element = element.find(qname(name)) if element is not None else None
    return element


def attribute(element: Element | None, name: str = "w:val") -> str:
    """An attribute's value, "" without one."""
    return str(element.get(qname(name), "")) if element is not None else ""


def is_on(properties: Element | None, name: str) -> bool | None:
    """The value of an on/off property ("w:b", ECMA-376 17.17.4), None where it is not set."""
    switch = child(properties, name)
    if switch is None:
        return None
    return attribute(switch) not in ("0", "false", "off", "none")


@dataclass
class Part:
    """One part: its tree, and its relations as id -> (kind, address or part name, True if it leads outside)."""

    name: str
    root: Element
    relations: dict[str, tuple[str, str, bool]] = field(default_factory=dict)

    def related(self, kind: str) -> list[str]:
        """Names of the parts of a kind ("footnotes") that this one relates to."""
        return [
            target for each, target, is_outside in self.relations.values() if each == kind and not is_outside
        ]


class Package:
    """An opened Word file. Raises `Refused` for a file that is too large or is no Word file."""

    def __init__(self, source: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(source))
        entries = self._archive.infolist()
        self._names = {entry.filename.lower(): entry.filename for entry in entries}
        if len(entries) > MAX_ENTRIES:
            raise Refused(f"This Word file holds {len(entries):,} parts; at most {MAX_ENTRIES:,} are opened.")
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
            raise Refused("This Word file unpacks to more than 64 MB; it is not opened.")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("This Word file is protected by a password.")

    def main(self) -> Part:
        """The part with the text, wherever the package's own relations say it is."""
        relations = self._relations("")
        names = [
            target
            for kind, target, is_outside in relations.values()
            if kind == "officeDocument" and not is_outside
        ]
        part = self.part(names[0]) if names else None
        if part is None or name_of(part.root) != "w:document":
            raise Refused(
                "This is a packed file, but not a Word document. Open it in its own program and save it as .docx."
            )
        return part

    def properties(self) -> list[Part]:
        """The part with the properties of the file: its title, its identifier; empty if it has none."""
        relations = self._relations("").values()
        names = [
            target for kind, target, is_outside in relations if kind == "core-properties" and not is_outside
        ]
        return [found for name in names if (found := self.part(name)) is not None]

    def part(self, name: str) -> Part | None:
        """A part with its relations, None if the file does not have it."""
        root = self._tree(name)
        return Part(name, root, self._relations(name)) if root is not None else None

    def content(self, name: str) -> bytes | None:
        """The bytes of a part that is no XML, None if the file does not have it."""
        stored = self._names.get(name.lower())
        return self._archive.read(stored) if stored is not None else None

    def related(self, part: Part, kind: str) -> list[Part]:
        """The parts of a kind that this one relates to."""
        return [found for name in part.related(kind) if (found := self.part(name)) is not None]

    def _relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        folder, file = posixpath.split(name)
        root = self._tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in root.iter(qname("rel:Relationship")) if root is not None else ():
            target = relation.get("Target", "")
            is_outside = relation.get("TargetMode") == "External"
            if not is_outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target, is_outside)
        return found

    def _tree(self, name: str) -> Element | None:
        """The tree of an XML part, after its size, and before its use its depth and its length, were looked at."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        if self._archive.getinfo(stored).file_size > MAX_PART_BYTES:
            raise Refused("This Word file holds more than 16 MB of text and markup in one part.")
        xml = self._archive.read(stored)
        # "<" is this byte in every encoding that the parser knows, so this counts at least every element.
        if xml.count(b"<") - xml.count(b"</") > MAX_ELEMENTS:
            raise Refused("This Word file nests or repeats its elements too often to be a text.")
        if b"<!DOCTYPE" in xml.replace(b"\x00", b""):
            raise Refused(
                "This Word file holds a document type declaration, which no Word file needs; it is not opened."
            )
        return _parsed(xml)


def _parsed(xml: bytes) -> Element:
    for strict, usual in _STRICT:
        xml = xml.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise Refused("This Word file nests or repeats its elements too often to be a text.") from error
        raise
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(
            "This Word file holds a document type declaration, which no Word file needs; it is not opened."
        )
    if _TOO_DEEP(root):
        raise Refused("This Word file nests or repeats its elements too often to be a text.")
    return root
