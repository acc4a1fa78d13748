"""The headline of a page: what heading, title and metadata say of it, and when that is a question."""

import pytest

from intake.findings import Certainty
from tests.intake.saved_pages.test_statements import HEAD, HEADLINE, TEXT, json_ld, piece, read


def test_a_headline_that_heading_title_and_metadata_agree_on_is_known():
    found = read(piece())
    assert found.headline
    assert (found.headline.value, found.headline.certainty) == (HEADLINE, Certainty.KNOWN)


@pytest.mark.parametrize(
    "head",
    [
        f'<title>{HEADLINE}</title><meta property="og:title" content="Three purses, one shift">',
        f'<title>{HEADLINE}</title><meta property="og:title" content="Three purses, one shift">'
        f'<meta name="twitter:title" content="{HEADLINE}">',
        HEAD + json_ld('{"@type": "Article", "headline": "Three purses, one shift"}'),
        '<title>Three purses, one shift</title><meta property="og:title" content="The accounts of a shift">',
    ],
    ids=["og and title", "og and twitter", "JSON-LD and og", "title and og, none of them printed"],
)
def test_a_headline_about_which_the_page_contradicts_itself_is_assumed_and_asked_about(head):
    found = read(piece(), head)
    assert found.headline
    assert found.headline.certainty is Certainty.ASSUMED
    assert any("calls itself" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    "heading",
    [
        f"<span class=overline>Harbours</span> {HEADLINE}",
        f"<a href=/p><span>Harbours</span><span hidden>: </span><span>{HEADLINE}</span></a>",
    ],
)
def test_a_heading_set_in_parts_is_a_question_even_where_all_statements_repeat_it(heading):
    both = f"Harbours - {HEADLINE}"
    found = read(
        piece(heading=f"<h1>{heading}</h1>"),
        f'<title>{both} - Tide Tables</title><meta property="og:title" content="{both}">'
        + json_ld(f'{{"@type": "NewsArticle", "headline": "{both}"}}'),
    )
    assert found.headline
    assert found.headline.certainty is Certainty.ASSUMED
    assert any(f"“Harbours” and “{HEADLINE}”" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(
    "heading",
    [f"<em>{HEADLINE[:8]}</em>{HEADLINE[8:]}", f"<span><b>{HEADLINE}</b></span>", f"{HEADLINE}<br>"],
)
def test_a_heading_with_an_emphasis_or_one_wrapper_is_one(heading):
    found = read(piece(heading=f"<h1>{heading}</h1>"))
    assert found.headline
    assert (found.headline.value, found.headline.certainty) == (HEADLINE, Certainty.KNOWN)


def test_an_only_first_heading_that_says_something_else_makes_the_headline_a_question():
    found = read(
        f"<h1>Letters and lanterns</h1>{piece(heading=f'<h2>{HEADLINE}</h2>')}", HEAD.split("</title>")[1]
    )
    assert found.headline
    assert found.headline.certainty is Certainty.ASSUMED


def test_a_heading_that_leads_to_the_front_page_is_the_name_of_the_site():
    found = read(
        f'<h1><a href="https://web.archive.example/web/2014/https://tides.example/">Tide Tables</a></h1>'
        f"{piece(heading=f'<h2>{HEADLINE}</h2>')}",
        f"<title>Tide Tables » Archive » {HEADLINE}</title>",
    )
    assert found.headline
    assert found.headline.value == HEADLINE


def test_a_title_that_names_the_institution_last_does_not_make_its_heading_the_headline():
    found = read(
        f"<h1>{HEADLINE}</h1><h3>Quay Works Limited</h3>{TEXT}",
        "<title>Lamps • Ropes • Repairs | QUAY WORKS LIMITED</title>"
        + json_ld('{"@type": "WebPage", "name": "QUAY WORKS LIMITED"}'),
    )
    assert found.headline
    assert found.headline.certainty is Certainty.ASSUMED


def test_a_headline_and_a_second_heading_in_one_box_are_not_run_together():
    found = read(piece(heading=f"<div class=title><h2>{HEADLINE}</h2><h3>The courts • 1911</h3></div>"),
                 f'<title>{HEADLINE} - The courts • 1911</title>'
                 f'<meta property="og:title" content="{HEADLINE} - The courts • 1911">')  # fmt: skip
    assert found.headline
    assert found.headline.value == HEADLINE


def test_a_title_that_stands_late_counts_and_that_of_a_drawing_does_not():
    late = f"<svg><title>Anchor</title></svg>{piece()}<title>{HEADLINE} - Tide Tables</title>"
    found = read(late, "<script>a()</script><p></p>")
    assert found.headline
    assert found.headline.certainty is Certainty.KNOWN


@pytest.mark.parametrize(
    "below",
    [
        "<h1>Three purses and no accounts</h1>",
        "<p class=text_titel>Three purses and no accounts</p>",
        '<h2 class="header__headline-title">Three purses and no accounts</h2>',
        "<div><p>A short dek.</p><h1>Three purses and no accounts</h1> </div>",
    ],
    ids=["of the same level", "a title by its class", "a headline by its class", "in a box"],
)
def test_a_second_line_above_the_text_that_looks_like_the_headline_is_asked_about(below):
    found = read(piece(around=below))
    assert found.headline
    assert (found.headline.value, found.headline.certainty) == (HEADLINE, Certainty.ASSUMED)
    assert any("“Three purses and no accounts”, which looks like a headline" in each for each in found.doubts)


@pytest.mark.parametrize(
    "below",
    [
        "<h2>Three purses and no accounts</h2>",
        f"{TEXT}<h1>Three purses and no accounts</h1>",
        f"<div>{TEXT[3:-4]}<h1>Three purses and no accounts</h1></div>",
        "<div class=title>Three purses and no accounts</div>",
        "<p class=article__title__meta>Printed in the harbour on a Tuesday</p>",
        "<p class=post-headline>By Nora Quill and Ida Berth</p>",
        "<aside><h1>Three purses and no accounts</h1></aside>",
    ],
    ids=["a subheading", "in the text", "in loose words", "a box", "a day", "a byline", "beside the text"],
)
def test_other_headings_leave_a_headline_known(below):
    found = read(piece(around=below))
    assert found.headline
    assert found.headline.certainty is Certainty.KNOWN


@pytest.mark.parametrize(
    ("label", "certainty"),
    [
        ("Harbours and dues", Certainty.KNOWN),
        ("The night of the three purses in the court of the harbour", Certainty.ASSUMED),
    ],
)
def test_a_heading_that_says_far_more_than_its_statements_is_asked_about(label, certainty):
    found = read(piece(heading=f"<h1><small>{label}</small> {HEADLINE}</h1>"))
    assert found.headline
    assert (found.headline.value, found.headline.certainty) == (HEADLINE, certainty)
