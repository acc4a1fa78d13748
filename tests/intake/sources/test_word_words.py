"""Word files keep every word and link, and what Word marks as not text never becomes text."""

import pytest

from intake.sources.from_word import read_word
from intake.sources.manuscript import CannotRead, Manuscript
from intake.sources.word.document import convert
from tests.intake import word_files as word
from tests.intake.word_files import field, paragraph, run


def html_of(inner: str, **parts) -> str:
    """The HTML of the one paragraph with this inside."""
    return "".join(block.html for block in read_word(word.word_file(paragraph(inner=inner), **parts)).blocks)


def left_out(manuscript: Manuscript) -> list[tuple[str, str]]:
    return [(one.what, one.text) for one in manuscript.left_out]


def hidden(text: str, properties: str = "<w:vanish/>") -> str:
    return run(text).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


FRACTION = "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
POWER = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
ROOT = "<m:rad><m:deg/><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad>"
SUM = (
    '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub>'
    f"<m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e>{POWER}</m:e></m:nary>"
)
SEEN = {
    "an equation": (f"<m:oMath><m:r><m:t>x=10</m:t></m:r></m:oMath>{run(' now')}", "x=10 now"),
    "a power": (f"<m:oMath>{POWER}</m:oMath>", "x<sup>2</sup>"),
    "a fraction": (f"<m:oMath>{FRACTION}</m:oMath>", "(a+b)/2"),
    "a root": (f"<m:oMath>{ROOT}</m:oMath>", "√y"),
    "a sum": (f"<m:oMath>{SUM}</m:oMath>", "∑<sub>i=1</sub><sup>n</sup> x<sup>2</sup>"),
    "an equation of its own line": (
        "<m:oMathPara><m:oMath><m:r><m:t>y=2</m:t></m:r></m:oMath></m:oMathPara>",
        "y=2",
    ),
    "a simple field": (
        f'<w:fldSimple w:instr=" REF _Ref1 ">{run("Table 4")}</w:fldSimple>{run(" shows.")}', "Table 4 shows."
    ),
    "a field": (field(" REF _Ref1 \\h ", "Table 4") + run(" shows."), "Table 4 shows."),
    "a field in a field's code": (field("IF " , "yes") + run("."), "yes."),
    "a citation of an add-in": (field(' ADDIN ZOTERO_ITEM CSL_CITATION {"id":"x"} ', "(Quill 2010)"), "(Quill 2010)"),
    "an index entry": (run("Tide") + field(' XE "tides" ') + run("s"), "Tides"),
    "a symbol": ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>' + run("=1"), "α=1"),
    "a check mark": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
    "a symbol field": (field(" SYMBOL 179 \\f Symbol ") + run(" 5"), "≥ 5"),
    "letters in a symbol font": (hidden("b", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + run("-rays"), "β-rays"),
    "ruby": (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('みなと')}</w:rt><w:rubyBase>{run('港')}</w:rubyBase></w:ruby></w:r>",
        "港(みなと)",
    ),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('inside')}</w:sdtContent></w:sdt>", "inside"),
    "a smart tag": (f'<w:smartTag w:element="City">{run("Porto")}</w:smartTag>', "Porto"),
    "an alternative": (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="w16">{run("new")}</mc:Choice><mc:Fallback>{run("old")}'
        "</mc:Fallback></mc:AlternateContent></w:r>",
        "new",
    ),
    "a direction of its own": (f'<w:dir w:val="rtl">{run("נמל")}</w:dir>', "נמל"),
    "a soft hyphen": ("<w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t></w:r>", "harbour"),
    "a hyphen that does not break": ("<w:r><w:t>twenty</w:t><w:noBreakHyphen/><w:t>one</w:t></w:r>", "twenty‑one"),
    "a tab": ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", "one two"),
    "a line break": ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", "one<br>two"),
    "a page break": ('<w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r>', "one two"),
    "an insertion": (f'{run("The pier is ")}<w:ins w:id="1">{run("open")}</w:ins>{run(".")}', "The pier is open."),
    "moved words": (
        f'<w:moveFrom w:id="1">{run("Here")}</w:moveFrom>{run("and ")}<w:moveTo w:id="2">{run("there")}</w:moveTo>',
        "and there",
    ),
    "marks by a style": (
        run("bold").replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr>'), "<strong>bold</strong>"
    ),
    "a mark taken back": (
        hidden("plain", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>'), "plain"
    ),
    "bold of a right-to-left script": (hidden("נמל", "<w:rtl/><w:bCs/>"), "<strong>נמל</strong>"),
    "lowered as LibreOffice does": (
        run("H") + hidden("2", '<w:position w:val="-2"/><w:sz w:val="19"/>'), "H<sub>2</sub>"
    ),
    "an unknown wrapper": (f'<w:futureThing xmlns:x="urn:x">{run("kept")}</w:futureThing>', "kept"),
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize(("inner", "expected"), SEEN.values(), ids=SEEN)
def test_word_files_keep_the_words_that_word_shows(inner, expected):
    styles = word.styles(Strong="Strong").replace('w:type="paragraph"', 'w:type="character"')
    assert html_of(inner, styles=styles) == f"<p>{expected}</p>"


LINKS = {
    "plain": (' HYPERLINK "https://example.org/plain" ', '<a href="https://example.org/plain">'),
    "tip": (
        ' HYPERLINK "https://example.org/tip" \\o "A tip" ',
        '<a href="https://example.org/tip" title="A tip">',
    ),
    "place": (
        ' HYPERLINK "https://example.org/frag" \\l "part2" ',
        '<a href="https://example.org/frag#part2">',
    ),
    "window": (' HYPERLINK "https://example.org/new" \\t "_blank" ', '<a href="https://example.org/new">'),
    "all": (
        ' HYPERLINK  \\n \\m "https://example.org/a" \\l "b" \\o "c" \\t "_top" ',
        '<a href="https://example.org/a#b" title="c">',
    ),
    "without quotes": (" HYPERLINK https://example.org/bare \\h", '<a href="https://example.org/bare">'),
    "lower case": (' hyperlink "mailto:desk@example.org"', '<a href="mailto:desk@example.org">'),
}


@pytest.mark.parametrize(("code", "start"), LINKS.values(), ids=LINKS)
def test_word_files_keep_links_with_all_their_switches(code, start):
    assert html_of(run("See ") + field(code, "the page") + run(".")) == f"<p>See {start}the page</a>.</p>"


def test_a_link_runs_on_over_paragraphs_and_a_note_has_links_of_its_own():
    begin, end = field(' HYPERLINK "https://example.org/a" ', "first").split("first")
    source = word.word_file(
        paragraph(inner=begin + "first</w:t></w:r>")
        + paragraph(inner=run("second") + end.removeprefix("</w:t></w:r>")),
    )
    link = '<a href="https://example.org/a">'
    assert [block.html for block in read_word(source).blocks] == [
        f"<p>{link}first</a></p>",
        f"<p>{link}second</a></p>",
    ]


HIDDEN = {
    "its own property": hidden("Ask the lawyer."),
    "a character style": hidden("Ask the lawyer.", '<w:rStyle w:val="Secret"/>'),
    "a paragraph style": None,
}


@pytest.mark.parametrize("inner", HIDDEN.values(), ids=HIDDEN)
def test_hidden_text_of_word_is_named_and_never_printed(inner):
    styles = word.styles(Secret="Secret").replace("</w:style>", "<w:rPr><w:vanish/></w:rPr></w:style>")
    second = paragraph("Ask the lawyer.", style="Secret") if inner is None else paragraph(inner=inner)
    manuscript = read_word(word.word_file(paragraph("Ships pay.") + second, styles=styles))
    assert [block.text for block in manuscript.blocks] == ["Ships pay."]
    assert left_out(manuscript) == [("hidden text", "Ask the lawyer.")]
    assert not manuscript.doubts


def test_words_that_a_style_hides_and_a_run_shows_are_text():
    styles = word.styles(Secret="Secret").replace("</w:style>", "<w:rPr><w:vanish/></w:rPr></w:style>")
    shown = hidden("Shown", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')
    assert html_of(shown, styles=styles) == "<p>Shown</p>"


def test_what_word_marks_as_no_text_is_left_out_and_named():
    shown = f"<w:sdtContent>{paragraph('Click here')}</w:sdtContent>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{shown}</w:sdt>"
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Contents')}{paragraph('Ships 3')}</w:sdtContent></w:sdt>"
    )
    field_of_contents = paragraph(inner=field(' TOC \\o "1-3" ', "Ports 4"))
    deleted = paragraph(
        inner=f'{run("The pier")}<w:del w:id="1"><w:r><w:delText> was</w:delText></w:r></w:del>'
    )
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('gone')}</w:tc></w:tr>"
    table = f"<w:tbl>{row}<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    manuscript = read_word(word.word_file(prompt + contents + field_of_contents + deleted + table))
    assert [block.text for block in manuscript.blocks] == ["The pier", "a b"]
    assert set(left_out(manuscript)) == {
        ("prompt of an empty field", "Click here"),
        ("table of contents", "Contents Ships 3 Ports 4"),
        ("deleted words", "was"),
        ("deleted words", "gone"),
    }
    assert not manuscript.doubts


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next():
    first = f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('Ships ')}</w:p>"
    assert [block.text for block in read_word(word.word_file(first + paragraph("pay."))).blocks] == [
        "Ships pay."
    ]


