"""Words and links in, words and links out: whatever is written, what is text stays, what is none is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.sources.from_html import read_html
from intake.sources.from_word import manuscript_of
from intake.sources.manuscript import Manuscript
from intake.sources.word.document import answer
from tests.intake import word_files as word
from tests.intake.word_files import field, paragraph, run

LINK = "https://example.org/a?b=1&c"


def _with(properties: str):
    return lambda words: run(words).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


TEXT = {
    "run": run,
    "bold": _with("<w:b/>"),
    "raised": _with('<w:vertAlign w:val="superscript"/>'),
    "inserted": lambda words: f"<w:ins>{run(words)}</w:ins>",
    "moved here": lambda words: f"<w:moveTo>{run(words)}</w:moveTo>",
    "simple field": lambda words: f'<w:fldSimple w:instr="REF x">{run(words)}</w:fldSimple>',
    "field": lambda words: field("PAGEREF code", words),
    "nested field": lambda words: field("REF code", "§").replace(run("§"), field("REF inner", words)),
    "linking field": lambda words: field(f'HYPERLINK "{LINK}" \\o "tip"', words),
    "hyperlink": lambda words: f'<w:hyperlink r:id="a">{run(words)}</w:hyperlink>',
    "control": lambda words: f"<w:sdt><w:sdtPr/><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>",
    "smart tag": lambda words: f"<w:smartTag>{run(words)}</w:smartTag>",
    "equation": lambda words: f"<m:oMath><m:r><m:t>{words}</m:t></m:r></m:oMath>",
    "ruby": lambda words: (
        f"<w:r><w:ruby><w:rt>{run('x')}</w:rt><w:rubyBase>{run(words)}</w:rubyBase></w:ruby></w:r>"
    ),
    "alternative": lambda words: (
        "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
        "</mc:AlternateContent>".format(run(words))
    ),
    "text box": lambda words: (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(words)}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    ),
    "unknown": lambda words: f"<w:later><w:thing>{run(words)}</w:thing></w:later>",
}
NO_TEXT = {
    "deleted": lambda words: f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>",
    "moved away": lambda words: f"<w:moveFrom>{run(words)}</w:moveFrom>",
    "hidden": _with("<w:vanish/>"),
    "prompt": lambda words: (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"
    ),
    "contents": lambda words: field("TOC x", words),
}
SILENT = {"code": lambda words: field(f"XE {words}"), "instruction": lambda words: field(f"REF {words}", "§")}
PARTS = st.lists(st.sampled_from(sorted({**TEXT, **NO_TEXT, **SILENT})), min_size=1, max_size=6)
DOCUMENTS = st.lists(PARTS, min_size=1, max_size=5)


def _words(place: int, number: int) -> str:
    return "q" + "".join("abcdefghij"[int(digit)] for digit in f"{place}{number}") + "z"


def _printed(manuscript: Manuscript) -> str:
    return "".join(block.html for block in manuscript.blocks)


@pytest.mark.long
@given(DOCUMENTS, st.booleans(), st.booleans())
def test_of_any_word_file_the_text_stays_once_and_the_rest_is_named(document, in_table, in_note):
    kinds = {**TEXT, **NO_TEXT, **SILENT}
    placed = [(kind, _words(n, m)) for n, parts in enumerate(document) for m, kind in enumerate(parts)]
    lines = [
        "".join(kinds[kind](_words(n, m)) for m, kind in enumerate(parts)) for n, parts in enumerate(document)
    ]
    extra = {}
    if in_note:
        note = word.notes("footnote", n2="§").replace(run("§"), lines.pop())
        extra["footnotes"] = note
        lines.append(run("noted") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    body = "".join(paragraph(inner=line) for line in ["<w:r><w:t>begun</w:t></w:r>", *lines])
    if in_table:
        cells = "".join(f"<w:tc>{paragraph(inner=line)}</w:tc>" for line in lines)
        body = paragraph("begun") + f"<w:tbl><w:tr>{cells}<w:tc><w:p/></w:tc></w:tr></w:tbl>"
    rels = {"a": LINK}
    source = word.word_file(body, links=rels, **extra)
    manuscript = manuscript_of(answer(source))
    printed, named = _printed(manuscript), " ".join(one.text for one in manuscript.left_out)
    for kind, words in placed:
        assert printed.count(words) == (kind in TEXT), (kind, printed)
        assert named.count(words) == (kind in NO_TEXT), (kind, named)
    if not in_note:
        linked = sum(kind in ("linking field", "hyperlink") for kind, _ in placed)
        assert printed.count("https://example.org/a?b=1&amp;c") >= (linked > 0)
    assert not manuscript.doubts


HTML_TEXT = {
    "plain": "<span>{}</span>",
    "bold": "<b>{}</b>",
    "styled": '<span style="font-weight:700">{}</span>',
    "office": "<o:p>{}</o:p>",
    "inserted": '<ins cite="mailto:N">{}</ins>',
    "struck": "<del>{}</del>",
    "linked": f'<a href="{LINK}">{{}}</a>',
    "anchored": '<a name="x">{}</a>',
    "block": "</p><div>{}</div><p>",
    "bullet": "</p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·</span>{}</p><p>",
    "item": "</p><ul><ul><li>{}</li></ul></ul><p>",
    "cell": "</p><table><tr><td>{}</td></tr></table><p>",
    "note": '<a href="#_ftn1" name="_ftnref1">[1]</a></p><div id="ftn1"><p><a name="_ftn1" href="#_ftnref1">[1]</a> {}'
    "</p></div><p>",
    "in a form": "</p><form><p>{}</p></form><p>",
}
HTML_NO_TEXT = {
    "hidden": "<span style='display:none'>{}</span>",
    "deleted": '<del datetime="2026">{}</del>',
    "comment": "</p><div style='mso-element:comment'><p>{}</p></div><p>",
    "reader": '<span class="screen-reader-text">{}</span>',
    "menu": "</p><nav>{}</nav><p>",
}
HTML_PARTS = st.lists(st.sampled_from(sorted({**HTML_TEXT, **HTML_NO_TEXT})), min_size=1, max_size=8)


@given(HTML_PARTS)
def test_of_any_page_the_text_stays_once_and_the_rest_is_named(parts):
    kinds = {**HTML_TEXT, **HTML_NO_TEXT}
    placed = [(kind, _words(1, number)) for number, kind in enumerate(parts)]
    placed = [
        (kind, words) for n, (kind, words) in enumerate(placed) if kind != "note" or kind not in parts[:n]
    ]
    html = "".join(kinds[kind].format(words) for kind, words in placed)
    manuscript = read_html(f"<html><body><p>begun</p><p>{html}</p></body></html>")
    printed, named = _printed(manuscript), " ".join(one.text for one in manuscript.left_out)
    for kind, words in placed:
        assert printed.count(words) + named.count(words) == 1, (kind, printed, named)
        if kind in HTML_NO_TEXT:
            assert words not in printed
    assert not manuscript.doubts


def test_what_a_page_loses_is_named_and_keeps_it_a_draft(monkeypatch):
    monkeypatch.setattr("intake.sources.tidy.page.gather_lists", lambda body, *_: body[0].drop_tree())
    manuscript = read_html(f'<p>Lost <a href="{LINK}">chart</a></p> <p>Kept.</p>')
    assert "“Lost chart”" in manuscript.doubts[0]


@pytest.mark.parametrize("words", ["a", "a b", "né"])
def test_a_link_that_cleaning_loses_keeps_a_page_a_draft(monkeypatch, words):
    monkeypatch.setattr("intake.sources.from_html.clean_html", lambda html: f"<p>{words}</p>")
    assert "is not in the text" in read_html(f'<p><a href="{LINK}">{words}</a></p>').doubts[-1]


@pytest.mark.parametrize("tag", ["mfrac", "msup", "msubsup", "munder", "mroot"])
def test_a_formula_with_a_part_too_many_or_too_few_keeps_its_words(tag):
    for parts in ("Nehrung", "Ebbe Flut", "Ebbe Flut Priel", "Ebbe Flut Priel Watt"):
        inside = "".join(f"<mi>{word}</mi>" for word in parts.split())
        (block,) = read_html(f"<p>A sentence with <math><{tag}>{inside}</{tag}></math> in it.</p>").blocks
        assert all(word in block.text for word in parts.split())
