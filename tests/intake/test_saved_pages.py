"""Saved pages: what a page says of itself is evidence for its headline, author, day and place; the rest is left out."""

import datetime as dt

import pytest

from intake.findings import Certainty, FoundDay, Recognition
from intake.recognition.recognise import recognise
from intake.sources.from_html import read_html
from tests.intake.harbour import BODY, KNOWLEDGE

TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
TITLE = "Why the Ferry Waits"


def saved(head: str, body: str) -> Recognition:
    page = f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return recognise(read_html(page), KNOWLEDGE)


def test_a_headline_that_the_page_and_its_title_agree_on_is_known_and_menu_words_are_left_out_by_name():
    found = saved(
        f'<title>{TITLE} | Shore News</title><meta property="og:title" content="{TITLE}">',
        '<div class="lid"><p>Close</p></div><div class="top"><ul><li><a href="/en">English</a><li><a href="/de">Deutsch'
        f'</a></ul></div><div class="content"><h1>{TITLE}</h1><p>3 March 2021</p>{TEXT}</div>',
    )
    assert (found.headline.value, found.headline.certainty) == (TITLE, Certainty.KNOWN)
    assert {"og:title", "title"} <= {line.where for line in found.headline.evidence}
    assert found.published_on.value == FoundDay(dt.date(2021, 3, 3))
    assert [block.text for block in found.body] == list(BODY)
    assert {"Close", "English Deutsch"} <= {part.text for part in found.left_out}
    assert found.doubts == ()


def test_a_headline_below_breadcrumbs_is_the_headline_and_the_breadcrumbs_are_named():
    found = saved(
        f"<title>{TITLE}</title>",
        f'<article><ul class="breadcrumb"><li>Economy<li>Ports</ul><h1>{TITLE}</h1>'
        f"<p>April 28, 2019</p>{TEXT}</article>",
    )
    assert (found.headline.value, found.headline.certainty) == (TITLE, Certainty.KNOWN)
    assert found.published_on.value == FoundDay(dt.date(2019, 4, 28))
    assert [part.text for part in found.left_out if part.what == "navigation"] == ["Economy Ports"]


def test_a_headline_that_the_page_prints_and_its_metadata_do_not_agree_on_is_a_question():
    found = saved(
        '<title>Ten Ferries You Must See</title><meta property="og:title" content="Ten Ferries You Must See">',
        f"<h1>{TITLE}</h1>{TEXT}",
    )
    assert (found.headline.value, found.headline.certainty) == (TITLE, Certainty.ASSUMED)
    assert any("Ten Ferries" in doubt for doubt in found.doubts)


@pytest.mark.parametrize("lie", ["Home | Shore News", "Shore News", "Untitled document"])
def test_a_title_of_the_whole_site_is_no_headline_and_no_contradiction(lie):
    found = saved(
        f'<title>{lie}</title><meta property="og:site_name" content="Shore News">'
        f'<meta name="citation_title" content="{TITLE}">',
        f"<h1>{TITLE}</h1>{TEXT}",
    )
    assert (found.headline.value, found.headline.certainty) == (TITLE, Certainty.KNOWN)


def test_a_headline_that_only_the_metadata_give_is_not_published_by_itself():
    found = saved(f"<title>{TITLE}</title>", f"<div>{TEXT}</div>")
    assert (found.headline.value, found.headline.certainty) == (TITLE, Certainty.ASSUMED)
    assert found.doubts


def test_a_kicker_inside_the_heading_is_not_the_headline():
    found = saved(
        f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}">',
        f'<h1><span class="kick">Harbours</span> <span>{TITLE}</span></h1>{TEXT}',
    )
    assert (found.headline.value, found.headline.certainty) == (TITLE, Certainty.KNOWN)
    assert "Harbours" in {part.text for part in found.left_out}


