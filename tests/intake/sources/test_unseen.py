"""Words in the colour of their ground are left out by name, on pages, clipboards and in Word files."""

import pytest

from intake.sources.from_html import read_html
from intake.sources.from_word import read_word
from intake.sources.manuscript import Manuscript
from intake.sources.tidy.unseen import colour_in
from tests.intake import word_files as word
from tests.intake.word_files import paragraph, run

SHEET = '<link rel="stylesheet" href="a.css">'


def words(manuscript: Manuscript) -> str:
    return " ".join(block.text for block in manuscript.blocks)


def left_out(manuscript: Manuscript) -> str:
    return " ".join(part.text for part in manuscript.left_out)


@pytest.mark.parametrize(
    ("page", "is_seen"),
    [
        ('<p>Seen <span style="color:#fff">Unseen</span></p>', False),
        ('<p>Seen <font color="#FFFFFF">Unseen</font></p>', False),
        ('<p>Seen <span style="color: rgb(255, 255, 255)">Unseen</span></p>', False),
        ("<style>.w{color:white}</style><p>Seen <span class=w>Unseen</span></p>", False),
        (f'{SHEET}<div style="background:#fff"><p>Seen <span style="color:white">Unseen</span></p></div>', False),
        ('<body bgcolor="#000000" text="#fff"><p>Seen <span style="color:black">Unseen</span></p>', False),
        ('<div style="background:#036"><p>Seen <span style="color:#003366">Unseen</span></p></div>', False),
        ('<p>Seen</p><p style="text-indent:-9999px">Unseen</p>', False),
        ('<p>Seen <span style="color:white;background:#036">Unseen</span></p>', True),
        ('<table><tr><td bgcolor="#003366"><font color="white">Unseen</font><td>Seen</table>', True),
        ('<div style="background:#fff url(a.png)"><p>Seen <span style="color:#000">Unseen</span></p></div>', True),
        ('<p>Seen <span style="color:white"><b style="color:#333">Unseen</b></span></p>', True),
        ('<div style="background:linear-gradient(red,blue)"><p>Seen <b style="color:#fff">Unseen</b></p></div>', True),
        ('<p>Seen <span style="color:rgba(255,255,255,0)">Unseen</span></p>', True),
        ('<p>Seen <span style="color:#333">Unseen</span></p>', True),
    ],
)  # fmt: skip
def test_words_of_a_page_in_the_colour_of_their_ground_are_left_out_and_listed(page, is_seen):
    found = read_html(page)
    assert "Seen" in words(found)
    assert ("Unseen" in words(found), "Unseen" in left_out(found)) == (is_seen, not is_seen)
    assert not found.doubts


def test_white_words_whose_ground_only_a_style_sheet_elsewhere_tells_stay_and_are_asked_about():
    found = read_html(f'{SHEET}<p>Seen <span style="color:#fff">On a dark picture, perhaps</span></p>')
    assert "On a dark picture" in words(found)
    assert any("On a dark picture" in doubt and "white" in doubt for doubt in found.doubts)


WHITE = '<w:color w:val="FFFFFF" w:themeColor="background1"/>'


def coloured(properties: str) -> str:
    return run("Unseen").replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


@pytest.mark.parametrize(
    ("inner", "is_seen"),
    [
        (coloured(WHITE), False),
        (coloured(f'<w:shd w:val="clear" w:fill="auto"/>{WHITE}'), False),
        (coloured('<w:color w:val="FEFEFE"/>'), True),
        (coloured(f'<w:shd w:val="clear" w:fill="003366"/>{WHITE}'), True),
        (coloured(f'<w:highlight w:val="black"/>{WHITE}'), True),
        (f'<w:pPr><w:shd w:val="clear" w:fill="003366"/></w:pPr>{coloured(WHITE)}', True),
    ],
)
def test_white_words_of_a_word_file_are_left_out_unless_something_colours_their_ground(inner, is_seen):
    found = read_word(word.word_file(paragraph("Seen.") + paragraph(inner=inner)))
    assert ("Unseen" in words(found), "Unseen" in left_out(found)) == (is_seen, not is_seen)


def test_white_words_in_a_table_of_a_word_file_stay_because_its_style_may_colour_the_row():
    table = f"<w:tbl><w:tr><w:tc>{paragraph(inner=coloured(WHITE))}</w:tc></w:tr></w:tbl>"
    assert "Unseen" in words(read_word(word.word_file(paragraph("Seen.") + table)))


@pytest.mark.parametrize(
    ("written", "colour"),
    [("#FFF", "#ffffff"), ("White", "#ffffff"), ("rgb(0 0 0)", "#000000"), ("transparent", ""), ("", ""),
     ("windowtext", "unknown"), ("url(a.png)", "unknown"), ("#ffffff !important", "#ffffff")],
)  # fmt: skip
def test_a_colour_is_read_in_every_way_that_styles_write_it(written, colour):
    assert colour_in(written) == colour
