from html.parser import HTMLParser
from uuid import UUID

import nh3
import pytest
from hypothesis import example, given

from prose.errors import ProseError
from prose.html.allowed import CROPS, NOTE, PULL_QUOTE, TAGS, VOID, WIDTHS
from prose.html.clean import clean_html, unsafe_links
from prose.limits import MAX_BODY_CHARS, MAX_DEPTH
from prose.links import is_safe_href
from tests.prose.soup import PICTURE, SOUP


class Inventory(HTMLParser):
    """Elements and text of an HTML text, read by a parser other than the cleaner's."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.depth = self.deepest = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)

    def handle_endtag(self, tag):
        self.depth -= 1

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(f"a comment survived: {data}")


@given(SOUP)
@example(
    "<aside class='pullquote x'>q</aside><span>s</span><a href='javascript:1'>j</a><p style=x onclick=y>p"
)
@example("<b><p>x</b>y<table><td>a<div><li>b<script>1</script>")
@example("<p><button><p>x</p></button></p>")
@example("<a href='https://example.org/'><p>x<span data-footnote>n<p>m")
def test_nothing_outside_the_allow_list_ever_survives(html):
    cleaned = Inventory(clean_html(html))
    for tag, attributes in cleaned.found:
        assert set(attributes) <= TAGS[tag]
        assert tag != "aside" or attributes == {"class": PULL_QUOTE}
        assert tag != "span" or attributes == {NOTE: ""}
        assert tag != "a" or is_safe_href(attributes["href"])
        if tag == "figure":
            assert str(UUID(attributes["data-picture"])) == attributes["data-picture"]
            assert attributes.get("class") in (None, *WIDTHS)
            assert attributes.get("data-crop") in (None, *CROPS)
    assert not set(cleaned.text) & set("\x00\u200b\u202e\ufeff\u00ad")
    assert cleaned.depth == 0


@given(SOUP)
@example(" \u0338<p>\u0338x</p>")
@example("<code>a\n<i> \u200b b")
@example("<p></i>\xa0\u0338&amp;</template><i><span/>")
def test_cleaning_twice_changes_nothing_more(html):
    cleaned = clean_html(html)
    assert clean_html(cleaned) == cleaned


@given(SOUP)
def test_a_browser_reads_the_cleaned_text_as_it_is_written(html):
    cleaned = clean_html(html)
    read = nh3.clean(cleaned, tags=set(TAGS), attributes={k: set(v) for k, v in TAGS.items()}, link_rel=None)
    assert read == cleaned


@given(SOUP)
def test_text_is_always_in_a_block(html):
    for part in nh3.clean(
        clean_html(html), tags={"p", "h2", "h3", "h4", "pre", "figcaption"}, attributes={}
    ).split("<")[:1]:
        assert part.strip() == ""


KEPT = [
    "<p><strong>bold</strong>, <em>leaning</em>, H<sub>2</sub>O, x<sup>2</sup></p>",
    "<p><s>gone</s>, <u>under</u>, <code>v</code>.</p>",
    "<h2>One</h2><h3>Two</h3><h4>Three</h4>",
    '<ul><li><p>a</p><ol start="3" type="a"><li><p>b</p></li></ol></li></ul>',
    "<blockquote><p>said</p></blockquote><hr>",
    '<aside class="pullquote"><p>pulled</p></aside>',
    "<table><caption>Ports, in <em>tonnes</em></caption><tbody><tr><th><p>a</p></th></tr></tbody></table>",
    '<p class="drop-cap">One.</p><p>Two.</p>',
    '<aside data-embed="vimeo:123456"><p>Tides</p><p>A wall.</p></aside>',
    '<p>a<span data-footnote="">n</span>b<span data-footnote="same">n</span></p>',
    '<p><a href="author:ines-lund">Lund</a></p>',
    '<p>See<span data-footnote="">Lund, <em>Tides</em>, p. 4, <a href="https://example.org/t">here</a>.</span>.</p>',
    '<table><tbody><tr><th colspan="2" rowspan="3" scope="col"></th><td><p>a</p></td></tr></tbody></table>',
    '<table><tbody><tr><td colspan="4" rowspan="5"><p>a</p><ul><li><p>b</p></li></ul></td></tr></tbody></table>',
    '<p><a href="https://example.org/?a=1&amp;b=2" title="T" hreflang="de">x</a><br>y&nbsp;z</p>',
    "<pre><code>a\n  b</code></pre>",
    f'<figure data-picture="{PICTURE}" class="wide" data-crop="16:9"><img alt="A &quot;quay&quot; &amp; ships">'
    "<figcaption>The quay at <em>night</em></figcaption></figure>",
    f'<p>a</p><figure data-picture="{PICTURE}"><img></figure><figure data-picture="{PICTURE}"><img alt=""></figure>',
]


@pytest.mark.parametrize("html", KEPT)
def test_what_the_editor_writes_is_kept_as_it_is(html):
    assert clean_html(html) == html


def test_every_allowed_element_and_attribute_is_among_those_kept():
    found = [pair for html in KEPT for pair in Inventory(html).found]
    assert {tag for tag, _ in found} == set(TAGS)
    assert {(tag, name) for tag, names in found for name in names} == {
        (t, n) for t, names in TAGS.items() for n in names
    }


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("bare text", "<p>bare text</p>"),
        ("one<div>two</div>three", "<p>one</p><p>two</p><p>three</p>"),
        ("<h1>Top</h1><h6>Low</h6>", "<h2>Top</h2><h4>Low</h4>"),
        ("<p><b>a</b><b>b</b> <i>c</i></p>", "<p><strong>ab</strong> <em>c</em></p>"),
        ('<b style="font-weight:normal"><p>x</p></b>', "<p>x</p>"),
        ("<em><p>x</p><p>y</p></em>", "<p><em>x</em></p><p><em>y</em></p>"),
        ("<p>x</p><p>&nbsp;</p><p><br></p><p>y<br></p>", "<p>x</p><p>y</p>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>"),
        ('<p><a href="javascript:x">kept words</a></p>', "<p>kept words</p>"),
        ('<p><a href="https://a:b@example.org">kept</a></p>', "<p>kept</p>"),
        ("<aside>x</aside><span>y</span>", "<p>x</p><p>y</p>"),
        ("<p>x<script>alert(1)</script><style>p{}</style></p>", "<p>x</p>"),
        ("<p>a<span data-footnote></span>b</p>", "<p>ab</p>"),
        (
            "<p>a<span data-footnote>n <span data-footnote>m</span></span></p>",
            '<p>a<span data-footnote="">n m</span></p>',
        ),
        (
            '<p><a href="https://example.org"><b>w<span data-footnote="">n</span>x</b></a></p>',
            '<p><a href="https://example.org"><strong>w</strong></a><strong><span data-footnote="">n</span></strong>'
            '<a href="https://example.org"><strong>x</strong></a></p>',
        ),
        ('<hr title="x"><p lang="de" title="x">a<br title="x">b</p>', "<hr><p>a<br>b</p>"),
        ("<p>a<b> </b>b<i> c</i> <i>d </i></p>", "<p>a b <em>c d</em></p>"),
        (
            "<p><em><strong>a</strong></em> <u><a href='https://example.org'>b</a></u></p>",
            '<p><strong><em>a</em></strong> <a href="https://example.org"><u>b</u></a></p>',
        ),
        (
            "<ul><li><h3>a</h3></li><li><ul><li>b</ul></ul>",
            "<ul><li><p></p><h3>a</h3></li><li><p></p><ul><li><p>b</p></li></ul></li></ul>",
        ),
        (
            '<p><a href="https://example.org">w<span data-footnote="">n</span></a></p>',
            '<p><a href="https://example.org">w</a><span data-footnote="">n</span></p>',
        ),
        (
            "<table><caption>C</caption><thead><tr><th colspan=1>a<tbody><tr><td>b</table>",
            "<table><caption>C</caption><tbody><tr><th><p>a</p></th></tr><tr><td><p>b</p></td></tr></tbody></table>",
        ),
        ("<p>e\u0301</p>", "<p>\u00e9</p>"),
        ("<p>5 &lt; 6 &amp; ]]&gt;</p>", "<p>5 &lt; 6 &amp; ]]&gt;</p>"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_other_spellings_become_the_one_that_is_stored(html, cleaned):
    assert clean_html(html) == cleaned


def test_addresses_that_would_be_removed_are_listed_in_order():
    html = (
        '<a href="javascript:alert(1)">a</a> <A HREF=/local>b</A> <a href="https://example.org/">c</a>'
        '<a name="x">d</a> <a href="https://me:pw@example.org/">e</a> <a href="#note">f</a>'
    )
    assert unsafe_links(html) == ["javascript:alert(1)", "/local", "https://me:pw@example.org/"]
    assert unsafe_links(clean_html(html)) == []
    assert unsafe_links("no link") == []


def test_a_text_at_the_limit_is_taken_and_one_above_it_refused():
    text = "a" * (MAX_BODY_CHARS - 7)
    assert clean_html(f"<p>{text}</p>") == f"<p>{text}</p>"
    with pytest.raises(ProseError, match="400,001 characters"):
        clean_html(f"<p>{text}a</p>")


def test_nesting_at_the_limit_is_taken_and_one_deeper_refused():
    assert clean_html("<div>" * MAX_DEPTH + "x" + "</div>" * MAX_DEPTH) == "<p>x</p>"
    with pytest.raises(ProseError, match="40 deep"):
        clean_html("<div>" * (MAX_DEPTH + 1) + "x" + "</div>" * (MAX_DEPTH + 1))


@pytest.mark.parametrize(
    "html", ["<pre>a<br>b</pre>", "<pre><p>a</p><p>b</p></pre>", "<pre><div>a</div><div>b</div></pre>"]
)
def test_lines_of_code_stay_lines_however_they_were_parted(html):
    assert clean_html(html) == "<pre><code>a\nb</code></pre>"


def test_a_drop_cap_belongs_to_a_paragraph_of_the_text_itself():
    cap = '<p class="drop-cap x">a</p>'
    assert clean_html(f"{cap}<ul><li>{cap}</li></ul><blockquote>{cap}</blockquote>") == (
        '<p class="drop-cap">a</p><ul><li><p>a</p></li></ul><blockquote><p>a</p></blockquote>'
    )
