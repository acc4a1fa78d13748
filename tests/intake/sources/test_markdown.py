"""Markdown is taken as Markdown, with its front matter; a plain text with stray signs stays plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.sources.claims import Claimed, claims_of
from intake.sources.from_markdown import is_markdown, read_markdown
from intake.sources.manuscript import CannotRead, Hint
from intake.sources.read import read_file, read_pasted

CLIP = """---
title: "Who pays for the pier?"
source: https://lantern.example/2025/02/pier
author:
  - "[[Ida Quay]]"
  - '[Mats Holm](https://lantern.example/mats)'
published: 2025-02-04
tags: [ports, "dues"]
---
# Who pays for the pier?

![The pier at night](https://lantern.example/x.jpg)

Ships *wait* and **pay** [dues](https://lantern.example/d "A list").[^1] H~~2~~O, `code`.

## A part

1. One
   - Two

> Quoted

| Year | Dues |
| ---- | ---- |
| 1911 | 5    |

[^1]: See *Tides*, at [the archive](https://lantern.example/a).
"""


def test_a_web_clip_in_markdown_keeps_marks_links_notes_lists_and_tables():
    manuscript = read_file("clip.txt", CLIP.encode())
    assert [block.html.replace("\n", "") for block in manuscript.blocks] == [
        "<h2>Who pays for the pier?</h2>",
        '<p>Ships <em>wait</em> and <strong>pay</strong> <a href="https://lantern.example/d" title="A list">dues</a>.'
        '<span data-footnote="">See <em>Tides</em>, at <a href="https://lantern.example/a">the archive</a>.</span>'
        " H<s>2</s>O, <code>code</code>.</p>",
        "<h2>A part</h2>",
        "<ol><li><p>One</p><ul><li><p>Two</p></li></ul></li></ol>",
        "<blockquote><p>Quoted</p></blockquote>",
        "<table><tbody><tr><th><p>Year</p></th><th><p>Dues</p></th></tr><tr><td><p>1911</p></td><td><p>5</p></td></tr>"
        "</tbody></table>",
    ]
    assert manuscript.blocks[0].hint is Hint.TITLE
    assert [block.line for block in manuscript.blocks] == [10, 14, 16, 18, 21, 23]
    assert not manuscript.doubts
    assert [(one.what, one.text) for one in manuscript.left_out] == [
        ("front matter", "tags: ports"),
        ("front matter", "tags: dues"),
        ("image", "The pier at night"),
    ]


def test_front_matter_says_who_when_and_where_from():
    claims = read_pasted(CLIP).claims

    def values(what):
        return [claim.value for claim in claims_of(claims, what)]

    assert values(Claimed.HEADLINE) == ["Who pays for the pier?"]
    assert values(Claimed.AUTHOR) == ["Ida Quay", "Mats Holm"]
    assert values(Claimed.DAY) == ["2025-02-04"]
    assert values(Claimed.ADDRESS) == ["https://lantern.example/2025/02/pier"]


def test_a_value_on_lines_of_its_own_belongs_to_its_own_name():
    found = read_markdown(
        "---\ntitle: >\n  Who pays\n  for the pier?\ncustom: |-\n  one\n  two\n# a remark\n---\nShips pay."
    )
    assert [(claim.what, claim.value) for claim in found.claims] == [
        (Claimed.HEADLINE, "Who pays for the pier?")
    ]
    assert [one.text for one in found.left_out] == ["custom: one two", "#: a remark"]


def test_a_note_that_no_mark_leads_to_is_listed():
    found = read_markdown(
        "Ships pay.[^1]\n\n[^1]: Twice *said*.\n\n[^2]: Unused, *twice*\n    over.\n\n    Here.\n\n[^1]: See Tides.\n"
    )
    assert found.blocks[0].html == '<p>Ships pay.<span data-footnote="">See Tides.</span></p>'
    assert [(one.what, one.text, one.line) for one in found.left_out] == [
        ("note without a mark in the text", "Twice *said*.", 3),
        ("note without a mark in the text", "Unused, *twice* over. Here.", 5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The pier\n\nIt costs 5 * 3 * 2, or so #1 says. See [1] and (2).",
        "- Who pays?\n\nNobody does, said the mayor - and left.",
        "---\nWho pays?\n---\nNobody does.",
        "# 1 in the charts\n\nA song of the sea.",
        "A_name_with_lines and a ** sign\n\n1. Only one point.",
        "Notes: [^1 is no note",
    ],
    ids=lambda text: text[:12],
)
def test_a_plain_text_with_stray_signs_stays_as_it_is(text):
    assert not is_markdown(text)
    assert "".join(block.text for block in read_pasted(text).blocks) == "".join(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "See [it](https://example.org).",
        "Ships.[^a]\n\n[^a]: See.",
        "## A part\n\nWords **here**.",
        "---\ntitle: x\n---\nWords.",
        "> Quoted\n\n## A part",
    ],
    ids=lambda text: text[:12],
)
def test_a_text_with_signs_of_markdown_is_read_as_markdown_and_says_so(text):
    assert "Markdown" in read_pasted(text).remarks[0]


def test_scripts_in_markdown_never_come_in():
    (block,) = read_markdown(
        "a <script>alert(1)</script>[b](javascript:alert(1)) <b onclick=x()>c</b>"
    ).blocks
    assert "alert(1)" not in block.html.replace("[b](javascript:alert(1))", "")
    assert "onclick" not in block.html


WORDS = st.lists(st.from_regex(r"[a-zé]{1,9}", fullmatch=True), min_size=1, max_size=6).map(" ".join)
PARTS = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"## {words}"),
    WORDS.map(lambda words: f"**{words}** and [{words}](https://example.org/a)"),
    WORDS.map(lambda words: f"> {words}"),
    WORDS.map(lambda words: f"1. {words}\n2. {words}\n   - {words}"),
    WORDS.map(lambda words: f"| {words} | b |\n| --- | --- |\n| {words} | c |"),
    WORDS.map(lambda words: f"```\n{words}\n```"),
)


@pytest.mark.long
@given(st.lists(PARTS, min_size=1, max_size=8))
def test_every_word_of_a_markdown_text_is_kept(parts):
    manuscript = read_markdown("\n\n".join(parts))
    letters = sorted(c for part in parts for c in part.replace("https://example.org/a", "") if c.isalpha())
    assert sorted(c for block in manuscript.blocks for c in block.text if c.isalpha()) == letters
    assert not manuscript.doubts


@given(st.text(alphabet="#*_[]()^!|>-`~: \nab1.<&", max_size=200))
def test_any_signs_are_read_or_refused(text):
    try:
        read_pasted(text)
        read_markdown(text)
    except CannotRead:
        pass
