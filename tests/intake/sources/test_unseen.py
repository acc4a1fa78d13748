"""Words in the colour of their ground are left out by name, on pages, clipboards and in Word files."""

import pytest

from intake.sources.from_html import read_html
from intake.sources.from_word import read_word
from intake.sources.manuscript import Manuscript
from intake.sources.tidy.unseen import colour_in
from tests.intake import word_files as word
from tests.intake.word_files import paragraph, run
from tests.prose.forms.clipboards.unseen import FAINT, HIDDEN, MAY_BE_HIDDEN, PAGES, SEEN, SHEET, UNSURE


def words(manuscript: Manuscript) -> str:
    return " ".join(block.text for block in manuscript.blocks)


def left_out(manuscript: Manuscript) -> str:
    return " ".join(part.text for part in manuscript.left_out)


@pytest.mark.parametrize(("page", "is_seen"), PAGES)
def test_words_of_a_page_in_the_colour_of_their_ground_are_left_out_and_listed(page, is_seen):
    found = read_html(page)
    assert "Seen" in words(found)
    assert ("Unseen" in words(found), "Unseen" in left_out(found)) == (is_seen, not is_seen)
    assert not found.doubts


@pytest.mark.parametrize("sheet", UNSURE)
def test_white_words_whose_ground_only_unread_styles_tell_stay_and_are_asked_about(sheet):
    found = read_html(f'{sheet}<p>Seen <span style="color:#fff">On a dark picture, perhaps</span></p>')
    assert "On a dark picture" in words(found)
    assert any("On a dark picture" in doubt and "white" in doubt for doubt in found.doubts)


def test_white_words_of_a_menu_are_not_asked_about():
    found = read_html(
        f'{SHEET}<nav><a href="/x" style="color:#fff">Subscribe <b>now</b></a></nav><p>Seen</p>'
    )
    assert not found.doubts


@pytest.mark.parametrize(
    "inner",
    [
        '<span style="color:#fff">in par<b>ts</b></span>',
        '<sup>1</sup><span data-footnote style="color:#fff">A note</span>',
    ],
)
def test_white_words_in_parts_and_in_notes_are_asked_about(inner):
    found = read_html(f"{SHEET}<p>Seen {inner} too</p>")
    assert any("white" in doubt for doubt in found.doubts)


COPIED = "orphans: 2; -webkit-text-stroke-width: 0px"
"""A part of what Chromium writes into the style of each block that somebody copies from a page."""


def test_white_words_copied_from_a_dark_page_are_its_text():
    dark = "".join(f'<p style="color: rgb(255, 255, 255); {COPIED}">Line {n}</p>' for n in range(4))
    found = read_html(dark)
    assert words(found) == "Line 0 Line 1 Line 2 Line 3"
    assert not found.left_out
    assert not found.doubts


def test_a_white_line_copied_from_a_picture_stays_and_is_asked_about():
    rest = "A longer text in black. " * 9
    found = read_html(
        f'<h1 style="color: #fff; {COPIED}">On a picture</h1><p style="color:#000; {COPIED}">{rest}</p>'
    )
    assert "On a picture" in words(found)
    assert [doubt for doubt in found.doubts if "On a picture" in doubt]


WHITE = '<w:color w:val="FFFFFF" w:themeColor="background1"/>'
FILLED = '<w:shd w:val="clear" w:fill="003366"/>'


def coloured(properties: str) -> str:
    return run("Unseen").replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


def style(kind: str, properties: str, *, based_on: str = "") -> str:
    """A style called as its kind is."""
    basis = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{kind}"><w:name w:val="{kind}"/>{basis}{properties}</w:style>'
    )


def styled(*rows: str) -> str:
    return f'<?xml version="1.0"?><w:styles {word.NAMESPACES}>{"".join(rows)}</w:styles>'


def dressed(look: str, *rows: str) -> str:
    """A table of one column whose look uses these parts of its style."""
    made = "".join(f"<w:tr><w:tc>{paragraph(words)}</w:tc></w:tr>" for words in rows)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="table"/><w:tblLook {look}/></w:tblPr>{made}</w:tbl>'


