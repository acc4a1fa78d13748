"""What goes out as a Word file comes back as the same text."""

import re

import pytest

from desk.export.piece import ExportedPiece
from desk.export.word.drawings import CopiedPicture
from desk.export.word.file import word_file
from intake.sources.from_word import manuscript_of
from intake.sources.manuscript import Manuscript, as_html
from intake.sources.word.document import answer
from prose.html.clean import clean_html
from prose.html.text import plain_text
from tests.prose.soup import PICTURE, random_bodies

EVERYTHING = """<p>The <em>harbour</em> has <strong>two <a href="https://example.org/a?b=1&amp;c=2" title="tip">gates</a
></strong>, <code>x = 1</code> and a note<span data-footnote>See <em>Quay</em>, <a href="https://example.org/">here</a>.
<br>Also.</span> — H<sub>2</sub>O, 10<sup>3</sup> <s>no</s> <u>yes</u>.</p><h2>Gates</h2><h3>Low</h3><h4>Lower</h4>
<ul><li>One<ol type="a" start="3"><li>c</li><li>d</li></ol></li><li>Two</li></ul><ul><li>other</li></ul>
<ol><li>one</li><li>two</li></ol><p>between</p><ol start="3"><li>three</li></ol>
<blockquote><p>Q1</p><p>Q2</p></blockquote><blockquote><p>R</p></blockquote><aside class="pullquote"><p>Pull</p></aside>
<pre>a\n  b</pre><table><tr><th>H1</th><th>H2</th><th>H3</th></tr>
<tr><td rowspan="2"><p>a</p><p>a2</p></td><td colspan="2">b</td></tr>
<tr><td>c</td><td>d<span data-footnote>In a cell.</span></td></tr></table>
<table><tr><td>x</td><td>y</td></tr></table><p>النص العربي هنا</p>"""


def come_back(body: str, language: str = "en", **pictures: CopiedPicture) -> Manuscript:
    """The body as intake reads it from the piece's Word file, after headline, dek and byline."""
    bylines = ("By Ida Quay",)
    piece = ExportedPiece("Tides", "Of paper", bylines, body, language, "a piece version 3", pictures)
    return manuscript_of(answer(word_file(piece)))


def body_of(manuscript: Manuscript) -> str:
    return clean_html(as_html(manuscript.blocks[3:]))


def letters_of(body: str) -> str:
    """All that can be read in text and notes, without spaces."""
    return "".join(re.sub("<[^>]*>|&nbsp;", " ", body).split())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_text_with_everything_comes_back_as_it_was(language: str) -> None:
    body = clean_html(EVERYTHING)
    manuscript = come_back(body, language)
    assert [block.text for block in manuscript.blocks[:3]] == ["Tides", "Of paper", "By Ida Quay"]
    assert body_of(manuscript) == body
    assert manuscript.doubts == manuscript.left_out == ()


def test_no_word_of_any_text_is_lost_or_added() -> None:
    for body in random_bodies(11, 150):
        if "<figure" not in body:
            assert letters_of(body_of(come_back(body))) == letters_of(body), body


def test_pictures_go_along_with_caption_and_alternative() -> None:
    body = clean_html(
        f'<p>One.</p><figure data-picture="{PICTURE}"><img alt="Two cranes."><figcaption>The <em>quay</em> '
        "at dusk</figcaption></figure><p>Two.</p>"
    )
    manuscript = come_back(body, **{PICTURE: CopiedPicture(b"the file", "png", 480, 300)})
    (picture,) = manuscript.pictures
    assert (picture.content, picture.alt, picture.caption) == (b"the file", "Two cranes.", "The quay at dusk")
    assert plain_text(body_of(come_back(body))).split()[:2] == ["One.", "[A"]


def test_a_decorative_picture_comes_back_as_one() -> None:
    body = clean_html(f'<figure data-picture="{PICTURE}"><img alt=""></figure>')
    manuscript = come_back(body, **{PICTURE: CopiedPicture(b"the file", "png", 480, 3)})
    assert [picture.alt for picture in manuscript.pictures] == [""]
