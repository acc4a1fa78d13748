"""Endnotes that pop up beside their marks: on our page alone, with the words and links of the printed edition."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from prose.html.clean import clean_html
from prose.html.endnotes import print_body
from reading.piece.note_popovers import with_popovers
from tests.factories import published
from tests.prose.soup import SOUP

NOTE = st.builds('<span data-footnote="{}">{}</span>'.format, st.sampled_from(["", "same"]), SOUP)
NOTED = st.lists(SOUP | NOTE, max_size=8).map("".join).map(clean_html)


def tree(body: str, endnotes: str) -> html.HtmlElement:
    return html.fragment_fromstring(f"{body}{endnotes}", create_parent="div")


@given(NOTED, st.sampled_from(["en", "ar", "ja"]))
def test_every_mark_opens_its_note_and_no_word_or_link_changes(stored, language):
    printed = print_body(stored)
    drawn = with_popovers(printed.body, printed.endnotes, language)
    before, page = tree(printed.body, printed.endnotes), tree(drawn.body, drawn.endnotes)
    assert page.text_content() == before.text_content()
    assert page.xpath("//a/@href") == before.xpath("//a/@href")
    assert sorted(page.xpath("//*[not(@popover)]/@id")) == sorted(before.xpath("//*/@id"))
    notes = {link.removeprefix("#") for link in page.xpath('//a[@role="doc-noteref"]/@href')}
    assert {f"{note}-words" for note in notes} == set(page.xpath("//@popovertarget"))
    assert sorted(page.xpath("//span[@popover]/@id")) == sorted(set(page.xpath("//@popovertarget")))
    assert len(page.xpath("//sup/button")) == len(before.xpath("//sup/a"))


def test_a_mark_without_its_note_in_the_list_stays_a_link():
    printed = print_body("<p>a<span data-footnote>One</span></p>")
    assert with_popovers(printed.body, "<ol></ol>", "en").body == printed.body


def test_feeds_and_copies_keep_their_links(client, desk, now, clock):
    clock(now)
    desk.offers_republication = True
    desk.save()
    path = published(body="<p>Ships<span data-footnote>The log.</span>.</p>", at=now).permalink.path
    assert "popovertarget" in client.get(path).content.decode()
    for away in ("/feed.rss", "/feed.atom", "/feed.json", f"{path}republish/"):
        assert "popovertarget" not in client.get(away).content.decode()
