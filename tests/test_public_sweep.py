"""Nothing that is not live can be found on any public surface; every address of the readers' door is visited."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles import acts
from articles.models import Article
from disclaimers.models import FooterLink, Institution
from reading.urls import urlpatterns
from tests.conftest import NOW, set_clock
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    BylineFactory,
    published,
    saved,
)
from tests.kept import kept
from tests.public_addresses import Answer, addresses, everything, visit
from tests.sweep_pieces import piece, reworded

pytestmark = pytest.mark.long

HOUR = dt.timedelta(hours=1)
COMING = NOW + HOUR
MINUTE = dt.timedelta(minutes=1)
NOWHERE = ("/nothing", "/articles/nothing/", "/?before=bad")
LATER = NOW + MINUTE + dt.timedelta(seconds=1)


@kept
def pieces_at_work(desk: Institution) -> Article:
    """A live piece with a saved change and an unsaved one, a draft, a scheduled piece and update, a piece unpublished,
    one taken down by order, one retracted, and one whose schedule was called off."""
    FooterLink.objects.create(institution=desk, label="About", url="https://harbour.example/about")
    live = piece("livewire")
    published(live, at=NOW)
    reworded(live, "rewritten")
    saved(live, at=NOW)
    Article.objects.filter(pk=live.pk).update(headline="unsaved headline")
    saved(piece("drafted"), at=NOW)
    published(piece("scheduled"), at=NOW, live_from=COMING)
    updated = piece("standing")
    published(updated, at=NOW)
    reworded(updated, "updating")
    acts.publish(updated, revision=saved(updated, at=NOW), by=None, at=NOW, live_from=COMING, change="minor")
    called_off = piece("calledoff")
    published(called_off, at=NOW, live_from=COMING)
    acts.unschedule(called_off, by=None, at=NOW)
    gone = piece("takendown")
    published(gone, at=NOW)
    set_clock(NOW + MINUTE)
    acts.unpublish(gone, by=None, at=NOW + MINUTE, reason="Published in error.")
    withdrawn = piece("withdrawn")
    published(withdrawn, at=NOW + MINUTE)
    acts.take_down(
        withdrawn,
        because="legal",
        sentence="A court asked for it.",
        by=None,
        at=LATER,
        reason="Order of March.",
        keep_headline=False,
    )
    retracted = piece("tookback")
    published(retracted, at=NOW + MINUTE)
    acts.retract(retracted, text="It was not so.", issued_by="the authors", by=None, at=LATER)
    return live


@pytest.fixture
def desk_at_work(pieces_at_work, clock, monkeypatch):
    clock(NOW + MINUTE)
    monkeypatch.setattr("reading.public_view.now", lambda: LATER)
    return pieces_at_work


@kept
def visited(pieces_at_work: Article) -> dict[str, Answer]:
    """The answer of every address, and of some that lead nowhere, about these pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reading.public_view.now", lambda: LATER)
        set_clock(NOW + MINUTE)
        client = Client()
        return {address: with_queries(client, address) for address in [*addresses(), *NOWHERE]}


def with_queries(client: Client, address: str) -> Answer:
    """The answer of an address, and the queries that it took."""
    with CaptureQueriesContext(connection) as queries:
        answer = visit(client, address)
    return replace(answer, queries=tuple(query["sql"] for query in queries))


@pytest.fixture
def answers(visited):
    """What every address says of these pieces."""
    return {address: answer.said for address, answer in visited.items() if address not in NOWHERE}


def test_the_sweep_reaches_every_kind_of_page(answers):
    kinds = {str(pattern.pattern).partition("<")[0] for pattern in urlpatterns}
    assert kinds == {
        "",
        *(f"{folder}feed.{kind}" for folder in ("", "corrections/") for kind in ("rss", "atom", "json")),
        "kinds/",
        "languages/",
        "feeds/",
        "feeds.opml",
        "feed-",
        "robots.txt",
        "style/",
        "colours/",
        "sitemap.xml",
        "sitemap-",
        "articles/",
        "authors/",
        "outlets/",
        "topics/",
        "series/",
        "houses/",
        "cards/",
        "pictures/",
        "files/",
        "archive/",
        "archive/undated/",
        "corrections/",
        "search/",
        "search/suggestions/",
        "opensearch.xml",
    }
    found = {address for address, said in answers.items() if "livewire" in said}
    assert {address.strip("/").partition("/")[0] for address in found} == {
        "en",
        "", "feed.rss", "feed.atom", "feed.json", "articles", "authors", "outlets", "topics", "pictures", "files",
        "archive", "kinds", "feeds", "feeds.opml", "feed-2026-03.rss", "feed-2026-03.atom",
        "feed-2026-03.json", "sitemap-topics.xml", "series", "sitemap-series.xml", "houses",
        "sitemap-pages.xml",
    }  # fmt: skip
    for kind, number in {"rss": 12, "atom": 6, "json": 6}.items():
        assert sum(address.endswith(f"/feed.{kind}") for address in found) == number


@pytest.mark.parametrize(
    "word", ["rewritten", "unsaved", "drafted", "scheduled", "updating", "calledoff", "takendown", "order"]
)
def test_what_is_not_live_is_nowhere(answers, word):
    assert [address for address, said in answers.items() if word in without_names(said)] == []


