"""Versions in other languages: linked both ways in the page's own words, live ones only, known to search engines."""

import datetime as dt

import pytest
from lxml import html

from articles import acts
from articles.models import Article
from tests.conftest import NOW
from tests.factories import ArticleFactory, published, say

HOUR = dt.timedelta(hours=1)


def version(language: str, slug: str, original: Article | None = None, **facts) -> Article:
    if original:
        facts |= {"translation_of": original, "source_language": original.language}
    return ArticleFactory(language=language, slug=slug, headline=slug, **facts)


@pytest.fixture
def three(site):
    """A piece in English, its German translation and a French summary of the German."""
    english = version("en", "harbour")
    german = version("de", "hafen", english)
    french = version("fr", "port", german, translation_extent="summary")
    for article in (english, german, french):
        published(article, at=NOW)
    return english, german, french


def page(site, slug):
    return html.fromstring(site.get(f"/articles/{slug}/").content.decode())


def versions(site, slug) -> str:
    found = page(site, slug).xpath('//p[@class="versions"]')
    return " ".join(found[0].text_content().split()) if found else ""


def alternates(site, slug) -> dict[str, str]:
    links = page(site, slug).xpath('//link[@rel="alternate"][@hreflang]')
    return {link.get("hreflang"): link.get("href") for link in links}


def test_h4_each_version_leads_to_the_others_in_its_own_language(site, three):
    assert versions(site, "harbour") == "Also available in German and French (summary)"
    assert "Englisch" in versions(site, "hafen")
    assert "Französisch (Zusammenfassung)" in versions(site, "hafen")
    assert "anglais" in versions(site, "port")
    assert "allemand" in versions(site, "port")
    links = page(site, "port").xpath('//p[@class="versions"]//a')
    assert [(a.get("href"), a.get("hreflang")) for a in links] == [
        ("/articles/harbour/", "en"),
        ("/articles/hafen/", "de"),
    ]


def test_search_engines_are_told_both_ways_and_of_no_summary(site, three, settings):
    at = f"{settings.SITE_URL}/articles"
    expected = {"en": f"{at}/harbour/", "de": f"{at}/hafen/", "x-default": f"{at}/harbour/"}
    assert alternates(site, "harbour") == alternates(site, "hafen") == expected
    assert alternates(site, "port") == {}


def test_what_is_not_live_is_offered_nowhere(site, reading_at, clock):
    english = version("en", "harbour")
    published(english, at=NOW)
    published(version("de", "hafen", english), at=NOW, live_from=NOW + HOUR)
    draft = version("fr", "port", english)
    acts.save_draft(draft, by=None, at=NOW)
    assert (versions(site, "harbour"), alternates(site, "harbour")) == ("", {})
    reading_at(NOW + HOUR)
    assert versions(site, "harbour") == "Also available in German"
    clock(NOW + 2 * HOUR)
    acts.take_down(
        english, because="rights", sentence="Withdrawn.", by=None, at=NOW + 2 * HOUR, reason="Asked to."
    )
    reading_at(NOW + 2 * HOUR)
    assert (versions(site, "hafen"), alternates(site, "hafen")) == ("", {})
    assert "/articles/hafen/" not in site.get("/articles/harbour/").content.decode()


def test_a_version_without_a_text_is_offered_nowhere(site, three, clock, reading_at):
    """What is made from a retracted piece shows no more than it does: nobody is sent there to read."""
    english, *_ = three
    clock(NOW + HOUR)
    acts.retract(english, text="The figures were made up.", issued_by="the institute", by=None, at=NOW + HOUR)
    reading_at(NOW + HOUR)
    for slug in ("harbour", "hafen", "port"):
        assert (versions(site, slug), alternates(site, slug)) == ("", {})


def test_a_piece_without_versions_says_nothing_of_them(site):
    published(version("en", "harbour"), at=NOW)
    published(version("de", "anderes"), at=NOW)
    assert (versions(site, "harbour"), alternates(site, "harbour")) == ("", {})


def test_the_house_may_say_it_in_its_own_words_or_not_at_all(site):
    say("Read it in {languages}.", at="other_versions")
    english = version("en", "harbour")
    published(english, at=NOW)
    published(version("ko", "hang", english), at=NOW)
    assert versions(site, "harbour") == "Read it in Korean."
    say("-", at="other_versions")
    silent = version("en", "quiet")
    published(silent, at=NOW)
    published(version("ko", "joyong", silent), at=NOW)
    assert versions(site, "quiet") == ""
    assert page(site, "quiet").xpath('//p[@class="versions"]') == []
    assert set(alternates(site, "quiet")) == {"en", "ko", "x-default"}


def test_only_a_page_with_versions_takes_one_query_more(site, three, django_assert_num_queries):
    published(version("en", "alone"), at=NOW)
    for slug, queries in (("alone", 2), ("hafen", 3), ("harbour", 3)):
        site.get(f"/articles/{slug}/")
        with django_assert_num_queries(queries):
            site.get(f"/articles/{slug}/")


ARABIC = "مرحبا بكم في الميناء"


def test_a_paragraph_of_another_script_prints_in_its_own_direction_on_page_and_feed(site):
    table = f"<table><tbody><tr><td><p>{ARABIC}</p></td></tr></tbody></table>"
    body = f'<p>Words<span data-footnote="">{ARABIC}</span>.</p><p>{ARABIC}</p>{table}'
    edition = published(ArticleFactory(slug="signs", body=body, headline="Signs", dek=ARABIC), at=NOW)
    drawn = page(site, "signs")
    assert drawn.xpath('//p[@class="dek"]/@dir') == ["rtl"]
    assert drawn.xpath("//h1/@dir") == []
    assert [each.text_content() for each in drawn.xpath('//div[@class="body"]/p[@dir="rtl"]')] == [ARABIC]
    assert len(drawn.xpath('//div[@class="table-frame"]/table[@dir="rtl"]')) == 1
    assert len(drawn.xpath('//ol[@class="endnotes"][@dir="rtl"]')) == 1
    assert f'&lt;p dir="rtl"&gt;{ARABIC}' in site.get("/feed.rss").content.decode().replace("&quot;", '"')
    assert "dir=" not in edition.body
