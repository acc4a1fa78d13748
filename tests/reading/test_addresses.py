"""Addresses that were ever live answer for good; what never was is not found, and says nothing."""

import datetime as dt

import pytest
from django.test import Client

from articles import acts
from articles.models import Article, Edition
from tests.conftest import NOW, set_clock
from tests.factories import ArticleFactory, published, saved
from tests.kept import kept

HOUR = dt.timedelta(hours=1)


def renamed(article: Article, slug: str, at: dt.datetime, live_from: dt.datetime | None = None) -> Edition:
    article.slug = slug
    article.save()
    revision = saved(article, at=at)
    return acts.publish(article, revision=revision, by=None, at=at, live_from=live_from, change="minor")


@kept
def moved_article(desk):
    """A piece that was at /articles/old/ until NOW + 1 h."""
    article = ArticleFactory(slug="old")
    published(article, at=NOW)
    set_clock(NOW + HOUR)
    renamed(article, "new", NOW + HOUR)
    return article


@pytest.fixture
def moved(site, moved_article, clock, reading_at):
    clock(NOW + HOUR)
    reading_at(NOW + HOUR)
    return moved_article


def test_an_earlier_address_leads_to_the_current_one(site, moved):
    answer = site.get("/articles/old/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/articles/new/")
    assert site.get("/articles/new/").status_code == 200


def test_an_address_moved_back_does_not_turn_in_circles(site, moved, clock, reading_at):
    clock(NOW + 2 * HOUR)
    reading_at(NOW + 2 * HOUR)
    renamed(moved, "old", NOW + 2 * HOUR)
    assert site.get("/articles/old/").status_code == 200
    assert site.get("/articles/new/").headers["Location"] == "/articles/old/"
    assert "max-age=0," in site.get("/articles/new/").headers["Cache-Control"]


def test_a_scheduled_address_is_not_found_until_its_second_and_leads_nowhere(site, reading_at):
    article = ArticleFactory(slug="old")
    published(article, at=NOW)
    coming = NOW + HOUR
    renamed(article, "new", NOW, live_from=coming)
    assert site.get("/articles/new/").status_code == 404
    assert site.get("/articles/old/").status_code == 200
    reading_at(coming - dt.timedelta(microseconds=1))
    assert site.get("/articles/new/").status_code == 404
    reading_at(coming)
    assert site.get("/articles/new/").status_code == 200
    assert site.get("/articles/old/").headers["Location"] == "/articles/new/"


def test_an_address_that_was_called_off_never_answers(site, reading_at):
    article = ArticleFactory(slug="old")
    published(article, at=NOW)
    renamed(article, "new", NOW, live_from=NOW + HOUR)
    acts.unschedule(article, by=None, at=NOW)
    reading_at(NOW + 2 * HOUR)
    assert site.get("/articles/new/").status_code == 404
    assert site.get("/articles/old/").status_code == 200


def test_an_unpublished_piece_is_gone_under_every_address_it_had(site, moved, clock, reading_at):
    clock(NOW + 2 * HOUR)
    acts.unpublish(moved, by=None, at=NOW + 2 * HOUR, reason="Published in error.")
    reading_at(NOW + 2 * HOUR)
    for address in ("/articles/old/", "/articles/new/"):
        answer = site.get(address)
        assert answer.status_code == 410
        assert b"Harbour Institute" in answer.content  # the house's chrome
        assert b'<a href="/">See the latest pieces</a>' in answer.content


@pytest.mark.parametrize(
    "address",
    [
        "/articles/none/",
        "/authors/none/",
        "/outlets/none/",
        "/topics/none/",
        "/authors/none/feed.rss",
        "/outlets/none/feed.rss",
        "/topics/none/feed.rss",
        "/articles/%00/",
        "/articles/%ff%fe/",
        "/nothing",
    ],
)
def test_what_is_not_there_is_not_found_with_the_houses_chrome(site, address):
    answer = site.get(address)
    assert answer.status_code == 404
    assert b"Harbour Institute" in answer.content
    assert b'<meta name="robots" content="noindex">' in answer.content
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "address", ["/articles/old", "/articles/new", "/articles//new/", "/Articles/NEW.html"]
)
def test_an_address_that_is_nearly_right_leads_on_in_one_step(site, moved, address):
    answer = site.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (301, "/articles/new/")
    assert site.get("/authors/x").status_code == 404  # where there is nothing, nothing is led to


@pytest.mark.parametrize("address", ["/", "/articles/old/", "/feed.rss", "/robots.txt"])
def test_public_pages_take_no_post_and_ask_for_no_token(site, moved, address):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address).status_code == 405
    assert strict.delete(address).status_code == 405


@pytest.mark.parametrize("address", ["/", "/articles/new/", "/articles/old/", "/feed.rss", "/nothing"])
def test_readers_get_no_cookie_and_no_answer_of_their_own(site, moved, administrator, address):
    anonymous = site.get(address)
    site.force_login(administrator)
    signed_in = site.get(address)
    for answer in (anonymous, signed_in):
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
    assert signed_in.content == anonymous.content


@pytest.mark.parametrize("address", ["/", "/articles/new/", "/feed.rss", "/robots.txt"])
def test_head_tells_what_get_would(site, moved, address):
    head, get = site.head(address), site.get(address)
    assert dict(head.headers) == dict(get.headers)
    assert head.content == b""


def test_robots_stay_away_from_what_is_not_production(site, settings):
    assert site.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
    assert site.get("/").headers["X-Robots-Tag"] == "noindex"
    settings.PRODUCTION = True
    robots = site.get("/robots.txt").content.decode()
    assert robots.startswith("User-agent: *\nDisallow: /admin/\n\n")
    named = [f"Sitemap: {settings.SITE_URL}{path}" for path in ("/sitemap.xml", "/sitemap-news.xml")]
    assert robots.splitlines()[-2:] == named
    assert "X-Robots-Tag" not in site.get("/").headers


def test_the_style_page_draws_every_fragment_and_stays_at_home(site, settings):
    page = site.get("/style/").content.decode()
    for word in ("kicker", "dek", "pullquote", "noteref", "endnotes", "wording", "topics", "paging", "posts"):
        assert f'class="{word}' in page
    assert "Retracted: The Ferry Nobody Took" in page
    assert 'class="notice retraction"' in page
    settings.PRODUCTION = True
    assert site.get("/style/").status_code == 404


def test_a_desk_without_an_institution_has_a_front_page(client, db, reading_at):
    page = client.get("/")
    assert page.status_code == 200
    assert b"Nothing here at present." in page.content


def test_an_error_of_ours_has_a_page_that_asks_nothing_of_the_database(site, monkeypatch):
    monkeypatch.setattr("reading.front_page.load_site", lambda at: 1 / 0)
    site.raise_request_exception = False
    answer = site.get("/")
    assert answer.status_code == 500
    assert b"Something went wrong here" in answer.content
    assert b"division" not in answer.content
