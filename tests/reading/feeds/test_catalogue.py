"""The page of feeds and the OPML file: every general feed once, each address answers, nothing of what is not out."""

import feedparser
import pytest
from lxml import etree, html

from disclaimers.models import Institution, Kind
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, KindFactory, published
from tests.reading.feeds.conftest import Fed


def titles(site, folder):
    return [one["title"] for one in Fed(site, folder).json["items"]]


def three_pieces():
    """A commentary in English, a report in Austrian German, and a draft of a third type in Korean."""
    report = KindFactory(code="report", label="Report")
    published(ArticleFactory(headline="The Fee", topics=["Ports"]), at=NOW)
    published(ArticleFactory(headline="Die Gebühr", language="de-AT", kind=report), at=NOW)
    ArticleFactory(
        headline="A draft", language="ko", kind=KindFactory(code="brief", label="Brief"), topics=["Piers"]
    )


def test_kinds_and_languages_have_feeds_once_a_piece_of_them_is_out(site):
    three_pieces()
    usual = Kind.objects.exclude(code__in=("report", "brief")).get()
    house = Institution.objects.get().name
    assert titles(site, "/kinds/report/") == titles(site, "/de/") == ["Die Gebühr"]
    assert titles(site, f"/kinds/{usual.code}/") == titles(site, "/en/") == ["The Fee"]
    assert Fed(site, "/kinds/report/").json["title"] == f"{house}: Report"
    assert Fed(site, "/de/").json["title"] == f"{house} (Deutsch)"
    assert titles(site, "/de/kinds/report/") == ["Die Gebühr"]
    assert titles(site, "/en/kinds/report/") == []
    assert site.get("/languages/de/feed-2026-03.atom").headers["Location"] == "/de/feed-2026-03.atom"
    for gone in (
        "/kinds/brief/",
        "/kinds/nothing/",
        "/languages/ko/",
        "/languages/de-at/",
        "/languages/xx/",
        "/ko/",
        "/xx/",
    ):
        assert site.get(f"{gone}feed.atom").status_code == 404, gone


def test_the_page_lists_each_general_feed_with_an_address_that_answers(site, settings):
    three_pieces()
    page = html.fromstring(site.get("/feeds/").content.decode())
    shown = page.xpath("//*[@class='feed-address']/code/text()")
    usual = Kind.objects.exclude(code__in=("report", "brief")).get()
    folders = [
        "/",
        "/corrections/",
        f"/kinds/{usual.code}/",
        "/kinds/report/",
        "/de/",
        "/en/",
    ]
    assert shown == [f"{settings.SITE_URL}{folder}feed.rss" for folder in [*folders, "/topics/ports/"]]
    links = page.xpath("//*[@class='feed-kinds']/a/@href")
    assert len(links) == 3 * len(shown)
    assert {site.get(link).status_code for link in links} == {200}
    assert "Piers" not in page.text_content()
    assert "Brief" not in page.text_content()


def test_a_feed_in_which_no_piece_may_stand_is_offered_nowhere(site):
    three_pieces()
    page = KindFactory(code="site-page", label="Page of the site")
    published(ArticleFactory(kind=page, language="fr", topics=["Imprint"], is_left_out_of_feeds=True), at=NOW)
    for address in ("/feeds/", "/feeds.opml"):
        offered = site.get(address).content.decode()
        assert "/kinds/report/feed." in offered
        for folder in ("/kinds/site-page/", "/fr/", "/topics/imprint/"):
            assert f"{folder}feed." not in offered, (address, folder)


def test_the_file_has_the_same_feeds_with_titles_of_their_own(site, settings):
    three_pieces()
    answer = site.get("/feeds.opml")
    assert answer.headers["Content-Type"] == "text/x-opml; charset=utf-8"
    assert answer.headers["ETag"].startswith('"')
    outlines = etree.fromstring(answer.content).findall("body/outline/outline")
    groups = etree.fromstring(answer.content).findall("body/outline")
    assert {tuple(group.attrib) for group in groups} == {("text",)}  # what has more needs a type
    named = {outline.get("title"): outline.get("xmlUrl") for outline in outlines}
    assert len(named) == len(outlines) == 7
    assert {outline.get("type") for outline in outlines} == {"rss"}
    assert all(outline.get("text") == outline.get("title") and outline.get("htmlUrl") for outline in outlines)
    assert "".join(outline.text or "" for outline in outlines) == ""
    for title, address in named.items():
        path = address.removeprefix(settings.SITE_URL)
        assert feedparser.parse(site.get(path).content).feed.title == title


@pytest.mark.parametrize(
    "folder",
    [
        "/authors/ida/",
        "/outlets/lantern/",
        "/topics/ports/",
        "/series/slow-ports/",
        "/corrections/",
        "/kinds/commentary/",
        "/de/",
    ],
)
def test_a_page_leads_to_the_main_feed_and_its_own_in_each_format_under_titles_that_differ(site, folder):
    piece = ArticleFactory(topics=["Ports"], series="Slow Ports")
    BylineFactory(article=piece, author__slug="ida")
    AppearanceFactory(article=piece, outlet__slug="lantern")
    published(piece, at=NOW)
    published(language="de", at=NOW)
    head = html.fromstring(site.get(folder).content.decode()).xpath("//head/link[@rel='alternate'][@title]")
    named = {link.get("title"): (link.get("type"), link.get("href")) for link in head}
    assert len(named) == len(head)
    main = "/de/" if folder == "/de/" else "/"
    for media_type, ending in (("rss+xml", "rss"), ("atom+xml", "atom"), ("feed+json", "json")):
        addresses = [href for kind, href in named.values() if kind == f"application/{media_type}"]
        assert set(addresses) >= {f"{main}feed.{ending}", f"{folder}feed.{ending}"}
        assert {site.get(address).status_code for address in addresses} == {200}
