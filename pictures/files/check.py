"""Checks of a file before a picture is decoded from it: its size, its kind, and its number of pixels."""

import io
import warnings

from PIL import Image, UnidentifiedImageError

from pictures.files.errors import NotTaken
from prose.limits import over_limit

MAX_BYTES = 25_000_000
MAX_PIXELS = 50_000_000
MAX_SIDE = 30_000
"""Longest side in pixels: of one pixel's height, 50 megapixels would be a line that no program shows."""

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
_NO_PICTURES = (  # how a file begins, and what to say of it
    (b"%PDF", "This is a PDF, not a picture. Save the page that you need as PNG."),
    (b"PK\x03\x04", "This is a ZIP or an Office file, not a picture. Take the picture out of it first."),
    (b"II*\x00", "This is a TIFF. Save it as JPEG or PNG."),
    (b"MM\x00*", "This is a TIFF. Save it as JPEG or PNG."),
    (b"8BPS", "This is a Photoshop file. Save it as JPEG or PNG."),
    (b"\x01\x00\x00\x00", "This is a drawing of Windows (EMF). Save it as PNG."),
    (b"\xd7\xcd\xc6\x9a", "This is a drawing of Windows (WMF). Save it as PNG."),
    (b"BM", "This is a bitmap (BMP). Save it as PNG."),
)
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_READ = "JPEG, PNG, WebP, AVIF and GIF are read."


def open_checked(content: bytes) -> Image.Image:
    """The picture in a file, not decoded yet. Raises `NotTaken`."""
    if not content:
        raise NotTaken("This file is empty.")
    if len(content) > MAX_BYTES:
        raise NotTaken(over_limit("A picture", MAX_BYTES, len(content)))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # counted below
            picture = Image.open(io.BytesIO(content), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise NotTaken(_of_another_kind(content)) from error
    except Image.DecompressionBombError as error:
        raise NotTaken(_too_many_pixels()) from error
    except MemoryError:
        raise
    except (
        Exception
    ) as error:  # readers of formats raise what they like: RuntimeError, struct.error, SyntaxError
        raise NotTaken("This picture is damaged: its first part cannot be read.") from error
    _check_pixels(*picture.size)
    return picture


def _check_pixels(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise NotTaken("This picture has no pixels.")
    if width * height > MAX_PIXELS:
        raise NotTaken(_too_many_pixels(f"; this one has {width} × {height}"))
    if max(width, height) > MAX_SIDE:
        raise NotTaken(
            f"A picture’s longer side may have {MAX_SIDE:,} pixels; this one has {width} × {height}."
        )


def _too_many_pixels(size: str = "") -> str:
    return f"A picture may have {MAX_PIXELS // 1_000_000} million pixels{size}. Save it smaller."


def _of_another_kind(content: bytes) -> str:
    """A sentence about a file in which no picture was found."""
    for beginning, sentence in _NO_PICTURES:
        if content.startswith(beginning):
            return f"{sentence} {_READ}"
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return f"This is a HEIC photo, as phones make them. Save or send it as JPEG. {_READ}"
    beginning = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in beginning:
        return "This is a drawing (SVG), which can hold programs. Save it as PNG, a logo too."
    if beginning.startswith(b"<"):
        return f"This is a web page, not a picture. {_READ}"
    return f"No picture was found in this file. {_READ}"
