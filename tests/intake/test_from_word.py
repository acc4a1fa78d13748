"""Word files become blocks within limits of time and memory; others are refused with a sentence."""

import sys

import pytest

from intake.sources import from_word
from intake.sources.from_text import read_text
from intake.sources.from_word import read_word
from intake.sources.manuscript import CannotRead, Hint
from intake.sources.read import read_file
from tests.intake import word_files as word
from tests.intake.harbour import BODY


def test_a_word_file_keeps_headings_lists_links_tables_and_notes():
    numbering = (
        f'<?xml version="1.0"?><w:numbering {word.NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{}</w:p>'
    body = "".join(
        [
            word.paragraph("Who Pays?", style="Title"),
            word.paragraph("The port is quiet.", style="Subtitle"),
            word.paragraph("Depths", style="Heading1"),
            word.paragraph(
                inner=word.run("A ") + f'<w:hyperlink r:id="link1">{word.run("chart")}</w:hyperlink>'
            ),
            item.format(word.run("first")),
            item.format(word.run("second")),
            f"<w:tbl><w:tr><w:tc>{word.paragraph('cell')}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            word.paragraph(
                inner=word.run("Ships") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + word.run(" sail.")
            ),
            word.paragraph(inner=word.run("Gulls") + '<w:r><w:endnoteReference w:id="3"/></w:r>'),
        ]
    )
    manuscript = read_word(
        word.word_file(
            body,
            links={"link1": "https://lantern.example/chart"},
            styles=word.styles(Title="Title", Subtitle="Subtitle", Heading1="heading 1"),
            numbering=numbering,
            footnotes=word.notes("footnote", n2="See Tides."),
            endnotes=word.notes("endnote", n3="See Birds."),
        )
    )
    html = [block.html.replace('=""', "").replace("\n", "") for block in manuscript.blocks]
    assert html == [
        "<h2>Who Pays?</h2>",
        "<p>The port is quiet.</p>",
        "<h2>Depths</h2>",
        '<p>A <a href="https://lantern.example/chart">chart</a></p>',
        "<ol><li><p>first</p></li><li><p>second</p></li></ol>",
        "<table><tbody><tr><td><p>cell</p></td><td></td></tr></tbody></table>",
        "<p>Ships<span data-footnote>See Tides.</span> sail.</p>",
        "<p>Gulls<span data-footnote>See Birds.</span></p>",
    ]
    assert [block.hint for block in manuscript.blocks[:3]] == [Hint.TITLE, Hint.SUBTITLE, Hint.HEADING]
    assert [block.line for block in manuscript.blocks[:4]] == [1, 2, 3, 4]


def test_tracked_changes_are_accepted_and_said():
    body = word.paragraph(
        inner=word.run("The pier is ")
        + '<w:del w:id="1" w:author="x"><w:r><w:delText>closed</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{word.run("open")}</w:ins>'
        + word.run(".")
    )
    manuscript = read_word(word.word_file(body))
    assert manuscript.blocks[0].text == "The pier is open."
    assert any("Tracked changes were accepted: 2" in remark for remark in manuscript.remarks)
    assert [(one.what, one.text) for one in manuscript.left_out] == [("deleted words", "closed")]


def test_comments_and_running_heads_are_listed_as_left_out():
    source = word.word_file(
        word.paragraph("Look:"),
        comments=f'<?xml version="1.0"?><w:comments {word.NAMESPACES}><w:comment w:id="0">{word.paragraph("why?")}'
        "</w:comment></w:comments>",
        header1=f'<?xml version="1.0"?><w:hdr {word.NAMESPACES}>{word.paragraph("Draft")}</w:hdr>',
    )
    manuscript = read_word(source)
    assert {(one.what, one.text) for one in manuscript.left_out} == {("comment", "why?"), ("header", "Draft")}


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "empty": (b"", "empty"),
    "a text": (b"Dear reader", "not a Word file"),
    "Word's old format": (bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600, "old format"),
    "half a file": (word.word_file(word.paragraph("x"))[:300], "damaged"),
    "another zip": (word.packed(**{"a.txt": "hello"}), "not a Word document"),
    "entities": (
        word.word_file(word.paragraph("&b;"), before=LAUGHS).replace(b"&amp;", b"&"),
        "document type declaration",
    ),
    "too many parts": (
        word.packed(**{f"word/{n}.xml": "<x/>" for n in range(2_100)}, **{"[Content_Types].xml": "<x/>"}),
        "2,101 parts",
    ),
    "a bomb": (
        word.packed(**{"[Content_Types].xml": "<x/>", "word/media/a.bin": b"\x00" * (65 * 1024 * 1024)}),
        "more than 64 MB",
    ),
    "one endless text": (word.word_file(word.paragraph("a" * 17 * 1024 * 1024)), "more than 16 MB"),
    "deep nesting": (word.word_file("<w:p>" * 400 + "</w:p>" * 400), "nests or repeats"),
    "too many elements": (word.word_file("<w:p/>" * 610_000), "nests or repeats"),
    "broken XML": (
        word.word_file(word.paragraph("x")[:-3]),
        "damaged",
    ),
    "no text": (word.word_file("<w:p/>"), "no text"),
}


@pytest.mark.parametrize(("source", "why"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_or_broken_word_file_is_refused_with_a_sentence(source, why):
    with pytest.raises(CannotRead, match=why) as refusal:
        read_file("manuscript.docx", source)
    assert str(refusal.value).startswith("This ")
    assert str(refusal.value).endswith(".")


def test_a_word_file_that_needs_more_memory_than_it_may_have_is_refused(monkeypatch):
    program = "from intake.sources.word.__main__ import main; main(memory_bytes=24 * 1024**2)"
    monkeypatch.setattr(from_word, "_CHILD", (sys.executable, "-c", program))
    with pytest.raises(CannotRead, match="memory"):
        read_word(word.word_file("".join(word.paragraph("word " * 50) for _ in range(2_000))))


@pytest.mark.long
def test_a_word_file_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(from_word, "_CHILD", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(from_word, "MAX_SECONDS", 1)
    with pytest.raises(CannotRead, match="longer than 1 seconds"):
        read_word(word.word_file(word.paragraph("x")))


def test_a_word_file_of_very_many_pieces_of_text_is_read_within_its_time():
    header = f'<?xml version="1.0"?><w:hdr {word.NAMESPACES}>{word.paragraph("&" * 2 * 10**6)}</w:hdr>'
    manuscript = read_word(word.word_file(word.paragraph("Short."), header1=header))
    assert [(one.what, one.text) for one in manuscript.left_out] == [("header", "&" * 2 * 10**6)]


def test_a_word_file_and_a_text_of_the_same_lines_give_the_same_blocks():
    text = "\n\n".join(BODY)
    of_text = [block.html for block in read_text(text).blocks]
    assert [block.html for block in read_word(word.word_file_of(text)).blocks] == of_text


def test_a_word_reader_that_fails_by_itself_does_not_blame_the_file(monkeypatch):
    monkeypatch.setattr(from_word, "_CHILD", (sys.executable, "-c", "raise ZeroDivisionError"))
    with pytest.raises(from_word.WordReaderFailed, match="ZeroDivisionError"):
        read_word(word.word_file(word.paragraph("A text.")))
