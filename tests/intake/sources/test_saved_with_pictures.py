"""Pages saved with their pictures, as one file of parts or in a ZIP, bring them along; nothing else of the file."""

import base64
import io
import zipfile

import pytest

from intake.sources.manuscript import CannotRead, Manuscript
from intake.sources.read import read_file
from tests.intake.sources.test_pictures_of_a_source import CRANE, QUAY

PAGE = (
    "<!doctype html><html><body><article><h1>Who Pays?</h1><p>A pier is a promise that somebody keeps.</p>"
    "<figure><img src='{quay}' alt='A quay at dawn'><figcaption>The quay</figcaption></figure><p>Ships came in.</p>"
    '<figure><img src="{crane}"><figcaption>The crane</figcaption></figure><p>The end.</p></article></body></html>'
)


def kept(manuscript: Manuscript) -> list[tuple[str | None, bytes]]:
    return [(picture.alt, picture.content) for picture in manuscript.pictures]


def mht(page: str, *pictures: tuple[str, bytes]) -> bytes:
    head = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="edge"\r\n\r\n'
    parts = [f"Content-Type: text/html\r\nContent-Location: https://x.example/a/page.html\r\n\r\n{page}"]
    for header, content in pictures:
        encoded = base64.encodebytes(content).decode()
        parts.append(
            f"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n{header}\r\n\r\n{encoded}"
        )
    return (head + "".join(f"--edge\r\n{part}\r\n" for part in parts) + "--edge--\r\n").encode()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


def test_a_page_in_one_file_of_parts_brings_its_pictures() -> None:
    page = PAGE.format(quay="quay.png?w=1&amp;h=2", crane="cid:crane@x")
    parts = ("Content-Location: https://x.example/a/quay.png?w=1&h=2", QUAY), ("Content-ID: <crane@x>", CRANE)
    assert kept(read_file("a.mht", mht(page, *parts))) == [("A quay at dawn", QUAY), (None, CRANE)]


def test_a_page_in_a_zip_brings_the_pictures_of_its_folder_and_of_no_other_place() -> None:
    page = PAGE.format(quay="page_files/a%20quay.png", crane="../../crane.png").encode()
    files = {"saved/page__html": page, "saved/page_files/a quay__png": QUAY, "crane__png": CRANE}
    files |= {"__MACOSX/saved/page__html": b"", "saved/page_files/ad__html": page}
    manuscript = read_file("a.zip", zipped(**files))
    assert kept(manuscript) == [("A quay at dawn", QUAY)]
    assert "One picture is not in what was brought" in " ".join(manuscript.remarks)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.mht", b"", "holds no saved web page"),
        ("a.mht", b"\n--" * 3_000, "more than 2,000 parts"),
        ("a.mht", mht("<p>Ships.</p>").replace(b"text/html", b"text/plain"), "holds no saved web page"),
        ("a.zip", b"PK\x03\x04 and no more", "damaged"),
        ("a.zip", zipped(a__txt=b"Ships."), "holds no saved web page"),
        ("a.zip", zipped(a__html=b"<p>Ships.</p>", b__html=b"<p>Ships.</p>"), "holds 2 pages"),
        ("a.zip", zipped(a__html=b" " * 20_000_000), "A page may have 10 MB; this one has 20 MB"),
    ],
)  # fmt: skip
def test_a_file_without_a_page_that_can_be_read_gets_a_sentence(
    name: str, content: bytes, sentence: str
) -> None:
    with pytest.raises(CannotRead, match=sentence):
        read_file(name, content)
