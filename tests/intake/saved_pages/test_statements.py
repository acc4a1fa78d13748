"""What pages say of themselves, by kind: statements that agree, that contradict each other, and that stand alone."""

import datetime as dt

import pytest
from lxml.html import fromstring

from intake.findings import Certainty, Recognition
from intake.recognition.recognise import recognise
from intake.sources.from_html import read_html
from intake.sources.manuscript import CannotRead
from intake.sources.page.json_ld import json_ld_claims
from tests.intake.harbour import KNOWLEDGE

HEADLINE = "Who pays for the long night at the quay"
WORDS = (
    "The night shift at the quay was paid out of three purses for as long as anybody remembers, and nobody kept "
    "the accounts of all three together until the harbour master was asked for them in court."
)
TEXT = f"<p>{WORDS}</p><p>Then he did, and found that {WORDS}</p>"
HEAD = f'<title>{HEADLINE} - Tide Tables</title><meta property="og:title" content="{HEADLINE}">'


def read(body: str, head: str = HEAD) -> Recognition:
    return recognise(read_html(f"<html lang=en><head>{head}</head><body>{body}</body></html>"), KNOWLEDGE)


def piece(*, around: str = "", below: str = "", heading: str = f"<h1>{HEADLINE}</h1>") -> str:
    return f"<article class=post>{heading}{around}<div class=body>{TEXT}</div>{below}</article>"


def authors(found: Recognition) -> list[str]:
    return [person.value.name for person in found.people if person.value.role == "author"]


def json_ld(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>'


ARTICLE = f'{{"@type": "NewsArticle", "headline": "{HEADLINE}"'


# Odd statements


def test_an_address_that_is_none_leaves_the_page_readable():
    head = (
        HEAD
        + '<meta property="og:url" content="https://[SITE_URL]/x"><link rel="canonical" href="http://[::/">'
    )
    found = read(piece(), head)
    assert found.headline
    assert found.headline.value == HEADLINE


@pytest.mark.parametrize("identity", ['["x"]', '{"x": 1}', "7", "null"])
def test_an_author_with_an_odd_identity_leaves_the_page_readable(identity):
    assert read(
        piece(), HEAD + json_ld(f'{ARTICLE}, "author": {{"@type": "Person", "@id": {identity}}}}}')
    ).headline


def test_broken_json_keeps_its_words_whatever_is_escaped_in_them():
    words = r'"headline": "Who \"pays\" for Zo\u00eb\u2019s night &amp; day", "author": {"name": "Zo\u00eb Quill"},,}'
    claims = list(json_ld_claims(fromstring(json_ld(f'{{"@type": "NewsArticle", {words}'))))
    assert [claim.value for claim in claims] == ['Who "pays" for Zoë’s night & day', "Zoë Quill"]


# The author


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" value="Nora Quill">',
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Nora Quill">',
        '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Nora Quill">',
        '<meta name="cxenseparse:author" content="Nora Quill">',
        '<meta name="sailthru.byline_name" content="Nora Quill">',
        '<meta property="article:author" content="https://tides.example/editors/nora-quill">',
        '<meta name="author" content="Nora Quill @noraquill">',
        '<meta name="author" content="By Nora Quill | Tide Tables">',
        json_ld(ARTICLE + ', "author": [{"@type": "Person", "name": "Nora Quill"},]}'),
        json_ld('{"@type": "HowTo", "name": "Pay a shift", "author": {"@type": "Person", "name": "Nora Quill"}}'),
    ],
    ids=["value", "twitter", "twitter in German", "cxense", "sailthru", "profile", "handle", "bar", "broken", "HowTo"],
)  # fmt: skip
def test_an_author_whom_the_metadata_names_is_credited_with_the_place_that_says_so(head):
    found = read(piece(), HEAD + head)
    assert authors(found) == ["Nora Quill"]
    assert any(line.where for line in found.people[0].evidence)