def test_metadata_name_author_day_and_address_with_themselves_as_evidence():
    found = saved(
        f'<title>{TITLE}</title><meta name="author" content="Nora Quill">'
        '<meta property="article:published_time" content="2019-04-28T06:01:00-07:00">'
        '<link rel="canonical" href="https://lantern.example/ferry">',
        f"<article><h1>{TITLE}</h1>{TEXT}</article>",
    )
    (person,), (place,) = found.people, found.places
    assert (person.value.name, person.evidence[0].where) == ("Nora Quill", "author")
    assert found.published_on.value == FoundDay(dt.date(2019, 4, 28))
    assert found.published_on.evidence[0].where == "article:published_time"
    assert (place.value.outlet, place.value.url) == (1, "https://lantern.example/ferry")
    assert len(found.doubts) == 3  # each rests on one tag


def test_metadata_of_two_origins_that_agree_on_author_and_day_are_no_question():
    found = saved(
        f'<title>{TITLE}</title><meta name="author" content="Nora Quill"><meta name="dc.date" content="2019-04-28">'
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",'
        f'"headline":"{TITLE}","author":[{{"@id":"#nq"}}],"datePublished":"2019-04-28T09:00:00Z"}},'
        '{"@type":"Person","@id":"#nq","name":"Nora Quill"}]}</script>',
        f"<h1>{TITLE}</h1>{TEXT}",
    )
    assert [(person.value.name, person.certainty) for person in found.people] == [
        ("Nora Quill", Certainty.READ)
    ]
    assert (found.published_on.value, found.published_on.certainty) == (
        FoundDay(dt.date(2019, 4, 28)),
        Certainty.DERIVED,
    )
    assert found.doubts == ()


@pytest.mark.parametrize(
    "account", ["admin", "Editorial Team", "https://shore.example/nq", "Shore News", "@noraquill"]
)
def test_metadata_that_name_an_account_an_address_or_the_site_name_no_author(account):
    found = saved(
        f'<title>{TITLE}</title><meta name="author" content="{account}">'
        '<meta property="og:site_name" content="Shore News">',
        f"<h1>{TITLE}</h1>{TEXT}",
    )
    assert found.people == ()


def test_metadata_that_name_another_author_than_the_text_are_a_question():
    found = saved(
        f'<title>{TITLE}</title><meta name="author" content="Ben Ashby">',
        f"<h1>{TITLE}</h1><p>By Ida Quay</p>{TEXT}",
    )
    assert [person.value.name for person in found.people] == ["Ida Quay"]
    assert any("Ben Ashby" in doubt for doubt in found.doubts)


def test_metadata_that_name_another_day_than_the_text_are_a_question():
    found = saved(
        f'<title>{TITLE}</title><meta property="article:published_time" content="2024-01-09">',
        f"<h1>{TITLE}</h1><p>3 March 2021</p>{TEXT}",
    )
    assert found.published_on.value == FoundDay(dt.date(2021, 3, 3))
    assert found.published_on.certainty is Certainty.ASSUMED
    assert any("2024-01-09" in doubt for doubt in found.doubts)


FURNITURE = (
    '<div id="cookie-notice"><p>We use cookies.</p></div>', '<div class="share-bar"><a href="#">Tweet</a> now</div>',
    '<form class="newsletter-signup">Sign up <input></form>', '<div class="ad-slot">Buy a boat</div>',
    '<section id="comments"><p>First! I disagree with every word of this, and at length I shall say why.</p></section>',
    '<h3>Related</h3><ul><li><a href="/a">A tide table</a><li><a href="/b">A second one</a></ul>',
)  # fmt: skip


@pytest.mark.parametrize("part", FURNITURE)
def test_menus_notices_adverts_and_lists_inside_the_article_are_left_out_and_listed(part):
    found = saved(f"<title>{TITLE}</title>", f"<article><h1>{TITLE}</h1>{TEXT}{part}</article>")
    assert [block.text for block in found.body] == list(BODY)
    assert any(each.text for each in found.left_out)


