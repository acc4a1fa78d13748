"""The article page: every element in its place, nothing drawn for what is not known."""

import datetime as dt
import json
from urllib.parse import unquote

import pytest
from lxml import html

from disclaimers.models import Institution
from reading.cards.keeping import card_path
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    published,
    say,
)
from tests.reading.conftest import article_elements

BODY = (
    "<p>Ships came in<span data-footnote>The harbour master's log.</span>.</p>"
    "<h2>Out</h2><ul><li>Ships went out.</li></ul>"
)


def full_piece():
    article = ArticleFactory(
        headline="The Harbour Wakes", body=BODY, topics=["Ports", "Ferries"], copyright_basis="ours"
    )
    writer = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    BylineFactory(article=article, author=writer, bio="Ida Quay keeps the log.")
    BylineFactory(article=article, author=None, name="Nils Brack", role="translator")
    AppearanceFactory(article=article, outlet=OutletFactory(name="Lantern", slug="lantern"))
    return published(article, at=NOW)


def test_elements_stand_in_the_order_of_the_house(site):
    page = site.get(full_piece().permalink.path)
    assert article_elements(page) == [
        ("kicker", "Commentary"),
        ("headline", "The Harbour Wakes"),
        ("dek", "A quiet port has a loud year."),
        ("byline", "Ida Quay"),
        ("byline", "Translated by Nils Brack"),
        ("dateline", "March 10, 2026"),
        ("dateline", "published by Lantern on June 11, 2020"),
        ("source", "Source: Lantern"),
        ("p", "Ships came in1."),
        ("h2", "Out"),
        ("p", "Ships went out."),
        ("li", "The harbour master's log. ↩︎"),
        ("attribution", "This article was originally published in the Lantern."),
        ("bio", "Ida Quay keeps the log."),
        ("wording", "Commentary here speaks for itself, not for Harbour."),
        ("copyright", f"© 2026 {Institution.objects.get().copyright_holder}. All rights reserved."),
        ("li", "Ferries"),
        ("li", "Ports"),
    ]


def test_notes_and_foot_have_headings_for_those_who_hear_the_page(site):
    page = parsed(site.get(full_piece().permalink.path))
    assert page.xpath('//article//h2[@class="unseen"]/text()') == ["Notes", "About this piece"]


def test_what_is_not_known_is_not_drawn_and_leaves_no_label(site):
    say("-", at="copyright_format")
    edition = published(dek="", body="<p>One line.</p>", is_archive=True, at=NOW)
    elements = article_elements(site.get(edition.permalink.path))
    assert [name for name, words in elements] == ["kicker", "headline", "p", "wording"]
    assert all(words for name, words in elements)


def test_the_attribution_leads_to_the_original_or_else_to_the_outlets_page_here(site):
    known, unknown = full_piece(), ArticleFactory()
    AppearanceFactory(article=unknown, outlet=OutletFactory(name="Beacon", slug="beacon"), url="")
    found = [links(site.get(edition.permalink.path)) for edition in (known, published(unknown, at=NOW))]
    assert found == [
        {"Lantern": "https://lantern.example/a-crisis"},
        {"Beacon": "/outlets/beacon/"},
    ]
    assert site.get("/outlets/beacon/").status_code == 200


def links(response):
    return {a.text: a.get("href") for a in parsed(response).xpath('//p[@class="attribution"]//a')}


def parsed(response):
    return html.fromstring(response.content.decode())


def metas(response):
    return {
        meta.get("property") or meta.get("name"): meta.get("content")
        for meta in parsed(response).iter("meta")
        if meta.get("content")
    }


def test_the_head_says_what_the_edition_says(site, settings):
    edition = full_piece()
    page = site.get(edition.permalink.path)
    address = f"{settings.SITE_URL}/articles/the-harbour-wakes/"
    house = Institution.objects.get()
    said = metas(page)
    assert {key: value for key, value in said.items() if key != "viewport"} == {
        "color-scheme": "light dark",
        "description": "A quiet port has a loud year.",
        "robots": "max-image-preview:large",
        "z:itemType": "newspaperArticle",
        "citation_title": "The Harbour Wakes",
        "citation_author": "Quay, Ida",
        "citation_abstract": "A quiet port has a loud year.",
        "citation_publication_date": "2026/03/10",
        "citation_publisher": house.name,
        "citation_public_url": address,
        "citation_language": "en",
        "DC.rights": edition.printed["copyright"],
        "og:title": "The Harbour Wakes",
        "og:description": "A quiet port has a loud year.",
        "og:type": "article",
        "og:url": address,
        "og:site_name": house.name,
        "og:locale": "en_US",
        "og:image": settings.SITE_URL + card_path(edition),
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "The Harbour Wakes · Ida Quay · Translated by Nils Brack",
        "twitter:card": "summary_large_image",
        "author": "Ida Quay",
        "article:author": f"{settings.SITE_URL}/authors/ida-quay/",
        "article:published_time": "2026-03-10T05:00:00-04:00",
        "article:section": "Commentary",
        "article:tag": "Ports",
    }
    assert parsed(page).xpath('//link[@rel="canonical"]/@href') == [address]
    assert parsed(page).xpath("//title/text()") == [f"The Harbour Wakes | {house.name}"]
    assert parsed(page).xpath('//link[@rel="alternate"]/@href') == ["/feed.rss", "/feed.atom", "/feed.json"]


