"""The search page: what is found, how it is shown, and that nothing else is."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles import acts
from articles.acts.merging.records import merge
from articles.models.topic import Topic
from prose.text_language.search_query import parse
from reading.search import statement
from reading.search.filters import Filters
from reading.search.results import search
from reading.search.suggestions import suggest
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published, saved
from tests.sweep_pieces import piece

LATER = NOW + dt.timedelta(minutes=1)


def headlines(words: str, at: dt.datetime = NOW, **options) -> list[str]:
    return [
        row["headline"]
        for row in search(parse(words), options.pop("filters", Filters()), at, **options).editions
    ]


def page(site, **asked):
    answer = site.get("/search/", asked)
    return answer, html.fromstring(answer.content.decode())


def three_pieces() -> None:
    for headline, body, year, topics in (
        ("Ports first", "<p>Ships &lt; &amp; wait.</p>", 2024, ["Trade"]),
        ("Ships at sea", "<p>No ports here, only quays.</p>", 2025, ["Trade", "Fishing"]),
        ("Quays", "<p>A quay is where ships come.</p>", 2026, ["Depth"]),
    ):
        article = ArticleFactory(
            headline=headline,
            dek="",
            body=body,
            topics=topics,
            first_published_on=dt.date(year, 1, 2),
            is_archive=True,
        )
        BylineFactory(article=article, author__display_name=f"Ida Quay {year}")
        published(article, at=NOW)


def test_words_phrases_alternatives_and_words_left_out_find_their_pieces_best_first(desk):
    three_pieces()
    assert headlines("ports") == ["Ports first", "Ships at sea"]
    assert headlines('"ships < wait"') == ["Ports first"]
    assert headlines("ships -sea -come") == ["Ports first"]
    assert set(headlines("trade OR nothing")) == {"Ports first", "Ships at sea"}
    assert headlines("ships", order="date")[0] == "Quays"
    assert headlines("ships", filters=Filters(topic="fishing")) == ["Ships at sea"]
    assert headlines("", filters=Filters(year="2024")) == ["Ports first"]


def test_a_page_of_results_marks_words_counts_filters_and_offers_names(site):
    three_pieces()
    answer, shown = page(site, q="quay")
    assert answer.status_code == 200
    assert [mark.text for mark in shown.xpath("//mark")] == ["quay", "quays"]
    assert shown.xpath('string(//p[@class="search-count"])') == "Results: 3"
    assert len(shown.xpath('//nav[@class="search-names"]//a')) == 3
    topics = {a.xpath("string(bdi)"): a for a in shown.xpath('//aside//a[contains(@href, "topic=")]')}
    assert {name: a.xpath("string(span)") for name, a in topics.items()} == {
        "Trade": "2",
        "Fishing": "1",
        "Depth": "1",
    }
    _, fewer = page(site, q="quay", topic="fishing")
    assert fewer.xpath('string(//p[@class="search-count"])') == "Results: 1"
    assert fewer.xpath('//a[@class="is-chosen"]/@href') == ["/search/?q=quay"]
    answer, _ = page(site, q="ships wait")
    assert "Ships</mark> &lt; &amp; <mark>wait" in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("wrecks", ["wrecks"]),
        ("lasting", ["lasting"]),
        ("1918", ["1918"]),
        ("luc", ["Luc"]),
        ("covid 19", ["COVID", "19"]),
    ],
)
def test_a_word_is_marked_without_the_marks_that_touch_it(site, asked, marked):
    body = "<p>Jean‑Luc called the “wrecks”—lasting ones—of 1914–1918 a COVID-19 of the port.</p>"
    published(ArticleFactory(headline="Ports", body=body), at=NOW)
    _, shown = page(site, q=asked)
    assert [mark.text for mark in shown.xpath("//mark")] == marked
    (result,) = shown.find_class("listed")
    assert "—of 1914–1918 a" in result.text_content() or "1918 a COVID-19 of" in result.text_content()


def chosen(shown) -> list[tuple[str, str]]:
    """The filters in force above the results: their words, and where taking one away leads."""
    links = shown.xpath('//ul[@class="chosen-filters"]//a')
    return [(" ".join(a.text_content().split()), a.get("href")) for a in links]


def test_filters_in_force_stand_above_the_results_and_are_taken_away_one_by_one(site):
    three_pieces()
    _, plain = page(site, q="ships")
    assert chosen(plain) == []
    _, shown = page(site, q="ships", topic="fishing", sort="date", language="en")
    assert chosen(shown) == [
        ("Topic Fishing × Remove this filter", "/search/?q=ships&language=en&sort=date"),
        ("Language English × Remove this filter", "/search/?q=ships&topic=fishing&sort=date"),
    ]
    _, nothing = page(site, q="ships", topic="nowhere", year="1999")
    assert [text for text, _ in chosen(nothing)] == [
        "Topic nowhere × Remove this filter",
        "Year 1999 × Remove this filter",
    ], "a filter that leaves nothing can be taken away as well"
    assert nothing.find_class("search-filters") == [], "filters without values are not drawn"


def test_the_filters_come_before_the_results_behind_a_fold_that_is_theirs(site):
    three_pieces()
    _, shown = page(site, q="ships")
    (fold,) = shown.find_class("search-narrow")
    assert fold.get("open") is None
    assert fold.getnext().get("class") == "search-filters"
    assert fold.getnext().getnext().get("class") == "search-results"
    (sheet,) = shown.xpath('//link[@rel="stylesheet"][contains(@href, "search")]')
    assert "/search" in sheet.get("href")


def test_a_word_spelled_nearly_so_is_offered_and_found(site):
    three_pieces()
    answer, shown = page(site, q="shisp")
    (link,) = shown.xpath('//p[@class="search-meant"]/a')
    assert link.get("href") == "/search/?q=ships"
    assert "noindex" in answer.content.decode()


def test_a_search_takes_three_queries_and_in_a_transaction_names_labels_and_new_rows_because_nothing_is_kept(
    site,
):
    three_pieces()
    for asked, most in (
        ({"q": "quay"}, 7),
        ({"q": "quay"}, 6),
        ({"q": "nothing"}, 5),
        ({}, 1),
        ({"q": "(("}, 1),
    ):
        with CaptureQueriesContext(connection) as queries:
            site.get("/search/", asked)
        assert len(queries) <= most, [query["sql"][:80] for query in queries]


def test_totals_and_ranks_are_bounded_and_say_so(site, monkeypatch):
    monkeypatch.setattr(statement, "MOST", 2)
    monkeypatch.setattr("reading.search.views.MOST", 2)
    three_pieces()
    _, shown = page(site, q="ships")
    assert shown.xpath('string(//p[@class="search-count"])') == "Results: more than 2"
    assert "newest 2" in shown.xpath("string(//aside)")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"q": "\x00"}, 200), ({"q": "\ud800".encode("utf-8", "surrogatepass")}, 200), ({"q": "((" * 5000}, 200),
        ({"q": "word " * 1000}, 200), ({"q": ":*"}, 200), ({"q": "a", "page": "²"}, 404),
        ({"q": "a", "page": "-1"}, 404),
        ({"q": "a", "page": "1" * 21}, 404), ({"q": "a", "page": "999"}, 404), ({"q": "a", "year": "²"}, 404),
        ({"q": "a", "topic": "\x00"}, 404), ({"q": "a", "topic": "unknown"}, 200), ({"q": "a", "sort": "x"}, 200),
        ({"unknown": "x"}, 200), ({"q": "-a"}, 200),
    ],
)  # fmt: skip
def test_odd_parameters_get_a_page_of_ours(site, asked, status):
    assert site.get("/search/", asked).status_code == status


@pytest.fixture
def hidden(desk, clock):
    """A draft, a scheduled piece, one taken down, one of which an excerpt may be shown, and a saved change."""
    saved(piece("drafted"), at=NOW)
    published(piece("scheduled"), at=NOW, live_from=LATER + dt.timedelta(hours=1))
    published(piece("livewire"), at=NOW)
    gone = piece("takendown")
    published(gone, at=NOW)
    excerpt = ArticleFactory(headline="Cut short", body="<p>shownword and then</p><p>hiddenword</p>")
    AppearanceFactory(article=excerpt, rights={"mode": "excerpt", "excerpt_words": 2})
    published(excerpt, at=NOW)
    clock(LATER)
    acts.take_down(gone, because="legal", sentence="By order.", by=None, at=LATER, reason="Order.")


def test_nothing_that_readers_may_not_have_is_found_counted_offered_or_meant(hidden):
    for word in ("drafted", "scheduled", "takendown", "hiddenword"):
        for typed in (word, f"{word[:-1]}x", f"{word} OR livewire"):
            results = search(parse(typed), Filters(), LATER)
            assert word not in repr(results), (typed, results)
        assert word not in repr(suggest(word[:-1], LATER, language="en", today=LATER.date()))
    found = search(parse("livewire"), Filters(), LATER)
    assert found.total == 1
    assert {each.noun for each in found.profiles} == {"person", "outlet", "topic", "series"}
    assert headlines("shownword", LATER) == ["Cut short"]
    for filters in (
        Filters(topic="drafted-topic"),
        Filters(kind="kind-scheduled"),
        Filters(topic="takendown-topic"),
    ):
        assert search(parse(""), filters, LATER).facets == {}


def test_a_series_stands_among_names_on_top_and_in_suggestions(site):
    published(ArticleFactory(headline="One", series="Tides of trade"), at=NOW)
    saved(ArticleFactory(headline="Two", series="Tides of drafts"), at=NOW)
    _, shown = page(site, q="tides")
    names = shown.xpath('//nav[@class="search-names"]//a')
    assert [(a.text_content(), a.get("href")) for a in names] == [
        ("Tides of trade", "/series/tides-of-trade/")
    ]
    assert site.get("/search/suggestions/", {"q": "tid"}).json()[1] == ["Tides of trade"]


def test_a_filter_by_a_former_slug_leads_on_to_that_of_today(site, clock):
    three_pieces()
    Topic.objects.filter(slug="fishing").update(slug="fisheries")
    answer = site.get("/search/", {"q": "ships", "topic": "fishing", "sort": "date"})
    assert (answer.status_code, answer.headers["Location"]) == (
        301,
        "/search/?q=ships&topic=fisheries&sort=date",
    )
    _, shown = page(site, q="ships", topic="fisheries")
    assert shown.xpath('string(//p[@class="search-count"])') == "Results: 1"
    assert site.get("/search/", {"topic": "never-was"}).status_code == 200


def test_suggestions_are_names_and_headlines_of_what_is_shown(site):
    three_pieces()
    saved(ArticleFactory(headline="Portside draft", topics=["Portage"]), at=NOW)
    answer = site.get("/search/suggestions/", {"q": "por"})
    assert answer.headers["Content-Type"] == "application/x-suggestions+json"
    typed, texts, kinds, addresses = answer.json()
    assert (typed, texts, kinds) == ("por", ["Ports first"], [""])
    assert site.get(addresses[0].removeprefix("http://testserver")).status_code in (200, 404)
    _, (name, *_), (kind, *_), _ = site.get("/search/suggestions/", {"q": "tra"}).json()
    assert (name, kind) == ("Trade", "Topic")
    assert site.get("/search/suggestions/", {"q": "p"}).json()[1] == []
    for odd in ("\x00", "%%%", "((" * 5000, "word " * 1000):
        assert site.get("/search/suggestions/", {"q": odd}).status_code == 200


def test_browsers_get_a_description_and_a_missing_page_searches_for_its_address(site):
    described = html.fromstring(site.get("/opensearch.xml").content)
    assert described.xpath("//url/@template")[0].endswith("/search/?q={searchTerms}")
    missing = html.fromstring(site.get("/articles/a-crisis-of-ports.html").content.decode())
    assert missing.xpath('//form[@role="search"]//input/@value')[-1] == "a crisis of ports"
    assert missing.xpath('//link[@rel="search"]/@href') == ["/opensearch.xml"]


def test_a_filter_counts_a_piece_once_whose_two_topics_became_one(desk):
    three_pieces()
    merge(Topic.objects.get(slug="fishing"), Topic.objects.get(slug="trade"), by=None, at=NOW)
    topics = search(parse("ports"), Filters(), LATER).facets["topic"]
    assert [(choice.slug, choice.number) for choice in topics] == [("trade", 2)]


def test_a_coming_name_leads_to_nobody_before_its_day(desk):
    coming = NOW.date() + dt.timedelta(days=1)
    article = ArticleFactory(headline="Ports")
    author = BylineFactory(article=article, author__display_name="Ida Quay").author
    outlet = AppearanceFactory(article=article, outlet__name="Lantern").outlet
    author.names.create(language="en", display_name="Ida Windlass", from_on=coming)
    outlet.names.create(language="en", name="Foghorn", from_on=coming)
    published(article, at=NOW)
    for word, name in (("windlass", "Ida Windlass"), ("foghorn", "Foghorn")):
        assert suggest(word, NOW, language="en", today=NOW.date()) == [], word
        at = NOW + dt.timedelta(days=1)
        assert [one.text for one in suggest(word, at, language="en", today=coming)] == [name]
