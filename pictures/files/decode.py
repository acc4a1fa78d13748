"""Decoding: the pixels of a picture as everybody sees them, upright and in sRGB, and nothing else of its file."""

import io
import warnings
from contextlib import suppress

from PIL import Image, ImageCms, ImageOps

from pictures.files.errors import NotTaken

_SRGB = ImageCms.createProfile("sRGB")
_MAX_PROFILE_BYTES = 2_000_000  # the largest in use, for printing on paper, have less
_16_BITS = ("I;16", "I;16B", "I;16L", "I")
OPAQUE = (255, 255)


def decode(picture: Image.Image) -> Image.Image:
    """The first frame: upright (EXIF orientation), in sRGB, of mode L, RGB or RGBA. Raises `NotTaken`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture.seek(0)
            picture.load()
            ImageOps.exif_transpose(picture, in_place=True)  # a copy of 12 megapixels would be 48 MB more
            decoded = _without_idle_alpha(_in_srgb(picture))
            decoded.info = {}
            return decoded
    except MemoryError:
        raise
    except (
        Exception
    ) as error:  # decoders raise what they like: struct.error, KeyError, zlib.error, IndexError
        raise NotTaken("This picture is damaged or cut off: it cannot be shown whole.") from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    plain = _of_plain_mode(picture, keeps_cmyk=bool(profile))
    if profile and len(profile) <= _MAX_PROFILE_BYTES:
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return _converted(plain, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    return plain.convert("RGB") if plain.mode == "CMYK" else plain


def _of_plain_mode(picture: Image.Image, *, keeps_cmyk: bool) -> Image.Image:
    """The picture with 8 bits a channel and no palette."""
    if picture.mode in _16_BITS:
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "CMYK" and keeps_cmyk:
        return picture
    if picture.mode in ("L", "RGB", "RGBA"):
        return picture.convert("RGBA") if "transparency" in picture.info else picture
    has_alpha = picture.mode in ("LA", "PA", "La", "RGBa") or "transparency" in picture.info
    return picture.convert("RGBA" if has_alpha else "L" if picture.mode == "1" else "RGB")


def _converted(picture: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    """The picture's colours by a profile; transparency is carried over as it is."""
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    colours = picture.convert("RGB") if picture.mode == "RGBA" else picture
    is_in_place = colours.mode == "RGB"
    converted = ImageCms.profileToProfile(colours, profile, _SRGB, outputMode="RGB", inPlace=is_in_place)
    converted = converted or colours
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


def _without_idle_alpha(picture: Image.Image) -> Image.Image:
    """The picture without its transparency if no pixel uses it."""
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == OPAQUE:
        return picture.convert("RGB")
    return picture
