"""Words about a picture in its file: who took it, how to credit it, what it shows. Offered to editors, never printed.

Three layers are read, the newest first: XMP, IPTC-IIM, EXIF (IPTC Photo Metadata Standard; the Metadata Working
Group's "Guidelines for Handling Image Metadata" maps them to each other).
"""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import Any

from lxml import etree
from PIL import Image, IptcImagePlugin
from PIL.ExifTags import IFD, Base

from prose.typography import clean_line

MAX_XMP_BYTES = 1_000_000
MAX_WORDS = 2_000  # characters of a value; the longest captions of agencies have some hundred
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "ext": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_ISO_DAY = re.compile(r"(\d{4})[-:]?(\d\d)[-:]?(\d\d)")
_UTF_8 = b"\x1b%G"  # IIM 1:90: the characters of the other values


@dataclass(frozen=True)
class Found:
    """Statements of a file about its picture: lines, as they stand there; `people`: one name each."""

    creator: str = ""
    credit: str = ""
    source: str = ""
    rights: str = ""
    description: str = ""
    alt: str = ""
    place: str = ""
    taken_on: dt.date | None = None
    people: tuple[str, ...] = field(default=())

    def completed_by(self, other: "Found") -> "Found":
        """The same, with the other's value wherever this one has none."""
        return Found(
            **{one.name: getattr(self, one.name) or getattr(other, one.name) for one in fields(self)}
        )


def found_in(picture: Image.Image) -> Found:
    """The statements in the file of a picture. A layer that cannot be read is passed over."""
    found = Found()
    for layer in (_from_xmp, _from_iim, _from_exif):
        with suppress(Exception):  # broken layers are common, and the picture is good without its words
            found = found.completed_by(layer(picture))
    return found


def _from_xmp(picture: Image.Image) -> Found:
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    packet = packet.encode() if isinstance(packet, str) else packet
    if not packet or len(packet) > MAX_XMP_BYTES:
        return Found()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(packet.strip(b"\x00 \t\r\n"), parser)
    return Found(
        creator=", ".join(_xmp_values(root, "dc:creator")),
        credit=_xmp_value(root, "photoshop:Credit"),
        source=_xmp_value(root, "photoshop:Source"),
        rights=_xmp_value(root, "dc:rights"),
        description=_xmp_value(root, "dc:description"),
        alt=_xmp_value(root, "core:AltTextAccessibility"),
        place=_places(_xmp_value(root, "photoshop:City"), _xmp_value(root, "photoshop:Country")),
        taken_on=_day(_xmp_value(root, "photoshop:DateCreated")),
        people=tuple(_xmp_values(root, "ext:PersonInImage")),
    )


def _xmp_value(root: Any, name: str) -> str:
    return next(iter(_xmp_values(root, name)), "")


def _xmp_values(root: Any, name: str) -> list[str]:
    """The values of a property: an attribute, a text, or the members of a list, the default language first."""
    prefix, local = name.split(":")
    attributes = root.xpath(f"//rdf:Description/@{name}", namespaces=_SPACES)
    elements = root.xpath(f"//{prefix}:{local}", namespaces=_SPACES)
    members = [member for element in elements for member in element.iterfind(".//rdf:li", _SPACES)]
    members.sort(key=lambda member: member.get("{http://www.w3.org/XML/1998/namespace}lang") != "x-default")
    texts = [*attributes, *("".join(one.itertext()) for one in members or elements)]
    return [words for words in map(_words, texts) if words]


def _from_iim(picture: Image.Image) -> Found:
    values = IptcImagePlugin.getiptcinfo(picture) if picture.format == "JPEG" else None  # type: ignore[arg-type]
    if not values:
        return Found()
    encoding = "utf-8" if values.get((1, 90)) == _UTF_8 else "cp1252"

    def value(number: int) -> str:
        held = values.get((2, number), b"")
        parts = held if isinstance(held, list) else [held]
        return _words(", ".join(part.decode(encoding, "replace") for part in parts if part))

    return Found(
        creator=value(80),
        credit=value(110),
        source=value(115),
        rights=value(116),
        description=value(120),
        place=_places(value(90), value(101)),
        taken_on=_day(value(55)),
    )


def _from_exif(picture: Image.Image) -> Found:
    exif = picture.getexif()
    return Found(
        creator=_words(_in_utf_8(exif.get(Base.Artist, ""))),
        rights=_words(_in_utf_8(exif.get(Base.Copyright, ""))),
        description=_words(_in_utf_8(exif.get(Base.ImageDescription, ""))),
        taken_on=_day(_words(exif.get_ifd(IFD.Exif).get(Base.DateTimeOriginal, ""))),
    )


def _in_utf_8(value: object) -> object:
    """An EXIF text in the characters in which cameras and programs write it: Pillow takes each byte for one."""
    with suppress(UnicodeError):
        return value.encode("latin-1").decode() if isinstance(value, str) else value
    return value


def _words(value: object) -> str:
    """A value as one line without control characters; empty if it is no text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return clean_line(value)[:MAX_WORDS].strip() if isinstance(value, str) else ""


def _places(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _day(value: str) -> dt.date | None:
    match = _ISO_DAY.match(value)
    try:
        return dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None  # "0000:00:00", as cameras without a clock write it