def test_a_day_nobody_knows_gives_no_time_of_publication(site):
    said = metas(site.get(published(is_archive=True, at=NOW).permalink.path))
    assert "article:published_time" not in said


def test_a_known_day_of_long_ago_is_noon_in_the_houses_zone(site):
    edition = published(is_archive=True, first_published_on=dt.date(2018, 7, 9), at=NOW)
    page = site.get(edition.permalink.path)
    assert metas(page)["article:published_time"] == "2018-07-09T12:00:00-04:00"
    assert ("dateline", "July 9, 2018") in article_elements(page)


def test_without_a_dek_the_description_is_the_beginning_of_the_text(site):
    body = "<h2>Head</h2><p>Fish &amp; <em>chips</em><span data-footnote>Salt</span> again.</p><p>More.</p>"
    assert metas(site.get(published(dek="", body=body, at=NOW).permalink.path))["description"] == (
        "Fish & chips again."
    )
    long = published(dek="", body=f"<p>{'word ' * 100}</p>", at=NOW)
    said = metas(site.get(long.permalink.path))["description"]
    assert said.endswith("word…")
    assert len(said) <= 201


@pytest.mark.parametrize("topics", [[], ["Ports"]])
@pytest.mark.parametrize("has_author", [True, False])
def test_a_piece_with_people_or_topics_or_neither_has_a_page(site, topics, has_author):
    article = ArticleFactory(topics=topics)
    if has_author:
        BylineFactory(article=article)
    assert site.get(published(article, at=NOW).permalink.path).status_code == 200


def test_report_an_error_names_the_piece_and_its_address(site, settings):
    edition = published(headline="Ports & people", at=NOW)
    (report,) = parsed(site.get(edition.permalink.path)).xpath('//*[@class="report"]/a/@href')
    address, _, subject = report.partition("?subject=")
    assert address == "mailto:errors@harbour.example"
    assert unquote(subject) == f"Error in “Ports & people” ({settings.SITE_URL}/articles/ports-people/)"
    Institution.objects.update(errors_contact="")
    assert b"Report an error" not in site.get(edition.permalink.path).content


def test_a_page_in_arabic_reads_from_right_to_left(site):
    edition = published(headline="مرفأ", language="ar", at=NOW)
    page = parsed(site.get(edition.permalink.path))
    (article,) = page.iter("article")
    assert [(e.get("lang"), e.get("dir")) for e in (page, article)] == [("ar", "rtl")] * 2


def test_a_disclaimer_in_another_language_says_so(site):
    article = ArticleFactory(language="de")
    article.pinned_wordings.create(wording=Institution.objects.get().disclaimers.get().wordings.get())
    page = parsed(site.get(published(article, at=NOW).permalink.path))
    assert page.xpath('//p[@class="wording"]/@lang') == ["en"]


def test_a_table_scrolls_in_a_frame_that_the_keyboard_reaches(site):
    body = "<p>See:</p><table><tbody><tr><td>1</td></tr></tbody></table>"
    page = parsed(site.get(published(body=body, at=NOW).permalink.path))
    (frame,) = page.xpath('//div[@class="table-frame"]')
    assert frame.get("tabindex") == "0"
    assert frame[0].tag == "table"


def test_the_page_of_an_edition_ignores_todays_records(site):
    edition = full_piece()
    before = site.get(edition.permalink.path).content
    author = edition.bylines.first().author
    author.display_name = "Someone Else"
    author.save()
    say("Taken from {outlet}.", at="attribution")
    assert site.get(edition.permalink.path).content == before


def test_nasty_characters_in_every_field_are_text_and_nothing_else(site):
    nasty = """</script><script>alert("1")</script> ]]> '" & {{ x }} {% y %}"""
    article = ArticleFactory(headline=nasty, dek=nasty, body=f"<p>{nasty}</p>", copyright_line=nasty)
    BylineFactory(article=article, author=None, name=nasty, bio=nasty)
    AppearanceFactory(article=article, outlet=None, outlet_name=nasty, headline=nasty)
    page = parsed(site.get(published(article, at=NOW).permalink.path))
    (data, copy_link) = page.iter("script")
    json.loads(data.text)
    assert (data.get("type"), copy_link.text) == ("application/ld+json", None)
    assert page.xpath('string(//h1[contains(@class, "headline")])') == nasty
    assert page.xpath('string(//p[@class="copyright"])') == nasty


def test_a_footer_link_that_no_form_would_take_is_not_printed(site):
    links = Institution.objects.get().footer_links
    links.create(label="About", url="https://harbour.example/about")
    links.create(label="Bad", url="https://harbour.example/bad")
    links.filter(label="Bad").update(url="javascript:alert(1)")
    footer = parsed(site.get("/")).xpath('//ul[@class="foot-links"]//a/text()')
    assert footer == ["Latest", "About this institution", "About", "Feed (RSS)", "Feeds"]