def test_relative_links_are_kept_against_the_base_and_what_cannot_be_kept_is_named():
    found = saved(
        f'<title>{TITLE}</title><base href="https://old.example/en/">'
        '<link rel="canonical" href="https://old.example/en/ferry">',
        f'<h1>{TITLE}</h1><p>See <a href="/report">our report</a>, <a href="../map.html">the map</a>, '
        '<a href="//cdn.example/x">a copy</a>, '
        '<a href="https://www.google.com/url?q=https://tide.example/a&amp;sa=D">tides</a>; '
        f'<a href="#switch">Deutsch</a> and <a href="javascript:go()">more</a>.</p>{TEXT}',
    )
    html = found.body[0].html
    for address in (
        "https://old.example/report",
        "https://old.example/map.html",
        "https://cdn.example/x",
        "https://tide.example/a",
    ):
        assert f'href="{address}"' in html
    assert "#switch" not in html
    assert [remark.split("”")[0] for remark in found.remarks] == ["The link “Deutsch", "The link “more"]


def test_a_relative_link_on_a_page_that_does_not_say_where_it_stood_is_named():
    found = saved(
        f"<title>{TITLE}</title>", f'<h1>{TITLE}</h1><p>See <a href="/report">our report</a>.</p>{TEXT}'
    )
    assert any("our report" in remark and "where it stood" in remark for remark in found.remarks)


def test_the_link_inside_an_attribution_is_the_address_there_and_a_licence_without_a_name_is_asked_about():
    page = (
        f'<h1>{TITLE}</h1><p><a href="https://commons.example/profiles/nq">Nora Quill</a>, '
        f"<em>Harbour University</em></p>{TEXT}"
        '<p>This article is republished from <a href="https://commons.example">The Commons</a> under a '
        '<a href="https://creativecommons.org/licenses/by/4.0/x">Creative Commons license</a>. '
        'Read the <a href="https://commons.example/ferry-288">original article</a>.</p>'
    )
    found = recognise(read_html(page), KNOWLEDGE)
    (place,), (person,) = found.places, found.people
    assert (place.value.name, place.value.url) == ("Commons", "https://commons.example/ferry-288")
    assert place.value.site == "https://commons.example"
    assert (person.value.name, person.value.bio) == ("Nora Quill", "Nora Quill, Harbour University")
    assert any("without a version" in warning for warning in found.warnings)
    assert [block.text for block in found.body] == list(BODY)


@pytest.mark.parametrize(
    ("line", "names", "day"),
    [
        ("Press release | Harbours 3 March 2021", [], dt.date(2021, 3, 3)),
        (
            "Written by Nora Quill in Ports on 3 March 2021 at 08:34 PM EDT. 51 replies",
            ["Nora Quill"],
            dt.date(2021, 3, 3),
        ),
        ("Nora Quill", ["Nora Quill"], None),
    ],
)
def test_a_day_or_a_name_among_other_words_beside_the_headline_is_offered_and_asked_about(line, names, day):
    found = saved(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1><div><div>{line}</div></div><div>{TEXT}</div>")
    assert [person.value.name for person in found.people] == names
    assert found.day == day
    assert all(finding.certainty is Certainty.ASSUMED for finding in found.people)
    assert found.doubts


def test_co_authors_whom_only_the_metadata_name_are_asked_about():
    names = "".join(
        f'<meta name="citation_author" content="{name}">' for name in ("Quill, Nora", "Ashby, Ben")
    )
    found = saved(f"<title>{TITLE}</title>{names}", f"<h1>{TITLE}</h1><p>By Nora Quill</p>{TEXT}")
    assert [person.value.name for person in found.people] == ["Nora Quill", "Ben Ashby"]
    assert any("Ben Ashby" in doubt for doubt in found.doubts)


def test_a_page_in_a_table_of_boxes_is_read_as_a_page():
    page = f'<table><tr><td><a href="/">Home</a></td><td><h1>{TITLE}</h1><p>By Ida Quay</p>{TEXT}</td></tr></table>'
    found = saved(f"<title>{TITLE}</title>", page)
    assert [block.text for block in found.body] == list(BODY)


def test_a_heading_that_is_a_button_does_not_outrank_what_the_page_calls_itself():
    found = saved(
        f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}">',
        f"<h1>Log in</h1><div>{TEXT}</div>",
    )
    assert (found.headline.value, found.headline.certainty) == (TITLE, Certainty.ASSUMED)
    assert found.doubts
