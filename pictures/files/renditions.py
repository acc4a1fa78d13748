"""Renditions: the sizes and formats in which readers get a picture."""

import io

from PIL import Image

WIDTHS = (480, 960, 1440, 1920)
"""Widths in pixels; a picture that is smaller has its own width in place of those above it."""

_SAVED_AS: dict[str, dict[str, object]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8},
    "jpeg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "png": {"format": "PNG", "optimize": True},
}
_MASTERS: dict[str, dict[str, object]] = {
    "jpeg": {"format": "JPEG", "quality": 92, "subsampling": 0},
    "png": {"format": "PNG"},
}
_LOSSLESS = ("PNG", "GIF")


def widths_of(width: int) -> tuple[int, ...]:
    """The widths in which a picture so many pixels wide is served."""
    return tuple(dict.fromkeys(min(width, wanted) for wanted in WIDTHS))


def fallback_format(picture: Image.Image) -> str:
    """The format that every program shows: PNG where the picture is transparent, else JPEG."""
    return "png" if picture.mode == "RGBA" else "jpeg"


def formats_of(picture: Image.Image) -> tuple[str, str]:
    """The formats in which it is served, the one with the fewest bytes first."""
    return "avif", fallback_format(picture)


def master_format(picture: Image.Image, uploaded_as: str) -> str:
    """The format in which it is kept: PNG where it came without loss, so that a chart keeps its edges."""
    return "png" if uploaded_as in _LOSSLESS else fallback_format(picture)


def master_of(picture: Image.Image, to: str) -> bytes:
    """The picture at full size, from which renditions are made, in "jpeg" or "png". Without metadata."""
    return _saved(picture, _MASTERS[to])


def rendition_of_master(master: bytes, width: int, to: str) -> bytes:
    """The picture in a master so many pixels wide. Raises OSError and ValueError for what is no master."""
    picture = Image.open(io.BytesIO(master), formats=["JPEG", "PNG"])
    size = picture.size
    picture.draft(
        picture.mode, (2 * width, 2 * height_at(width, size))
    )  # decodes a JPEG no larger than it must
    return rendition_of(picture, width, to, of=size)


def height_at(width: int, size: tuple[int, int]) -> int:
    """The height of a picture of this size when it is so many pixels wide."""
    return max(1, round(size[1] * width / size[0]))


def rendition_of(picture: Image.Image, width: int, to: str, *, of: tuple[int, int] | None = None) -> bytes:
    """The picture so many pixels wide, in "avif", "jpeg" or "png". Without metadata.

    `of`: the size of the whole picture, if this one was decoded smaller.
    """
    height = height_at(width, of or picture.size)
    if (width, height) == picture.size:
        return _saved(picture, _SAVED_AS[to])
    smaller = picture.resize((width, height), reducing_gap=3.0)
    smaller.info = {}
    return _saved(smaller, _SAVED_AS[to])


def _saved(picture: Image.Image, options: dict[str, object]) -> bytes:
    bare = picture.copy() if picture.info else picture
    bare.info = {}  # some writers put a profile, a comment or XMP from here into the file
    out = io.BytesIO()
    bare.save(out, **options)  # type: ignore[arg-type]  # names of Pillow's options
    return out.getvalue()
