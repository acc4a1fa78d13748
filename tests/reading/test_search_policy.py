"""What a page's head tells search engines and link previews, by the permission it is printed under."""

import pytest
from lxml import html

from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, OutletFactory, published, say
from tests.reading.test_article_page import metas

THEIRS = "https://lantern.example/a-crisis"


def reprint(**terms):
    article = ArticleFactory(slug="harbour")
    AppearanceFactory(article=article, outlet=OutletFactory(name="Lantern"), rights=terms)
    return published(article, at=NOW)


def canonical(answer):
    return html.fromstring(answer.content.decode()).xpath('//link[@rel="canonical"]/@href')


@pytest.mark.parametrize("policy", ["index", "noindex", "canonical"])
def test_a_reprint_has_one_canonical_address_and_is_shared_as_ours(site, settings, policy):
    reprint(search_policy=policy)
    answer = site.get("/articles/harbour/")
    ours = f"{settings.SITE_URL}/articles/harbour/"
    assert canonical(answer) == [THEIRS if policy == "canonical" else ours]
    said = metas(answer)
    assert said["og:url"] == ours
    is_kept_out = policy == "noindex"
    assert said["robots"] == ("noindex" if is_kept_out else "max-image-preview:large")
    assert said.get("googlebot-news") == ("noindex" if is_kept_out else None)


def test_without_the_outlets_address_there_is_none_to_send_search_engines_to(site, settings):
    article = ArticleFactory(slug="harbour")
    AppearanceFactory(article=article, url="", rights={"search_policy": "canonical"})
    published(article, at=NOW)
    assert canonical(site.get("/articles/harbour/")) == [f"{settings.SITE_URL}/articles/harbour/"]


def test_a_shared_card_begins_with_where_it_ran(site):
    say("{outlet}, {date}", at="card")
    reprint()
    said = metas(site.get("/articles/harbour/"))
    assert said["description"] == said["og:description"]
    assert said["og:description"] == "Lantern, June 11, 2020 · A quiet port has a loud year."
    published(slug="own", at=NOW)
    assert metas(site.get("/articles/own/"))["og:description"] == "A quiet port has a loud year."


@pytest.mark.parametrize("address", ["/", "/articles/harbour/"])
def test_what_may_be_found_may_be_shown_with_large_pictures(site, address):
    published(slug="harbour", at=NOW)
    assert metas(site.get(address))["robots"] == "max-image-preview:large"


def test_a_list_says_where_a_piece_ran_only_where_the_house_wants_it(site):
    reprint()
    lines = '//p[@class="outlet-line"]'
    assert html.fromstring(site.get("/").content.decode()).xpath(lines) == []
    say("{outlet}", at="listing")
    article = ArticleFactory(slug="another")
    AppearanceFactory(article=article, outlet=OutletFactory(name="Beacon"))
    published(article, at=NOW)
    found = html.fromstring(site.get("/").content.decode()).xpath(lines)
    assert [line.text for line in found] == ["Beacon"]