@pytest.mark.parametrize(
    "line",
    [
        '<div class="article-author"><a href="/x">Nora Quill</a></div>',
        '<p class="byline__author">VON <a href="/x">NORA QUILL</a> am 21. April 2020</p>',
        '<div class="teaser-small__metadata"><p class="byline__author">Von Nora Quill</p></div>',
        '<div class="pieceAuthorDateBlock"><b>Datum:</b> 19.11.2021 <b>Autor:</b> <i>Nora Quill</i></div>',
        '<ul class="author clipboard"><li>Nora Quill</li></ul>',
        '<span class="elementor-widget"><span class="author"><em>Nora Quill</em></span></span>',
        '<div class="autor"><h6>Nora Quill | Publicado hace 3 horas</h6></div>',
        "<p>4 February 2022 | 13:10 | Nora Quill</p>",
    ],
)
def test_an_author_whom_only_a_line_of_the_page_names_is_credited(line):
    assert authors(read(piece(around=line))) == ["Nora Quill"]


def test_a_byline_in_the_foot_of_the_piece_counts_and_one_in_the_foot_of_the_page_does_not():
    name = '<span class="post-author vcard"><span class="fn">Nora Quill</span></span>'
    foot = f'<footer class="entry-footer">{name}</footer>'
    assert authors(read(piece(below=foot))) == ["Nora Quill"]
    page_foot = '<footer><span class="author">Site Keeper</span></footer>'
    assert authors(read(f"{piece()}{page_foot}")) == []


def test_a_list_of_people_in_a_byline_is_credited_whole_and_towns_between_them_are_none():
    line = '<div class="authors"><a href="/n">Nora Quill</a> and <a href="/i">Ida Berth</a></div>'
    assert authors(read(piece(around=line))) == ["Nora Quill", "Ida Berth"]
    head = '<meta name="author" content="Nora Quill, Lisbon, Ida Berth">'
    assert authors(read(piece(), HEAD + head)) == ["Nora Quill", "Ida Berth"]


@pytest.mark.parametrize(
    "name", ["Tide Tables Staff", "AFP/Tide Tables", "Redaktion Tide Tables", "admin", "wp_editor"]
)
def test_a_desk_an_agency_and_an_account_in_a_byline_are_no_people(name):
    found = read(
        piece(around=f'<p class="byline">{name}</p>'), f'{HEAD}<meta name="author" content="{name}">'
    )
    assert authors(found) == []


def test_the_publisher_in_one_tag_does_not_outrank_the_author_in_several():
    head = (
        '<meta name="author" content="Condor Nacht"><meta property="article:author" content="Nora Quill">'
        + json_ld(ARTICLE + ', "author": {"@type": "Person", "name": "Nora Quill"}}')
    )
    assert authors(read(piece(), HEAD + head)) == ["Nora Quill"]


def test_the_byline_of_a_teaser_and_of_a_comment_is_not_that_of_the_piece():
    others = (
        '<div class="teaser"><h3>Another piece</h3><p class="author">Ole Other</p></div>'
        '<div class="comments"><p class="author">Loud Reader</p></div>'
    )
    assert authors(read(f"{piece()}{others}")) == []


# The day


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" value="2019-04-28T21:00:00+02:00">',
        '<meta name="cxenseparse:recs:publishtime" content="2019-04-28T21:00:00+02:00">',
        '<meta name="pub_date" content="2019-04-28">',
        json_ld(ARTICLE + ', "dateCreated": "2019-04-28"}'),
        json_ld(ARTICLE + ', "datePublished": "2019-04-28",, "x": 1}'),
        json_ld('{"@type": "VideoObject", "name": "Quay", "uploadDate": "2019-04-28"}'),
        '<meta property="og:url" content="https://tides.example/texts/20190428-night-shift">',
    ],
    ids=["value", "cxense", "pub_date", "dateCreated", "broken JSON", "video", "address"],
)
def test_a_day_that_one_place_outside_the_text_names_is_offered_as_a_question(head):
    found = read(piece(), HEAD + head)
    assert found.day == dt.date(2019, 4, 28)
    assert found.published_on
    assert found.published_on.certainty is Certainty.ASSUMED
    assert any("2019-04-28" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    "line",
    [
        '<div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="2019-04-28">'
        "28.04.2019</time></span></p></div>",
        '<span property="schema:dateCreated" content="2019-04-28T12:45:46+00:00" class="hidden"></span>',
        '<relative-time datetime="2019-04-28T12:10:51Z">last week</relative-time>',
        '<span class="post-created">28.04.2019</span>',
        '<div class="meta-date">28 April 2019</div>',
        '<p class="submitted">Saved by quill on 28 April 2019 - 18:55</p>',
        '<div class="elementor-widget"><time datetime="2019-04-28T14:37:24+02:00">28.04.</time></div>',
    ],
)
def test_a_day_in_a_marked_line_of_the_page_is_read(line):
    assert read(piece(below=line)).day == dt.date(2019, 4, 28)