def test_a_text_box_stands_after_its_paragraph_once():
    box = "<w:txbxContent>" + paragraph("Ports are quiet") + "</w:txbxContent>"
    drawn = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    manuscript = read_word(
        word.word_file(paragraph(inner=run("One") + drawn + run(" line.")) + paragraph("Two."))
    )
    assert [block.text for block in manuscript.blocks] == ["One line.", "Ports are quiet", "Two."]
    assert "Text boxes" in manuscript.remarks[0]
    assert not manuscript.doubts


def test_notes_lose_their_own_marks_and_keep_their_links():
    reference = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    part = word.notes("footnote", n2="See ").replace(
        "</w:p>", field(' HYPERLINK "https://example.org/n" ', "it") + "</w:p>"
    )
    assert html_of(run("Ships") + reference + run(" sail."), footnotes=part) == (
        '<p>Ships<span data-footnote="">See <a href="https://example.org/n">it</a></span> sail.</p>'
    )


def test_a_note_without_a_mark_is_named():
    source = word.word_file(paragraph("Ships."), footnotes=word.notes("footnote", n2="See Tides."))
    assert left_out(read_word(source)) == [("note without a mark in the text", "See Tides.")]


DOUBTFUL = {
    "an equation with a shape": (f"<m:oMath>{FRACTION}</m:oMath>", "written in one line"),
    "an equation of an add-in": (
        '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>',
        "add-in",
    ),
    "an unknown sign": ('<w:r><w:sym w:font="Wingdings 3" w:char="F0FF"/></w:r>', None),
    "a sign without a character": ('<w:r><w:sym w:font="Wingdings" w:char="F0CA"/></w:r>', "no character"),
    "a formula field": (field(" EQ \\f(1;2) "), "prints something"),
}


