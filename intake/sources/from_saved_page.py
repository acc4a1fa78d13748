"""Read a page that was saved together with its pictures: as one file of parts (.mht), or with its folder in a ZIP.

Only what is in the file is looked at; nothing is fetched.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from html import unescape
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin

from intake.patterns import Pattern
from intake.sources.characters import declared_encoding, decode
from intake.sources.from_html import read_html
from intake.sources.manuscript import CannotRead, Manuscript
from intake.sources.pictures.held import MAX_ALL_BYTES, HeldPictures, address_of, take_out_data
from intake.sources.pictures.ornaments import LEAST_SIDE
from pictures.files.check import MAX_BYTES
from prose.limits import over_limit

MOST_PARTS = 2_000
MAX_PAGE_BYTES = 10_000_000
NO_PAGE = "This file holds no saved web page."
_SOURCE = Pattern(r"""(\bsrc\s*=\s*)(["'])\s*([^"'<>]{1,2000}?)\s*\2""", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml")
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError, ValueError)

Find = Callable[[str], bytes | None]


def read_mht(content: bytes) -> Manuscript:
    """The manuscript in a page that a browser saved as one file of MIME parts (RFC 2557)."""
    if content.count(b"\n--") > MOST_PARTS:
        raise CannotRead(f"This file has more than {MOST_PARTS:,} parts.")
    try:
        parts = [part for part in message_from_bytes(content).walk() if not part.is_multipart()]
    except (RecursionError, ValueError, LookupError) as error:
        raise CannotRead(NO_PAGE) from error
    page = next((part for part in parts if part.get_content_subtype() in ("html", "xhtml+xml")), None)
    if page is None:
        raise CannotRead(NO_PAGE)
    own = str(page.get("Content-Location", "")).strip()
    pictures: dict[str, Message] = {}
    for part in parts:
        if part.get_content_maintype() == "image":
            pictures[urljoin(own, str(part.get("Content-Location", "")).strip())] = part
            pictures[f"cid:{str(part.get('Content-ID', '')).strip(' <>')}"] = part

    def find(address: str) -> bytes | None:
        part = pictures.get(address) or pictures.get(_joined(own, address))
        return _bytes_of(part) if part else None

    return _read(_bytes_of(page), str(page.get_content_charset() or ""), find)


def read_zip(content: bytes) -> Manuscript:
    """The manuscript in the one web page of a ZIP file, with the pictures beside it."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        page = _page_in(archive)
        folder = posixpath.dirname(page)
        source = _member(archive, page, MAX_PAGE_BYTES)
    except CannotRead:
        raise
    except _BROKEN as error:
        raise CannotRead("This ZIP file is damaged, or needs a password.") from error

    def find(address: str) -> bytes | None:
        path = posixpath.normpath(posixpath.join(folder, unquote(address.partition("?")[0])))
        try:
            return _member(archive, path, MAX_BYTES)
        except (KeyError, *_BROKEN):
            return None

    if source is None:
        raise CannotRead(over_limit("A page", MAX_PAGE_BYTES, archive.getinfo(page).file_size))
    return _read(source, "", find)


def _page_in(archive: zipfile.ZipFile) -> str:
    """The name of the page, which is not in a folder of files beside another. Raises CannotRead."""
    names = [
        info.filename for info in archive.infolist()[:MOST_PARTS]
        if info.filename.lower().endswith(_PAGES) and not info.filename.startswith("__MACOSX/")
    ]  # fmt: skip
    depth = min((len(PurePosixPath(name).parts) for name in names), default=0)
    pages = [name for name in names if len(PurePosixPath(name).parts) == depth]
    if not pages:
        raise CannotRead(NO_PAGE)
    if len(pages) > 1:
        raise CannotRead(f"This ZIP file holds {len(pages)} pages: bring them one after the other.")
    return pages[0]


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes | None:
    """The bytes of a file in the ZIP; None for one that is larger, whatever its entry says. Raises KeyError."""
    with archive.open(name) as member:
        content = member.read(most + 1)
    return content if len(content) <= most else None


def _bytes_of(part: Message) -> bytes:
    content: Any = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _read(source: bytes, encoding: str, find: Find) -> Manuscript:
    """The manuscript in a page, with the pictures that are found beside it and those that are written into it."""
    decoded = decode(source, encoding or declared_encoding(source))
    text, written = take_out_data(decoded.text, LEAST_SIDE)
    contents: dict[str, bytes] = dict(written.contents)
    names: dict[str, str] = {}
    room = MAX_ALL_BYTES - sum(map(len, contents.values()))

    def short(match: re.Match[str]) -> str:
        nonlocal room
        address = unescape(match[3])
        if address not in names and (content := find(address)) and len(content) <= room:
            names[address] = address_of(f"beside-{len(names) + 1}")
            contents[names[address]] = content
            room -= len(content)
        return f"{match[1]}{match[2]}{names[address]}{match[2]}" if address in names else match[0]

    return read_html(_SOURCE.sub(short, text), held=HeldPictures(contents, LEAST_SIDE))