def test_a_page_that_tells_two_days_is_asked_about():
    head = '<meta name="dc.date" content="2018-02-20"><meta property="article:published_time" content="2019-04-28">'
    found = read(piece(), HEAD + head)
    assert found.published_on
    assert found.published_on.certainty is Certainty.ASSUMED
    assert any("two days" in doubt for doubt in found.doubts)


def test_the_day_of_an_update_is_taken_only_where_the_page_tells_no_other_and_is_called_so():
    updated = '<meta property="article:modified_time" content="2021-05-01T10:00:00Z">'
    found = read(piece(), HEAD + updated)
    assert found.day == dt.date(2021, 5, 1)
    assert any("of an update" in doubt for doubt in found.doubts)
    both = read(piece(), f'{HEAD}{updated}<meta property="article:published_time" content="2019-04-28">')
    assert both.day == dt.date(2019, 4, 28)


def test_an_hour_in_the_zone_of_the_page_tells_its_day():
    line = "<p class=where>Kiel, in the night of 31 October 2023 to the next day</p>"
    found = read(piece(around=f'{line}<time datetime="2023-11-01T08:16:57+01:00">1.11.</time>'))
    assert found.day == dt.date(2023, 11, 1)


# The length


def test_a_page_is_as_long_as_it_is_without_its_programs_and_pictures():
    program = "var a = '<h1>Menu</h1>';\n" * 70_000
    head = f"{HEAD}<SCRIPT>{program}</SCRIPT><style>{'a{b:c}' * 20_000}</style>" + json_ld(
        ARTICLE + ', "author": {"@type": "Person", "name": "Nora Quill"}}'
    )
    found = read(piece(around=f'<img src="data:image/png;base64,{"A" * 900_000}">'), head)
    assert found.headline
    assert (found.headline.value, authors(found)) == (HEADLINE, ["Nora Quill"])


@pytest.mark.parametrize("odd", ["<script>" * 200_000, "<style " * 230_000, "<script></script" * 100_000])
def test_a_long_page_of_nothing_but_programs_is_answered_with_a_sentence(odd):
    with pytest.raises(CannotRead, match=r"too long|no text|too deeply"):
        read_html(odd)


# Streamed parts


def test_parts_that_a_page_streams_hidden_are_read_where_their_templates_wait():
    found = read(
        f"<main><h1>{HEADLINE}</h1><!--$?--><template id='B:0'></template><!--/$--><p>The last words of all</p></main>"
        f"<div hidden id='S:0'><p>{WORDS}</p><template id='P:4'></template></div><div hidden id='S:1'>{TEXT}</div>"
        """<script>$RS("S:1","P:4");$RC("B:0","S:0")</script><div hidden>A secret of the harbour</div>"""
    )
    words = " ".join(block.text for block in found.body)
    assert words.startswith(WORDS)
    assert words.endswith("The last words of all")
    assert words.count(WORDS) == 3
    assert "secret" not in words


def test_a_streamed_part_that_nothing_waits_for_is_read():
    found = read(f"<main><h1>{HEADLINE}</h1></main><div hidden id='S:0'>{TEXT}</div>")
    assert WORDS in " ".join(block.text for block in found.body)
