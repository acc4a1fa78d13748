"""Picture files for tests: drawn here, in the formats and with the faults that desks are sent."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw
from PIL.ExifTags import Base


def drawing(width: int = 640, height: int = 400, mode: str = "RGB") -> Image.Image:
    """A harbour: sky, sea, a crane on the left, so that left and right, top and bottom are told apart."""
    picture = Image.new("RGB", (width, height), "#bcd3e6")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 0.6, width, height), fill="#1f4e66")
    draw.rectangle((width * 0.1, height * 0.1, width * 0.15, height * 0.6), fill="#c0392b")
    draw.ellipse((width * 0.7, height * 0.1, width * 0.85, height * 0.35), fill="#f4d03f")
    return picture.convert(mode)


def file_of(picture: Image.Image, to: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, to, **options)
    return out.getvalue()


def exif(**values: Any) -> Image.Exif:
    """EXIF with values by the names of their tags: `exif(Artist="Ida Quay")`."""
    held = Image.Exif()
    for name, value in values.items():
        held[Base[name]] = value
    return held


def png_that_claims(width: int, height: int) -> bytes:
    """A black-and-white PNG of any size, whose 12,000 × 12,000 pixels take 17 kB."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(-(-width // 8) + 1)) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def xmp(**properties: str) -> bytes:
    """An XMP packet with properties as their RDF: `xmp(dc_creator="<rdf:Seq>…</rdf:Seq>")`."""
    rows = "".join(
        f"<{name.replace('_', ':', 1)}>{rdf}</{name.replace('_', ':', 1)}>"
        for name, rdf in properties.items()
    )
    return f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
      xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">{rows}</rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def iim(*values: tuple[int, str]) -> bytes:
    """A JPEG's IPTC block in UTF-8, from datasets of record 2 and their words: `iim((80, "Ida Quay"))`."""

    def dataset(record: int, number: int, content: bytes) -> bytes:
        return struct.pack(">BBBH", 0x1C, record, number, len(content)) + content

    block = dataset(1, 90, b"\x1b%G") + b"".join(
        dataset(2, number, words.encode()) for number, words in values
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block + b"\x00" * (len(block) % 2)
    segment = b"Photoshop 3.0\x00" + resource
    return b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment


def with_segment(jpeg: bytes, segment: bytes) -> bytes:
    """A JPEG with one more segment at its start."""
    return jpeg[:2] + segment + jpeg[2:]
