"""The contents of a long piece: each heading once, in order, as a link that leads to it."""

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from reading.piece.contents import FEWEST, LONG, contents_of, with_named_parts

HEADINGS = st.lists(
    st.tuples(st.sampled_from(["", ' dir="rtl"', ' lang="de"']), st.text("abc אב&<é", max_size=12)),
    max_size=6,
)


def body_of(headings: list[tuple[str, str]]) -> str:
    return "".join(f"<h2{marks}><em>{escape(text)}</em></h2><p>x</p>" for marks, text in headings)


@given(HEADINGS)
def test_every_entry_leads_to_its_heading(headings):
    body = body_of(headings)
    contents = contents_of(body, LONG, "ltr")
    named = html.fragment_fromstring(with_named_parts(body), create_parent="div")
    words = {h2.get("id"): " ".join(h2.text_content().split()) for h2 in named.iter("h2")}
    assert len(words) == len(headings)
    assert all(words[part.name] == part.heading for part in contents)
    filled = [word for word in words.values() if word]
    assert [part.heading for part in contents] == (filled if len(filled) >= FEWEST else [])


def test_a_short_piece_has_no_contents():
    body = "<h2>One</h2><h2>Two</h2><h2>Three</h2>"
    assert contents_of(body, LONG - 1, "ltr") == []
    assert [part.heading for part in contents_of(body, LONG, "ltr")] == ["One", "Two", "Three"]


def test_a_mark_of_a_note_is_no_word_of_a_heading():
    body = '<h2>One<sup class="noteref"><a href="#n1">1</a></sup></h2>' * 3
    assert {part.heading for part in contents_of(body, LONG, "ltr")} == {"One"}