@pytest.mark.parametrize(("inner", "why"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_cannot_be_written_as_it_was_keeps_a_word_file_a_draft(inner, why):
    doubts = read_word(word.word_file(paragraph("Ships pay.") + paragraph(inner=run("x ") + inner))).doubts
    assert bool(doubts) == (why is not None)
    assert why is None or why in doubts[0]


def test_words_that_reading_loses_are_named_and_keep_a_word_file_a_draft(monkeypatch):
    monkeypatch.setattr("intake.sources.word.inline.InlineReader._hyperlink", lambda *_: None)
    link = f'<w:hyperlink r:id="a">{run("a lost chart")}</w:hyperlink>'
    answer = convert(word.word_file(paragraph(inner=run("See ") + link), links={"a": "https://example.org"}))
    assert "“a lost chart”" in answer["doubts"][0]


def test_a_main_part_of_any_name_is_held_to_the_same_limits():
    def renamed(source: bytes) -> bytes:
        parts = word.parts_of(source)
        main = parts.pop("word/document.xml")
        parts["word/document.bin"] = main
        parts["word/_rels/document.bin.rels"] = parts.pop("word/_rels/document.xml.rels")
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document.bin")
        return word.packed(**parts)

    assert [block.text for block in read_word(renamed(word.word_file(paragraph("Ships.")))).blocks] == [
        "Ships."
    ]
    for hostile, why in (
        (word.word_file(paragraph("x"), before="<!DOCTYPE x>"), "document type declaration"),
        (word.word_file("<w:p>" * 400 + "</w:p>" * 400), "nests or repeats"),
        (word.word_file("<w:p/>" * 610_000), "nests or repeats"),
        (word.word_file(paragraph("a" * 17 * 1024**2)), "more than 16 MB"),
    ):
        with pytest.raises(CannotRead, match=why):
            read_word(renamed(hostile))
