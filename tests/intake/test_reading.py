"""Texts, web pages and Word files become blocks; what cannot is refused with a sentence."""

import io
import time
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.recognition.recognise import recognise
from intake.sources.from_html import read_html
from intake.sources.from_text import read_text
from intake.sources.from_word import read_word
from intake.sources.manuscript import BlockKind, CannotRead, Hint
from intake.sources.markup import running_text, without_prefix
from intake.sources.read import read_file, read_pasted
from prose.limits import MAX_BODY_CHARS
from tests.intake import word_files as word
from tests.intake.harbour import BODY, KNOWLEDGE, characters_kept, characters_of

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
LINES = st.lists(
    st.from_regex(r"[A-Za-zäöüé–“”’]{1,12}( [A-Za-zäöüé–“”’]{1,12}){0,8}", fullmatch=True),
    min_size=1,
)


@given(lines=LINES, encoding=st.sampled_from(ENCODINGS))
def test_a_text_reads_the_same_in_every_usual_encoding(lines, encoding):
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    source = marks.get(encoding, b"") + "\n\n".join(lines).encode(encoding)
    assert [block.text for block in read_text(source).blocks] == lines


def test_a_text_that_is_not_utf_8_says_how_it_was_read():
    manuscript = read_text("Smørrebrød – naïve".encode("cp1252"))
    assert manuscript.blocks[0].text == "Smørrebrød – naïve"
    assert "Windows-1252" in manuscript.remarks[0]
    assert read_text("Smørrebrød".encode()).remarks == ()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x00\x01\x02abc", "binary"),
        (bytes(range(256)) * 4, "not a text"),
        (b"PK\x03\x04\x14\x00\x00\x00", "binary"),
        (b"\xff\xfea", "no sense"),
        (b"word " * MAX_BODY_CHARS, "too long"),
    ],
    ids=["empty", "blank", "NUL", "every byte", "zip", "half a character", "too long"],
)
def test_what_is_no_text_is_refused_with_a_sentence(source, why):
    with pytest.raises(CannotRead, match=why):
        read_file("manuscript.txt", source)


def test_lines_keep_their_numbers_and_lose_unseen_characters():
    blocks = read_text("\n  One\u200b line \n\nTwo\x07 \u202elines\r\nThree\xa0words").blocks
    assert [(block.line, block.text) for block in blocks] == [
        (2, "One line"),
        (4, "Two lines"),
        (5, "Three words"),
    ]


def test_a_text_wrapped_by_hand_is_closed_up_and_says_so():
    wrapped = "The Short Line\n\n" + "\n".join(
        ["This line is as long as lines in old mails used to be, and"] * 3 + ["so on."]
    )
    manuscript = read_text(wrapped)
    assert len(manuscript.blocks) == 2
    assert manuscript.blocks[1].line == 3
    assert manuscript.blocks[1].text.endswith("be, and so on.")
    assert "wrapping" in manuscript.remarks[0]


def test_markup_in_a_plain_text_stays_words():
    (block,) = read_text("a < b & <script>alert(1)</script>").blocks
    assert running_text(block.html) == "a < b & <script>alert(1)</script>"
    assert "<script" not in block.html


def test_a_web_page_gives_its_blocks_in_order_and_leaves_its_furniture():
    manuscript = read_html(
        """<!doctype html><html><head><title>T</title><style>p {}</style></head><body>
        <nav>Home Ports</nav><div><div><h1>Who Pays?</h1><p class="dek">A dek.</p>Loose <b>words</b>
        <p>One <a href="https://lantern.example/a">link</a>.</p></div></div>
        <h2>Part</h2><ul><li>a<li>b</ul><blockquote><p>q</p></blockquote>
        <table><tr><th>x<td>1</table><img src="x.png" alt="A gull"><script>alert(1)</script></body>"""
    )
    kinds = [(block.kind, block.hint, block.text) for block in manuscript.blocks]
    assert kinds == [
        (BlockKind.HEADING, Hint.TITLE, "Who Pays?"),
        (BlockKind.PARAGRAPH, Hint.SUBTITLE, "A dek."),
        (BlockKind.PARAGRAPH, Hint.NONE, "Loose words"),
        (BlockKind.PARAGRAPH, Hint.NONE, "One link."),
        (BlockKind.HEADING, Hint.HEADING, "Part"),
        (BlockKind.LIST, Hint.NONE, "a b"),
        (BlockKind.QUOTE, Hint.NONE, "q"),
        (BlockKind.TABLE, Hint.NONE, "x 1"),
    ]
    assert [(one.what, one.text) for one in manuscript.left_out] == [
        ("navigation", "Home Ports"),
        ("image", "A gull"),
    ]
    assert '<a href="https://lantern.example/a">' in manuscript.blocks[3].html
    assert [block.line for block in manuscript.blocks] == sorted(block.line for block in manuscript.blocks)


