"""Word files whose marks are broken, unusual or doubled: no word is lost silently, none doubted for nothing."""

import io
import zipfile

import pytest

from intake.sources.from_word import manuscript_of, read_word
from intake.sources.manuscript import CannotRead, Manuscript
from intake.sources.word.document import answer
from tests.intake.word_files import field, paragraph, run, word_file


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = "<w:r><w:instrText> REF x </w:instrText></w:r>"
MATHS = "<m:r><m:t>{}</m:t></m:r>"
HIDDEN_MATHS = "<m:r><w:rPr><w:vanish/></w:rPr><m:t>{}</m:t></m:r>"


def read(*paragraphs: str) -> Manuscript:
    return manuscript_of(answer(word_file("".join(paragraphs))))


def texts(manuscript: Manuscript) -> list[str]:
    return [block.text for block in manuscript.blocks]


@pytest.mark.parametrize(
    "broken",
    [
        f"{mark('begin')}{CODE}",
        f"{mark('begin')}{CODE}{mark('separate')}",
        f"{mark('begin')}<w:r><w:instrText> TOC </w:instrText></w:r>{mark('separate')}",
        f"{mark('begin')}{CODE}{field('PAGE', '7')}".replace(run("7"), ""),
        f"{mark('end')}{mark('separate')}",
    ],
    ids=["code", "result", "contents", "around another", "no begin"],
)
def test_a_field_without_an_end_takes_no_word_of_the_text_along(broken: str) -> None:
    found = read(paragraph("Before"), paragraph(inner=broken + run("Behind")), paragraph("Last"))
    assert texts(found) == ["Before", "Behind", "Last"]
    assert not found.doubts


@pytest.mark.parametrize(
    "inner",
    [
        f"{run('twenty')}<w:r><w:noBreakHyphen/></w:r>{run('one')}",
        f"<w:del><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:del>{run('kept')}",
        f"<w:del><w:moveFrom>{run('gone')}</w:moveFrom></w:del>{run('kept')}",
        f"<w:del><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('x')}</w:sdtContent></w:sdt></w:del>"
        f"{run('kept')}",
    ],
    ids=["no-break hyphen", "deleted twice", "moved and deleted", "deleted prompt"],
)
def test_what_word_writes_in_a_sound_file_raises_no_doubt(inner: str) -> None:
    assert not read(paragraph(inner=inner)).doubts


def test_deleted_cells_and_hidden_equations_are_no_text() -> None:
    cells = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph('gone')}</w:tc>" + "".join(
        f"<w:tc>{paragraph(word)}</w:tc>" for word in ("one", "two")
    )
    equation = f"<m:oMath>{HIDDEN_MATHS.format('unseen')}{MATHS.format('seen')}</m:oMath>"
    found = read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", paragraph(inner=equation))
    assert texts(found) == ["one two", "seen"]
    assert [(part.what, part.text) for part in found.left_out] == [
        ("deleted words", "gone"),
        ("hidden text", "unseen"),
    ]
    assert not found.doubts


def repacked(method: int) -> bytes:
    """A Word file that says of its parts that they are packed by this method."""
    source = bytearray(word_file(paragraph("x")))
    with zipfile.ZipFile(io.BytesIO(bytes(source))) as archive:
        starts = [entry.header_offset for entry in archive.infolist()]
    ends, at = [], source.find(b"PK\x01\x02")
    while at >= 0:
        ends.append(at)
        at = source.find(b"PK\x01\x02", at + 4)
    for place in (*(start + 8 for start in starts), *(end + 10 for end in ends)):
        source[place : place + 2] = method.to_bytes(2, "little")
    return bytes(source)


def scrambled() -> bytes:
    """A Word file whose text is no packed stream any more."""
    source = bytearray(word_file(paragraph("x" * 400)))
    with zipfile.ZipFile(io.BytesIO(bytes(source))) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    source[start : start + 40] = b"\xff" * 40
    return bytes(source)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (repacked(9), "packed in a way that is not read"),
        (repacked(93), "packed in a way that is not read"),
        (scrambled(), "is damaged"),
    ],
    ids=["deflate64", "zstandard", "scrambled"],
)
def test_a_word_file_that_cannot_be_unpacked_is_called_so(source: bytes, sentence: str) -> None:
    with pytest.raises(CannotRead, match=sentence):
        read_word(source)