def in_table(inner: str, *, cell: str = "", properties: str = '<w:tblStyle w:val="table"/>') -> str:
    row = f"<w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{inner}</w:tc><w:tc>{paragraph('Seen too')}</w:tc></w:tr>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{row}</w:tbl>"


@pytest.mark.parametrize(
    ("inner", "is_seen"),
    [
        (coloured(WHITE), False),
        (coloured(f'<w:shd w:val="clear" w:fill="auto"/>{WHITE}'), False),
        (coloured('<w:shd w:val="clear" w:fill="000000"/><w:color w:val="000000"/>'), False),
        (coloured('<w:highlight w:val="yellow"/><w:color w:val="ffff00"/>'), False),
        (coloured('<w:color w:val="FEFEFE"/>'), False),
        (coloured('<w:color w:val="F0F0F0"/>'), True),
        (coloured('<w:color w:val="auto" w:themeColor="background1"/>'), False),
        (coloured('<w:color w:val="1F3864" w:themeColor="background1" w:themeShade="40"/>'), True),
        (coloured('<w:highlight w:val="yellow"/><w:color w:val="auto"/>'), True),
        (coloured(f"{FILLED}{WHITE}"), True),
        (coloured(f'<w:shd w:val="pct20" w:fill="FFFFFF"/>{WHITE}'), True),
        (coloured(f'<w:highlight w:val="black"/>{WHITE}'), True),
        (f"<w:pPr>{FILLED}</w:pPr>{coloured(WHITE)}", True),
    ],
)
def test_words_of_a_word_file_in_the_colour_of_their_ground_are_left_out(inner, is_seen):
    found = read_word(word.word_file(paragraph("Seen.") + paragraph(inner=inner)))
    assert ("Unseen" in words(found), "Unseen" in left_out(found)) == (is_seen, not is_seen)


PARAGRAPH = paragraph("Unseen", style="paragraph")
OF_WORDS = f"<w:rPr>{WHITE}</w:rPr>"
FIRST_ROW = '<w:tblStylePr w:type="firstRow">{}</w:tblStylePr>'


@pytest.mark.parametrize(
    ("body", "rows", "is_seen"),
    [
        (PARAGRAPH, [style("paragraph", OF_WORDS)], False),
        (PARAGRAPH.replace("<w:r>", '<w:r><w:rPr><w:lang w:val="de"/></w:rPr>'), [style("paragraph", OF_WORDS)], False),
        (PARAGRAPH, [style("paragraph", "", based_on="character"), style("character", OF_WORDS)], False),
        (paragraph(inner=coloured('<w:rStyle w:val="character"/>')), [style("character", OF_WORDS)], False),
        (PARAGRAPH, [style("paragraph", f"<w:pPr>{FILLED}</w:pPr>{OF_WORDS}")], True),
        (in_table(PARAGRAPH, cell=FILLED), [style("paragraph", OF_WORDS)], True),
        (in_table(PARAGRAPH), [style("paragraph", OF_WORDS), style("table", "")], False),
        (in_table(PARAGRAPH, properties=""), [style("paragraph", OF_WORDS)], False),
        (in_table(PARAGRAPH), [style("paragraph", OF_WORDS)], True),  # the table's style is missing
        (in_table(PARAGRAPH), [style("paragraph", OF_WORDS), style("table", f"<w:tcPr>{FILLED}</w:tcPr>")], True),
        (in_table(PARAGRAPH), [style("paragraph", OF_WORDS),
                               style("table", FIRST_ROW.format(f"<w:tcPr>{FILLED}</w:tcPr>"))], True),
        (in_table(paragraph("Unseen")), [style("table", OF_WORDS)], False),
        (in_table(paragraph("Unseen")), [style("table", f"{OF_WORDS}<w:tcPr>{FILLED}</w:tcPr>")], True),
        (in_table(paragraph("Unseen")), [style("table", FIRST_ROW.format(OF_WORDS))], True),
        (in_table(paragraph("Unseen"), cell=FILLED), [style("table", OF_WORDS)], True),
    ],
)  # fmt: skip
def test_words_in_the_colour_of_their_ground_by_a_style_of_paragraph_or_table_are_left_out(
    body, rows, is_seen
):
    found = read_word(word.word_file(paragraph("Seen.") + body, styles=styled(*rows)))
    assert ("Unseen" in words(found), "Unseen" in left_out(found)) == (is_seen, not is_seen)
    assert "Seen" in words(found)


