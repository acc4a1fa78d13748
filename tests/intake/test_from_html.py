"""Web pages become blocks: cleaned, in order, with their notes, and no word lost."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.recognition.recognise import recognise
from intake.sources.from_html import read_html
from intake.sources.manuscript import BlockKind, CannotRead, Hint
from intake.sources.markup import running_text, without_prefix
from tests.conftest import examples
from tests.intake.harbour import KNOWLEDGE, characters_kept, characters_of


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
    "as LibreOffice saves them": '<p>Ships<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">'
    '<sup>1</sup></a> sail.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" '
    'name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See <em>Tides</em>.</p></div>',
    "as LibreOffice saves endnotes": '<p>Ships<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym">'
    '<sup>i</sup></a> sail.</p><div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" '
    'name="sdendnote1sym" href="#sdendnote1anc">i</a>See <em>Tides</em>.</p></div>',
    "as Google Docs downloads them": '<p><span>Ships</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> sail.</p>'
    '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See </span><em>Tides</em>.</p></div>',
    "as Easy Footnotes prints them": '<p>Ships<span id="easy-footnote-1-7" class="easy-footnote-margin-adjust"></span>'
    '<span class="easy-footnote"><a href="#easy-footnote-bottom-1-7" title="See Tides."><sup>1</sup></a></span> sail.'
    '</p><ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span id="easy-footnote-bottom-1-7">'
    '</span>See <em>Tides</em>.<a class="easy-footnote-to-top" href="#easy-footnote-1-7"></a></li></ol>',
    "as Modern Footnotes prints them": '<p>Ships<sup class="modern-footnotes-footnote" data-mfn="1"><a '
    'href="javascript:void(0)">1</a></sup><span class="modern-footnotes-footnote__note" data-mfn="1">See '
    "<em>Tides</em>.</span> sail.</p>",
    "below a heading": '<p>Ships<a href="#fn1" id="r1">1</a> sail.</p><h2>Footnotes</h2><ol><li id="fn1">See '
    "<em>Tides</em>.</li></ol>",
    "as Footnotes prints them": '<p>Ships<a role="button" onclick="x()"><sup id="footnote_plugin_tooltip_7_1_1">[1]'
    '</sup></a><span id="footnote_plugin_tooltip_text_7_1_1" class="footnote_tooltip">See Tides.</span> sail.</p>'
    '<div class="footnotes_reference_container"><div><p><span>References</span></p></div><table><tbody><tr><th '
    'id="footnote_plugin_reference_7_1_1" class="footnote_plugin_index"><a class="footnote_backlink">↑1</a></th>'
    '<td class="footnote_plugin_text">See <em>Tides</em>.</td></tr></tbody></table></div>',
    "as the block editor prints them": '<p>Ships<sup data-fn="0a-1" class="fn"><a href="#0a-1" id="0a-1-link">1</a>'
    '</sup> sail.</p><ol><li id="0a-1">See <em>Tides</em>. <a href="#0a-1-link">↩︎</a></li></ol>',
    "as our pages print them": '<p>Ships<sup class="noteref"><a id="ref-1" href="#note-1">1</a></sup> sail.</p>'
    '<ol class="endnotes"><li id="note-1">See <em>Tides</em>. <a href="#ref-1">↩</a></li></ol>',
}


@pytest.mark.parametrize("html", NOTES.values(), ids=NOTES)
def test_notes_of_every_origin_stand_where_their_marks_stood(html):
    manuscript = read_html(html)
    (block,) = manuscript.blocks
    assert not manuscript.doubts
    assert block.html.replace('=""', "") == "<p>Ships<span data-footnote>See <em>Tides</em>.</span> sail.</p>"
    assert block.text == "Ships sail."


NOTHING_BEHIND = {
    "a mark whose note is not there": '<p>Ships<sup><a href="#fn9">9</a></sup> sail.</p>',
    "a mark that names itself": '<p>Ships<a id="fn1" href="#fn1">1</a> sail.</p>',
    "two marks for one note": '<p>Ships<a href="#fn1">1</a> sail<a href="#fn1">1</a>.</p><p id="fn1">1. See.</p>',
    "notes in each other": '<p>a<a href="#fn1">1</a></p><div id="fn1"><p id="fn2">1 b<a href="#fn2">2</a></p></div>',
    "a note before its mark": '<p id="fn1">1. See.</p><p>Ships<a href="#fn1">1</a> sail.</p>',
    "a plugin's mark without its note": '<p>Ships<sup id="footnote_plugin_tooltip_7_1_1">1</sup> sail.</p>',
    "a note without its mark": '<ol><li><span id="easy-footnote-bottom-1"></span>See.</li></ol>',
    "empty names": '<p>Ships<a href="#" id="" name="">1</a> sail.</p>',
}


@pytest.mark.parametrize("html", NOTHING_BEHIND.values(), ids=NOTHING_BEHIND)
def test_notes_in_broken_layouts_lose_no_word_and_break_nothing(html):
    manuscript = read_html(html)
    assert not manuscript.doubts
    assert any("S" in block.html or "a" in block.html for block in manuscript.blocks)


def test_a_link_inside_a_page_is_no_note():
    manuscript = read_html('<p>See <a href="#part-2">part 2</a>.</p><h2 id="part-2">Part 2</h2>')
    assert [block.text for block in manuscript.blocks] == ["See part 2.", "Part 2"]


def test_a_page_of_half_a_megabyte_of_nested_boxes_is_refused_quickly():
    begun = time.process_time()
    with pytest.raises(CannotRead):
        read_html("<div>" * 100_000)
    assert time.process_time() - begun < 5


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


@settings(deadline=None, max_examples=examples(80))
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


def test_a_note_of_such_a_desk_as_this_one_pops_up_and_comes_along():
    page = """<p>Fees rose<sup class="noteref" id="ref-1" data-number="1"><a href="#note-1">1</a>
        <button type="button" popovertarget="note-1-words"></button></sup> last year.</p>
        <section class="notes"><ol><li id="note-1"><span class="note-words" id="note-1-words" popover>
        <button class="close-note" type="button"></button>Lantern, 3 May.</span>
        <a class="backref" href="#ref-1">↩</a></li></ol></section><div popover>Sign up!</div>"""
    (paragraph,) = read_html(page).blocks
    assert "Lantern, 3 May." in paragraph.html
    assert "Sign up!" not in paragraph.html
