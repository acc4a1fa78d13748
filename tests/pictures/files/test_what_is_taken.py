"""Which files are taken as pictures, what is refused with which sentence, and that nothing of the file goes along."""

import random

import pytest
from PIL import Image

from pictures.files.__main__ import answer
from pictures.files.check import MAX_BYTES
from pictures.files.errors import NotTaken
from pictures.files.read import read_picture
from tests.pictures.files.photos import drawing, exif, file_of, iim, png_that_claims, with_segment, xmp

TAKEN = {
    "JPEG": file_of(drawing()),
    "PNG": file_of(drawing(), "PNG"),
    "WebP": file_of(drawing(), "WEBP"),
    "AVIF": file_of(drawing(), "AVIF"),
    "GIF": file_of(drawing(mode="P"), "GIF"),
    "CMYK": file_of(drawing(mode="CMYK")),
    "grey": file_of(drawing(mode="L")),
    "black and white": file_of(drawing(mode="1"), "PNG"),
    "16 bits": file_of(
        drawing(mode="L").convert("I").point(lambda value: value * 257).convert("I;16"), "PNG"
    ),
    "transparent": file_of(drawing(mode="RGBA"), "PNG"),
    "a palette": file_of(drawing(mode="P"), "PNG"),
    "one pixel": file_of(drawing(1, 1), "PNG"),
    "a web page behind it": file_of(drawing(), "PNG") + b"<html><script>alert(1)</script>",
    "5,000 frames": file_of(
        drawing(40, 30, "P"),
        "GIF",
        save_all=True,
        append_images=[Image.new("P", (40, 30), n % 256) for n in range(5000)],
    ),
    "5 MB of EXIF": with_segment(file_of(drawing()), b"\xff\xe1\xff\xff" + b"Exif\x00\x00" + b"x" * 65_527),
}
REFUSED = {
    "empty": (b"", "is empty"),
    "a pixel bomb": (png_that_claims(12_000, 12_000), "50 million pixels; this one has 12000 × 12000"),
    "a thread": (png_that_claims(40_000, 1), "longer side"),
    "cut off": (TAKEN["JPEG"][:3000], "damaged or cut off"),
    "a web page": (b"<!doctype html><script>alert(1)</script>", "a web page"),
    "a ZIP": (b"PK\x03\x04" + b"a" * 100, "a ZIP or an Office file"),
    "a PDF": (b"%PDF-1.7\n", "a PDF"),
    "a TIFF": (file_of(drawing(), "TIFF"), "a TIFF"),
    "HEIC": (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 100, "HEIC photo"),
    "SVG": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
    "words": (b"hello", "No picture was found"),
    "too large": (b"\xff\xd8\xff" + bytes(MAX_BYTES), "may have 25 MB; this one has 25.1 MB"),
}


@pytest.mark.parametrize("kind", TAKEN)
def test_a_picture_of_any_usual_kind_is_taken_and_made_anew(kind: str) -> None:
    values, (master, smallest) = answer(TAKEN[kind])
    assert (values["width"] > 0, values["height"] > 0) == (True, True)
    for made in (master, smallest):
        assert made[:3] in (b"\xff\xd8\xff", b"\x89PN")
        assert b"script" not in made


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_picture_or_too_large_is_refused_with_a_sentence(kind: str) -> None:
    content, sentence = REFUSED[kind]
    values, files = answer(content)
    assert sentence in values["refused"]
    assert not files


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    read = read_picture(file_of(drawing(2000, 1250)))
    assert (read.width, read.height, read.master_format) == (2000, 1250, "jpeg")
    assert read.smallest.startswith(b"\xff\xd8\xff")
    with pytest.raises(NotTaken, match="a web page"):
        read_picture(b"<html>")


def test_nothing_that_the_file_said_is_in_what_is_made_of_it() -> None:
    secret = "51.5007 N 0.1246 W"
    packed = file_of(
        drawing(), exif=exif(Artist=secret, Copyright=secret), comment=secret, icc_profile=secret.encode()
    )
    packed = with_segment(with_segment(packed, iim((80, secret))), b"\xff\xfe\x00\x14" + secret.encode())
    values, made = answer(packed)
    assert values["found"]["creator"] == secret
    assert not [file for file in made if secret.encode() in file]
    png = file_of(drawing(), "PNG", pnginfo=None, exif=exif(Artist=secret))
    assert not [file for file in answer(png)[1] if secret.encode() in file or b"eXIf" in file]
    webp = file_of(drawing(mode="RGBA"), "WEBP", xmp=xmp(dc_rights=secret))
    assert not [file for file in answer(webp)[1] if secret.encode() in file]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "AVIF", "GIF"])
def test_sixty_damaged_files_of_a_kind_are_taken_or_refused_and_never_a_fault(kind: str) -> None:
    chance, whole = random.Random(kind), TAKEN[kind]
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.3:
            del content[chance.randrange(len(content)) :]
        values, files = answer(bytes(content))
        assert values.get("refused") or len(files) == 2