PART = '<w:tblStylePr w:type="{}">{}</w:tblStylePr>'
HEADED = style("table", OF_WORDS + PART.format("firstRow", f"<w:tcPr>{FILLED}</w:tcPr>"))
HIDING = style("table", PART.format("firstRow", "<w:rPr><w:vanish/></w:rPr>"))
WHITE_ROW = f'<w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr>{OF_WORDS}'
BANDED = style(
    "table",
    f"<w:tcPr>{FILLED}</w:tcPr>{PART.format('band2Horz', OF_WORDS)}{PART.format('firstRow', WHITE_ROW)}",
)


@pytest.mark.parametrize(
    ("look", "rows", "seen"),
    [
        ('w:firstRow="1" w:noHBand="1"', HEADED, "a"),
        ('w:val="0620"', HEADED, "a"),
        ('w:val="0600"', HEADED, ""),
        ('w:val="0420"', BANDED, "bcd"),
        ('w:firstRow="0" w:noHBand="0"', BANDED, "abcd"),
        ('w:val="?" w:firstRow="1" w:noHBand="1" w:noVBand="1"', BANDED, "bcd"),
        ('w:firstRow="1" w:noHBand="1"', HIDING, "bcd"),
    ],
)
def test_a_part_of_a_tables_style_colours_the_rows_that_its_look_names(look, rows, seen):
    body = paragraph("Before.") + dressed(look, "a", "b", "c", "d")
    found = read_word(word.word_file(body, styles=styled(rows)))
    assert words(found).split()[1:] == list(seen)
    assert left_out(found).split() == [word for word in "abcd" if word not in seen]


def test_a_note_whose_mark_is_white_keeps_its_words():
    mark = f'<w:r><w:rPr>{WHITE}</w:rPr><w:footnoteReference w:id="1"/></w:r>'
    found = read_word(
        word.word_file(
            paragraph(inner=run("Seen.") + mark), footnotes=word.notes("footnote", n1="Its words.")
        )
    )
    assert "Its words." in found.blocks[0].html


@pytest.mark.parametrize(
    ("written", "colour"),
    [("#FFF", "#ffffff"), ("White", "#ffffff"), ("rgb(0 0 0)", "#000000"), ("transparent", ""), ("", ""),
     ("windowtext", "unknown"), ("url(a.png)", "unknown"), ("#ffffff !important", "#ffffff"),
     ("#fff url(a.png)", "unknown"), ("linear-gradient(#fff, #000)", "unknown"), ("rgba(0,0,0,.)", "unknown")],
)  # fmt: skip
def test_a_colour_is_read_in_every_way_that_styles_write_it(written, colour):
    assert colour_in(written) == colour


@pytest.mark.parametrize("style", FAINT)
def test_words_that_a_page_may_only_let_appear_slowly_are_asked_about(style: str) -> None:
    page = read_html(f"<html><body>{SEEN}<p style='{style}'>Ask the lawyer.</p></body></html>".encode())
    assert page.doubts == (MAY_BE_HIDDEN,)
    animated = f"<html><body><div style='{style}'>{SEEN}</div><p>Ask the lawyer.</p></body></html>"
    assert not read_html(animated.encode()).doubts


@pytest.mark.parametrize("hidden", HIDDEN)
def test_words_that_no_browser_or_word_shows_are_no_text(hidden: str) -> None:
    page = read_html(f"<html><body><p>Ships pay.</p>{hidden.format('Normal 0')}</body></html>".encode())
    assert [block.text for block in page.blocks] == ["Ships pay."]
    assert [(part.what, part.text) for part in page.left_out] == [("hidden text", "Normal 0")]