def test_the_part_a_page_calls_its_article_is_the_piece():
    page = "<body><p>Menu</p><article><h1>Who Pays?</h1><p>Text.</p></article><p>Imprint</p></body>"
    assert [block.text for block in read_html(page).blocks] == ["Who Pays?", "Text."]


def test_paragraphs_parted_by_two_line_breaks_are_paragraphs():
    assert [block.text for block in read_html("<p>One<br><br>Two<br>more</p>").blocks] == ["One", "Two more"]


def test_scripts_and_unsafe_links_never_come_in():
    html = "".join(
        block.html
        for block in read_html(
            '<p onclick="x()">a <a href="javascript:alert(1)">b</a><img src=x onerror=alert(1)>'
            '<svg><script>alert(1)</script></svg></p><p style="color:red">c</p>'
        ).blocks
    )
    assert html == "<p>a b</p><p>c</p>"


NOTES = {
    "as mammoth writes them": '<p>Ships<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> sail.</p>'
    '<ol><li id="footnote-1"><p>See <em>Tides</em>. <a href="#footnote-ref-1">↑</a></p></li></ol>',
    "as Word saves them": '<p>Ships<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> sail.</p><div><hr>'
    '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> See <em>Tides</em>.</p></div></div>',
    "as Pandoc writes them": '<p>Ships<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> sail.</p>'
    '<section><hr><ol><li id="fn1"><p>See <em>Tides</em>.<a href="#fnref1">↩</a></p></li></ol></section>',
    "as our pages print them": '<p>Ships<sup class="noteref"><a id="ref-1" href="#note-1">1</a></sup> sail.</p>'
    '<ol class="endnotes"><li id="note-1">See <em>Tides</em>. <a href="#ref-1">↩</a></li></ol>',
}


@pytest.mark.parametrize("html", NOTES.values(), ids=NOTES)
def test_notes_of_every_origin_stand_where_their_marks_stood(html):
    (block,) = read_html(html).blocks
    assert block.html.replace('=""', "") == "<p>Ships<span data-footnote>See <em>Tides</em>.</span> sail.</p>"
    assert block.text == "Ships sail."


def test_a_link_inside_a_page_is_no_note():
    manuscript = read_html('<p>See <a href="#part-2">part 2</a>.</p><h2 id="part-2">Part 2</h2>')
    assert [block.text for block in manuscript.blocks] == ["See part 2.", "Part 2"]


def test_a_page_of_half_a_megabyte_of_nested_boxes_is_refused_quickly():
    begun = time.monotonic()
    with pytest.raises(CannotRead):
        read_html("<div>" * 100_000)
    assert time.monotonic() - begun < 5


@given(st.text(alphabet='<>/="abdhiprtuvlx #0189&;\n', max_size=300))
@example("a&#1b")
@example("&#0;&#x0;&#xd800;&#x110000;&#99999999999999999999;c&#128;")
def test_any_markup_is_read_or_refused(html):
    try:
        blocks = read_html(html).blocks
    except CannotRead:
        return
    assert all(running_text(block.html) == block.text for block in blocks)


PARTS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<ul>", "<li>", "<table>", "<tr>", "<td>", "</table>",
     "<h1>", "<h2>", "<blockquote>", '<a href="#fn1">', "</a>", '<li id="fn1">', "<sup>", "</sup>", "</span>",
     "<span data-footnote>", '<img alt="x">', '<aside class="pullquote">', "<pre>", "<article>", "<nav>", "</nav>",
     "<svg>", "<math>", "<textarea>", "<!--", "-->", "<dl><dt>", "<dd>", '<a name="_ftn1">', '<a href="#_ftn1">', "1",
     "&amp;", "&#1", "&#11", "é", "\u0301", "May 5, 2019", "It is", "By Ida Quay", "Ida Quay is a captain."]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(PARTS, max_size=25).map("\n".join))
