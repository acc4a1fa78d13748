"""Archive: a ZIP with the parts of an office file or a book, opened within limits and without what could run in it."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from lxml import etree

from pictures.files.errors import NotTaken
from prose.limits import megabytes

MAX_ENTRIES = 10_000
MAX_UNPACKED_BYTES = 400_000_000
MAX_PART_BYTES = 4_000_000
"""Of a part that is parsed: relations, and words about the file. Its text is not."""
MAX_SEARCHED_BYTES = 150_000_000  # a second's work
_CHUNK, _OVERLAP = 1_000_000, 200
_PROGRAMS = (
    ".exe",
    ".dll",
    ".js",
    ".vbs",
    ".bat",
    ".cmd",
    ".ps1",
    ".jar",
    ".msi",
    ".scr",
    ".com",
    ".lnk",
    ".hta",
)
DAMAGED = "This file is damaged or cut off. Open it and save it again."
LOCKED = "This file has a password. Save it without one."
PROGRAM = "This file holds a program ({}). Take it out."
TOO_MUCH_TEXT = "This file has too much text to be looked through. Save it as PDF."
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What readers of archives raise for a broken one."""

Element = etree._Element


class Archive:
    """The parts of a file, by their names."""

    def __init__(self, content: bytes) -> None:
        """Open it. Raises `NotTaken`."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise NotTaken(DAMAGED) from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise NotTaken(f"This file has more than {MAX_ENTRIES:,} parts. Save it in a simpler form.")
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MAX_UNPACKED_BYTES:
            raise NotTaken(
                f"Unpacked this file may have {megabytes(MAX_UNPACKED_BYTES)}; it has {megabytes(unpacked)}. "
                "Save it with less in it."
            )
        self.names = [entry.filename for entry in entries]
        if len({name.lower() for name in self.names}) < len(
            entries
        ):  # programs differ on which of the two counts
            raise NotTaken(DAMAGED)
        for entry in entries:
            _check(entry)

    def read(self, name: str, most: int = MAX_PART_BYTES) -> bytes:
        """The bytes of a part; b"" if there is none. Raises `NotTaken` for more than `most`."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as part:
                content = part.read(most + 1)
        except _BROKEN as error:
            raise NotTaken(DAMAGED) from error
        if len(content) > most:
            raise NotTaken(f"A part of this file is too large ({name[:60]}). Save it in a simpler form.")
        return content

    def xml(self, name: str) -> Element | None:
        """A part as XML; None if there is none. Raises `NotTaken`."""
        content = self.read(name)
        return parse_xml(content) if content else None

    def search(self, names: Iterator[str], pattern: "re.Pattern[bytes]") -> str:
        """The first part in which the pattern is found; "" if none. Raises `NotTaken`."""
        left = MAX_SEARCHED_BYTES
        for name in names:
            for chunk in self._chunks(name):
                left -= len(chunk)
                if left < 0:
                    raise NotTaken(TOO_MUCH_TEXT)
                if pattern.search(chunk):
                    return name
        return ""

    def elements(self, names: Iterator[str]) -> Iterator[Element]:
        """The elements of parts in XML, each as it begins, with its attributes. Raises `NotTaken`."""
        left = MAX_SEARCHED_BYTES
        for name in names:
            left -= self._zip.getinfo(name).file_size
            if left < 0:
                raise NotTaken(TOO_MUCH_TEXT)
            try:
                with self._zip.open(name) as part:
                    yield from _beginnings(part)
            except (etree.XMLSyntaxError, *_BROKEN) as error:
                raise NotTaken(DAMAGED) from error

    def _chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, each chunk with the end of the one before it."""
        end = b""
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    yield end + chunk
                    end = chunk[-_OVERLAP:]
        except _BROKEN as error:
            raise NotTaken(DAMAGED) from error


def parse_xml(content: bytes) -> Element:
    """XML without entities and without any other file. Raises `NotTaken`."""
    parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotTaken(DAMAGED) from error
    return root


def _beginnings(part: IO[bytes]) -> Iterator[Element]:
    """Each element of a part as it begins. What has ended is let go, so that a large part takes little memory."""
    parsed: Any = etree.iterparse(
        part, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
    )
    for event, element in parsed:
        if event == "start":
            yield element
            continue
        element.clear(keep_tail=False)
        while element.getprevious() is not None:
            del element.getparent()[0]


def _check(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 1:
        raise NotTaken(LOCKED)
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        raise NotTaken(DAMAGED)
    if path.suffix.lower() in _PROGRAMS:
        raise NotTaken(PROGRAM.format(path.name[:60]))
