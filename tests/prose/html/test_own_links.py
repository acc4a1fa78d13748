"""Links of a body to pages of this desk: stored by whose page it is, printed as an address or as plain words."""

from hypothesis import given

from prose.html.clean import clean_html, unsafe_links
from prose.html.merge import merge_bodies
from prose.html.targets.own_links import own_links, with_own_links
from prose.html.text import plain_text
from tests.prose.soup import SOUP

PIECE = "piece:0f8fad5b-d9cb-469f-a165-70867728950e"
BODY = (
    f'<p>See <a href="{PIECE}" title="a &gt; b">the <em>tide</em></a>, <a href="author:ines-lund">Lund</a> and '
    '<a href="https://example.org/">x</a>.<span data-footnote="">In <a href="outlet:the-lantern">it</a>.</span></p>'
)


def test_own_links_are_kept_by_the_cleaner_and_others_like_them_are_not():
    assert clean_html(BODY) == BODY.replace("a &gt; b", "a > b") or clean_html(BODY) == BODY
    assert [(link.kind, link.words) for link in own_links(clean_html(BODY))] == [
        ("piece", "the <em>tide</em>"),
        ("author", "Lund"),
        ("outlet", "it"),
    ]
    for href in (
        "piece:1",
        f"{PIECE}0",
        f"PIECE{PIECE[5:]}",
        "author:A b",
        "author:",
        "house:x",
        f"{PIECE}#a",
    ):
        assert clean_html(f'<p><a href="{href}">a</a></p>') == "<p>a</p>"
        assert unsafe_links(f'<a href="{href}">a</a>') == [href]


def test_a_printed_link_has_the_address_of_the_day_or_leaves_its_words():
    body = clean_html(BODY)
    printed = with_own_links(body, {PIECE: "/articles/tide/"})
    assert '<a href="/articles/tide/" title=' in printed
    assert "the <em>tide</em></a>, Lund and" in printed
    assert "In it." in printed
    assert plain_text(printed, notes=True) == plain_text(body, notes=True)


@given(SOUP)
def test_a_body_without_own_links_is_printed_as_it_is(html):
    assert with_own_links(clean_html(html), {}) == clean_html(html)


def test_two_changes_around_an_own_link_are_merged():
    mine, theirs = BODY.replace("See", "Look at"), BODY.replace("Lund<", "Ines Lund<")
    merged = merge_bodies(*map(clean_html, (BODY, mine, theirs)))
    assert own_links(merged.text)[:2] == own_links(clean_html(theirs))[:2]
