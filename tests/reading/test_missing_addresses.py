"""The page of a missing address offers what may have been meant, of what the search may show and nothing else."""

import datetime as dt
from typing import Any

import pytest
from lxml import html

from articles import acts
from reading.search.meant import words_of
from tests.conftest import NOW
from tests.factories import ArticleFactory, BylineFactory, published, saved

HOUR = dt.timedelta(hours=1)


def offered(client: Any, address: str) -> list[tuple[str, str]]:
    """(words, address) of what the page of a missing address offers."""
    answer = client.get(address)
    assert answer.status_code == 404
    return [
        (link.text_content(), link.get("href"))
        for link in html.fromstring(answer.content.decode()).xpath('//ul[@class="meant"]//a')
    ]


@pytest.fixture
def wakes(site: Any) -> Any:
    article = ArticleFactory(headline="The Harbour Wakes in March", topics=["Ports"])
    BylineFactory(article=article, author__display_name="Ida Quay", author__slug="ida-quay")
    return published(article, at=NOW).article


def test_words_of_the_path_find_pieces_and_names(site, wakes):
    piece = ("The Harbour Wakes in March", "/articles/the-harbour-wakes-in-march/")
    for address in (
        "/2019/03/the-harbour-wakes.html",
        "/articles/harbour-wakes-march-2/",
        "/commentary/harbour-waking-march?utm_source=mail",
    ):
        assert piece in offered(site, address), address
    assert ("Ida Quay", "/authors/ida-quay/") in offered(site, "/authors/ida-quay-2019/") + offered(
        site, "/authors/quay/"
    )
    assert offered(site, "/x/harbor-wakkes/") == [("harbour wakes", "/search/?q=harbour%20wakes")]


def test_nothing_is_searched_for_where_no_page_is_meant(site, wakes, django_assert_max_num_queries):
    for address in (
        "/harbour.js",
        "/wp-login.php",
        "/.env",
        "/",
        "/topics/ports/?before=harbour",
        "/%00/",
        "/a/",
    ):
        if address != "/":
            assert offered(site, address) == [], address
    with django_assert_max_num_queries(2):
        site.get("/harbour-wakes.png")


def test_a_draft_a_plan_and_what_is_taken_down_are_not_offered(site, wakes, clock, reading_at):
    saved(ArticleFactory(headline="Harbour secrets wake"), at=NOW)
    published(ArticleFactory(headline="Harbour plans wake"), at=NOW, live_from=NOW + HOUR)
    for address in ("/x/harbour-secrets/", "/x/harbour-plans/", "/articles/harbour-secrets-wake/"):
        assert "secrets" not in str(offered(site, address)) + str(offered(site, "/x/harbour-secrets-wake"))
        assert "plans" not in str(offered(site, address))
    clock(NOW + HOUR)
    acts.unpublish(wakes, by=None, at=NOW + HOUR, reason="So.")
    reading_at(NOW + 2 * HOUR)
    assert [words for words, _ in offered(site, "/x/harbour-plans-wake/")] == ["Harbour plans wake"]


@pytest.mark.parametrize(
    "address",
    [
        "/" + "a-" * 3000,
        "/((/",
        "/:*/",
        "/%22-or-%27/",
        "/OR-OR/",
        "/not-found-AND-OR-%5C/",
        "/%F0%9F%92%A9-word/",
    ],
)
def test_any_path_is_answered(site, wakes, address):
    assert offered(site, address) == []


def test_the_words_of_a_path_are_those_of_its_last_part():
    assert words_of("/articles/a_crisis-in.html") == "a crisis in"