@example('<a href="#fn1">\n<a href="#fn1">\n<li id="fn1">note')
def test_of_any_page_every_word_that_is_read_is_kept(html):
    try:
        manuscript = read_html(html)
    except CannotRead:
        return
    assert all(running_text(block.html) == block.text for block in manuscript.blocks)
    assert characters_kept(recognise(manuscript, KNOWLEDGE)) == characters_of(manuscript)


@given(st.text(alphabet="ab <>/bi", max_size=40), st.integers(0, 30))
def test_cutting_a_beginning_leaves_exactly_the_rest(html, length):
    try:
        blocks = [block for block in read_html(f"<p>{html}</p>").blocks if block.kind is BlockKind.PARAGRAPH]
    except CannotRead:
        return
    for block in blocks:
        prefix = block.text[:length]
        assert without_prefix(block, prefix).text == " ".join(block.text[length:].split())


def test_a_word_file_keeps_headings_lists_links_tables_and_notes():
    numbering = (
        f'<?xml version="1.0"?><w:numbering {word._NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
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
            f"<w:tbl><w:tr><w:tc>{word.paragraph('cell')}</w:tc></w:tr></w:tbl>",
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
        "<table><tbody><tr><td><p>cell</p></td></tr></tbody></table>",
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


def test_images_comments_and_running_heads_are_listed_as_left_out():
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A gull"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        '<a:blip r:embed="img"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    source = word.word_file(
        word.paragraph(inner=word.run("Look:") + picture),
        comments=f'<?xml version="1.0"?><w:comments {word._NAMESPACES}><w:comment w:id="0">{word.paragraph("why?")}'
        "</w:comment></w:comments>",
        header1=f'<?xml version="1.0"?><w:hdr {word._NAMESPACES}>{word.paragraph("Draft")}</w:hdr>',
    )
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="img" Type="{word._PART}/image" Target="gull.png"/></Relationships>'.encode(),
    )
    manuscript = read_word(word.packed(**parts, **{"word/gull.png": b"\x89PNG"}))
    assert {(one.what, one.text) for one in manuscript.left_out} == {
        ("image", "A gull"),
        ("comment", "why?"),
        ("header", "Draft"),
    }
    assert any("Images were left out: 1 (“A gull”)" in remark for remark in manuscript.remarks)


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
        word.packed(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<w:document"}),
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


def test_a_word_file_that_needs_more_memory_than_it_may_have_is_refused(monkeypatch, tmp_path):
    from intake.sources import from_word

    child = tmp_path / "child.py"
    child.write_text(from_word._CHILD.read_text().replace("512 * 1024", "24 * 1024"))
    monkeypatch.setattr(from_word, "_CHILD", child)
    with pytest.raises(CannotRead, match="memory"):
        read_word(word.word_file("".join(word.paragraph("word " * 50) for _ in range(2_000))))


def test_a_word_file_that_takes_too_long_is_refused(monkeypatch, tmp_path):
    from intake.sources import from_word

    child = tmp_path / "child.py"
    child.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(from_word, "_CHILD", child)
    monkeypatch.setattr(from_word, "MAX_SECONDS", 1)
    with pytest.raises(CannotRead, match="longer than 1 seconds"):
        read_word(word.word_file(word.paragraph("x")))


def test_a_word_file_of_very_many_pieces_of_text_is_read_within_its_time():
    header = f'<?xml version="1.0"?><w:hdr {word._NAMESPACES}>{word.paragraph("&" * 2 * 10**6)}</w:hdr>'
    manuscript = read_word(word.word_file(word.paragraph("Short."), header1=header))
    assert [(one.what, one.text) for one in manuscript.left_out] == [("header", "&" * 2 * 10**6)]


def test_a_word_file_and_a_text_of_the_same_lines_give_the_same_blocks():
    text = "\n\n".join(BODY)
    of_text = [block.html for block in read_text(text).blocks]
    assert [block.html for block in read_word(word.word_file_of(text)).blocks] == of_text


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a", "a.docx.exe"])
def test_other_files_are_refused_by_name(name):
    with pytest.raises(CannotRead, match=r"Only \.txt, \.html and \.docx"):
        read_file(name, b"text")


def test_a_pasted_text_may_be_the_source_of_a_page():
    assert read_pasted("<p>One <em>word</em></p>").blocks[0].html == "<p>One <em>word</em></p>"
    assert read_pasted("A < B").blocks[0].text == "A < B"
