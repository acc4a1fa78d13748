"""Names of authors by kind: in addresses, logins and boxes, cut short or followed by an agency, and at the end."""

import pytest

from intake.findings import Certainty
from tests.intake.saved_pages.test_statements import ARTICLE, HEAD, TEXT, authors, json_ld, piece, read

SITE = '<meta property="og:site_name" content="Tide Tables">'


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="nora quill"><meta name="twitter:label1" content="Written by">'
        '<meta name="twitter:data1" content="nora quill">',
        json_ld(ARTICLE + ', "author": {"@type": "Person", "name": "nora.quill"}}'),
        '<meta property="article:author" content="https://tides.example/profile/nora-quill">',
    ],
    ids=["small letters", "a login", "a profile"],
)
def test_a_name_that_no_statement_spells_is_credited_and_asked_about(head):
    found = read(piece(), HEAD + head)
    assert authors(found) == ["Nora Quill"]
    assert found.people[0].certainty is Certainty.ASSUMED


def test_several_addresses_of_profiles_in_one_tag_name_several_people():
    profiles = "https://tides.example/profile/nora-quill,https://tides.example/profile/ida-berth"
    head = f'<meta property="article:author" content="{profiles}">'
    assert authors(read(piece(), HEAD + head)) == ["Nora Quill", "Ida Berth"]


@pytest.mark.parametrize("words", ["the harbour", "admin user", "tide tables", "news.desk", "Nora", "nora"])
def test_an_account_in_small_letters_is_no_person(words):
    assert authors(read(piece(), f'{HEAD}{SITE}<meta name="author" content="{words}">')) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Nora Quill - pilot, diver and keeper of the accounts.</p>",
        "<div class=sidebar>By Nora Quill Date 3 March 2021</div>",
        "<p>I’m Nora Quill. On this site I keep the accounts.</p>",
    ],
)
def test_a_first_name_in_the_metadata_is_completed_by_a_line_that_begins_with_the_whole_one(line):
    found = read(
        piece(below=line), HEAD + json_ld(ARTICLE + ', "author": {"@type": "Person", "name": "Nora"}}')
    )
    assert authors(found) == ["Nora Quill"]
    assert found.people[0].certainty is Certainty.ASSUMED


@pytest.mark.parametrize(
    "line",
    [
        "<p class=autorenzeile>Von Nora Quill, Ida Berth und Ole Pier, QBC</p>",
        "<p class=byline>Nora Quill, Ida Berth, Ole Pier/QBC-X</p>",
        "<p class=byline>Harbours · Nora Quill, Ida Berth, Ole Pier</p>",
        "<p class=byline>Posted by Nora Quill, Ida Berth and Ole Pier - Tidal Safety</p>",
        "<p class=byline>Nora Quill (nqu), Ida Berth (ibe), Ole Pier (op)</p>",
        "<p class=byline>Nora Quill, Ida Berth og Ole Pier</p>",
    ],
    ids=["broadcaster", "agency", "section", "department", "initials", "Nordic"],
)
def test_names_keep_together_whatever_stands_around_them_in_a_byline(line):
    assert authors(read(piece(around=line))) == ["Nora Quill", "Ida Berth", "Ole Pier"]


@pytest.mark.parametrize(
    "line",
    [
        "<aside><p class=authors>Von <a href=/autor/nora-quill>Nora Quill</a> 18. Okt 2023</p></aside>",
        "<nav>All ports <span itemprop=author><span itemprop=name>Nora Quill</span></span></nav>",
        '<div class="with-sidebar"><div class=byline>Nora Quill</div></div>',
        '<div class="cell"><span class="teaser-cat">von Nora Quill</span></div>',
        "<div>3 March 2021 - Redaktion: Nora Quill (the harbour)</div>",
        "<p class=meta>By Nora Quill Published in Harbours March 3, 2021 2:24 pm</p>",
    ],
    ids=["aside", "microdata in a menu", "with-sidebar", "teaser", "Redaktion", "published"],
)
def test_a_byline_counts_in_the_parts_that_sites_set_it_in(line):
    assert authors(read(piece(around=line))) == ["Nora Quill"]


@pytest.mark.parametrize(
    "heading", ["Nora Quill", "Nora Quill<button>Follow</button>", "<span>Nora</span> <span>Quill</span>"]
)
def test_the_heading_of_a_box_on_the_author_names_them(heading):
    box = f'<div class="author-bio footer"><h3>{heading}</h3><p><a href=/x>All by Nora Quill</a></p></div>'
    assert authors(read(piece(below=box))) == ["Nora Quill"]


def test_a_box_on_somebody_else_does_not_add_to_a_byline():
    box = '<div class="author-box"><h3>Ole Other</h3></div>'
    assert authors(read(piece(around="<p class=byline>Nora Quill</p>", below=box))) == ["Nora Quill"]


@pytest.mark.parametrize(
    "line",
    [
        "<p><em>Nora Quill</em></p>",
        "<p><b><i>Nora Quill</i></b></p>",
        "<p><em>von Nora Quill</em></p>",
        "<p>Text: Nora Quill</p>",
        "<p>Autorin: Nora Quill, Leiterin des Hafens in Kiel.</p>",
    ],
)
def test_a_signature_among_the_last_paragraphs_is_offered_as_a_question(line):
    after = "".join(f"<p>Figure {number} of the accounts of the quay, as printed.</p>" for number in range(9))
    found = read(piece(below=f"{TEXT}{line}{after}"))
    assert authors(found) == ["Nora Quill"]
    assert found.people[0].certainty is Certainty.ASSUMED


@pytest.mark.parametrize(
    "line",
    [
        "2/26/2015 10:30 AM PST BY QUAY STAFF",
        "By Quay Staff",
        "PHOTOGRAPH COURTESY OF MONOTYPE",
        "STORY HIGHLIGHTS",
        "Von DPA",
        "<a href=/author/x>Nora QuillReporter</a>",
    ],
)
def test_a_desk_and_a_picture_credit_below_the_headline_are_no_people(line):
    assert authors(read(piece(around=f"<p>{line}</p>"))) == []


def test_beside_the_byline_of_a_desk_no_other_line_is_taken_for_a_name():
    assert authors(read(piece(around="<p>By Quay Staff</p><p>Harbour Masters</p>"))) == []


def test_a_first_name_is_not_completed_by_a_word_for_an_account():
    head = HEAD + json_ld(ARTICLE + ', "author": {"@type": "Person", "name": "Nora"}}')
    assert authors(read(piece(below="<p>Nora Autor schreibt hier.</p><p>Nora Quill - diver</p>"), head)) == [
        "Nora Quill"
    ]