TEXTS = (
    "body",
    "note",
    "dek",
    "introduction",
    "edited lightly",
    "bio",
    "funding",
    "ai",
    "tool",
    "disclaimer",
    "caption",
    "seen",
    "file",
    "enclosed",
    "annex",
)


@pytest.mark.parametrize("part", TEXTS)
def test_what_is_retracted_shows_its_title_and_its_attribution_and_nowhere_its_text(answers, part):
    words = re.compile(rf"tookback {part}\b")
    assert [address for address, said in answers.items() if words.search(said)] == []
    told = {address for address, said in answers.items() if "Retracted: tookback headline" in said}
    assert {address.strip("/").partition("/")[0] for address in told} == {
        "", "feed.rss", "feed.atom", "feed.json", "corrections", "articles", "authors", "outlets", "topics", "kinds",
        "archive", "en", "series", "feed-2026-03.rss", "feed-2026-03.atom", "feed-2026-03.json",
    }  # fmt: skip


def without_names(said: str) -> str:
    """An answer without the names of those that an unpublished piece named: their pages stay, and say nothing else."""
    for name in ("author, takendown suffix", "author", "outlet", "topic", "series", "kind"):
        said = said.replace(f"takendown {name}", "")
    said = said.replace('"givenName":"takendown"', "")
    said = re.sub(
        'type="search" name="q" value="[^"]*"', "", said
    )  # a page that is none offers to search for its address
    said = said.replace("/series/takendown-series/", "")
    return said.replace("/topics/takendown-topic/", "").replace("/kinds/kind-takendown/", "")


def test_what_is_scheduled_appears_at_its_second_and_nothing_else_does(desk_at_work, client, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: COMING - dt.timedelta(microseconds=1))
    before = "".join(everything(client).values())
    monkeypatch.setattr("reading.public_view.now", lambda: COMING)
    after = "".join(everything(client).values())
    headlines = ("scheduled headline", "updating headline", "standing headline")
    assert [words in before for words in headlines] == [False, False, True]
    assert [words in after for words in headlines] == [True, True, False]
    for word in ("rewritten", "unsaved", "drafted", "calledoff", "takendown"):
        assert word not in without_names(after)


def test_work_at_the_desk_leaves_every_public_answer_as_it_was(answers, desk_at_work, client, editor):
    before, later = answers, NOW + dt.timedelta(minutes=1)
    reworded(desk_at_work, "reworked")
    saved(desk_at_work, at=later, by=editor)
    saved(ArticleFactory(headline="Another draft"), at=later, by=editor)
    after = everything(client)
    assert {address: after[address] for address in before} == before


def test_a_public_answer_takes_four_queries_at_most_with_the_face_that_else_is_in_memory(visited):
    for address, answer in visited.items():
        most = 11 if address == "/sitemap-pages.xml" else 4  # for each list whose last change it says
        if address.endswith("/about/") or address.startswith("/articles/"):
            most = (
                9  # with the text, and the people and topics of the house or of the piece, kept in memory too
            )
        if "/search/" in address:
            most = 5  # with the names of all that it offers, kept in memory too
        if answer.status == 404:
            most += 5  # former and old addresses, and a search for what was meant
        assert len(answer.queries) <= most, (address, answer.queries)


def test_a_long_list_takes_no_more_queries_than_a_short_one(desk, client, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    for n in range(31):
        article = ArticleFactory(headline=f"{n}", topics=["Ports", f"{n}"])
        BylineFactory(article=article)
        AppearanceFactory(article=article)
        published(article, at=NOW)
    # With the face of the house, which is in memory outside of a test's transaction, and the places of the list; a
    # topic also with those who write on it, who are kept in memory too.
    older = html.fromstring(client.get("/").content.decode()).xpath('//a[@class="older"]/@href')[0]
    client.get(f"/{older}")
    expected = {"/": 4, f"/{older}": 3, "/feed.rss": 2, "/topics/ports/": 6, "/topics/ports/feed.rss": 3}
    for address, most in expected.items():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) == most, address


def test_no_public_answer_sets_a_cookie_or_varies_by_one(visited):
    for address, answer in visited.items():
        assert not answer.has_cookies, address
        assert "Cookie" not in answer.headers.get("Vary", ""), address


def test_every_link_on_a_public_page_leads_somewhere(visited, desk_at_work, client):
    """Of our own site's: no page offers what is not live."""
    on = {
        link: address
        for address, answer in visited.items()
        if answer.status == 200 and answer.is_page and address != "/style/"
        for link in html.fromstring(answer.page).xpath("//a/@href | //link[@rel='alternate']/@href")
        if link.startswith("/")
    }
    assert len(on) > 100
    for link, address in on.items():
        status = visited[link].status if link in visited else client.get(link).status_code
        assert status == 200, (address, link)


def test_the_houses_words_stand_on_every_page_and_no_error_shows_more(visited):
    name = Institution.objects.home().get().name
    for address, answer in visited.items():
        if answer.is_page:
            assert answer.page.count(f">{name}</a>") == 1 + address.endswith("/houses/"), address
            assert "permissions@harbour.example" in answer.page, address
            assert 'href="https://harbour.example/about"' in answer.page, address
