"""Pages of the site, such as "About": pieces at addresses of one word, in no list, with nothing that a page has not."""

import datetime as dt
import json

import pytest
from django.urls import get_resolver
from lxml import html

from articles import acts
from articles.acts import CannotPublish
from articles.addresses import KEPT_FOR_THE_SITE
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, KindFactory, published
from website.models import Menu, MenuEntry

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def about(desk):
    """A page about the institute, not published yet."""
    kind = KindFactory(code="page", label="Pagelabel", genre="page")
    page = ArticleFactory(
        institution=desk,
        kind=kind,
        headline="About",
        body="<p>Nine lamplighters work here.</p>",
        topics=["Lamps"],
    )
    BylineFactory(article=page, author=AuthorFactory(display_name="Ida Quay", slug="ida-quay"))
    return page


def test_a_page_of_the_site_has_its_own_address_and_stands_in_no_list(site, desk, about, reading_at):
    Menu.objects.create(institution=desk)
    MenuEntry.objects.create(menu=Menu.objects.get(), leads_to="piece", piece=about)
    assert site.get("/about/").status_code == 404
    published(about, at=NOW, live_from=NOW + SECOND)
    assert site.get("/about/").status_code == 404
    reading_at(NOW + SECOND)
    page = html.fromstring(site.get("/about/").content.decode())
    words = page.xpath("//main")[0].text_content()
    assert "Nine lamplighters" in words
    for absent in ("Ida Quay", "Pagelabel", "Lamps", "positions", "Cite"):
        assert absent not in words
    assert page.xpath("//link[@rel='canonical']/@href")[0].endswith("/about/")
    things = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    assert "WebPage" in {thing.get("@type") for thing in things.get("@graph", [things])}
    assert not page.xpath("//meta[starts-with(@name, 'citation_')]")
    assert page.xpath("//nav[@class='menu']//a/@href") == ["/about/"]
    for path in (
        "/archive/2026/3/",
        "/kinds/page/",
        "/feed.rss",
        "/feed.json",
        "/topics/lamps/",
        "/authors/ida-quay/",
    ):
        assert "Nine lamplighters" not in (listed := site.get(path).content.decode())
        assert '"/about/"' not in listed.replace('<li><a href="/about/">About</a></li>', ""), path
    assert "/about/" in site.get("/search/?q=lamplighters").content.decode()
    for path in ("/articles/about/", "/articles/about/cite/", "/about/cite/", "/ABOUT", "/about/x/"):
        assert site.get(path).status_code in (301, 404), path


def test_a_page_keeps_leading_on_when_its_content_type_or_its_address_changes(
    site, desk, about, clock, reading_at
):
    published(about, at=NOW)
    about.slug = "who-we-are"
    about.save()
    clock(NOW + SECOND)
    published(about, at=NOW + SECOND)
    reading_at(NOW + 2 * SECOND)
    assert site.get("/about/").headers["Location"] == "/who-we-are/"
    about.kind = KindFactory(code="memo")
    about.save()
    clock(NOW + 2 * SECOND)
    published(about, at=NOW + 2 * SECOND)
    reading_at(NOW + 3 * SECOND)
    assert site.get("/who-we-are/").headers["Location"] == "/articles/who-we-are/"
    acts.unpublish(about, by=None, at=NOW + 3 * SECOND, reason="So.")
    reading_at(NOW + 4 * SECOND)
    assert site.get("/about/").status_code == 410


def test_no_page_takes_an_address_of_the_site(site, desk, about):
    about.slug = "topics"
    about.save()
    with pytest.raises(CannotPublish, match="kept for another page"):
        published(about, at=NOW)
    about.slug, about.headline = "", "Topics"
    about.save()
    assert published(about, at=NOW).permalink.path == "/topics-2/"


def test_the_words_kept_are_those_of_every_address_of_the_site():
    routes = (str(pattern.pattern) for pattern in get_resolver().url_patterns)
    routes = [*routes, *(str(pattern.pattern) for pattern in get_resolver("reading.urls").url_patterns)]
    words = {route.partition("/")[0] for route in routes if "/" in route}
    assert {word for word in words if word.isalpha()} <= KEPT_FOR_THE_SITE
    assert {"de", "en", "ko"} <= KEPT_FOR_THE_SITE
