"""Addresses of an earlier site: where they lead, what they never tell, and the file that brings them in."""

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import Resolver404, resolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import acts
from desk.old_addresses.checks import WrittenLine, check
from desk.old_addresses.sheet import NoSheet, as_sheet, lines_of, on_record, text_of
from desk.old_addresses.taking import look_at, store
from disclaimers.models import Institution
from reading.addresses.standing import view_of
from reading.search.meant import words_of as words_of_path
from tests.browsers import logged_in
from tests.conftest import NOW, examples
from tests.desk.pages import text_of as words_of
from tests.factories import ArticleFactory, published, saved
from website.models import OldAddress

HOUR = dt.timedelta(hours=1)
LIST = "/admin/website/oldaddress/"


def lead(old: str, new: str) -> None:
    """Take one line of a file, which must be right."""
    (row,) = check([WrittenLine(1, old, new)])
    assert not row.problem, row.problem
    store([row])


def answer(client: Client, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.headers.get("Location", "")


def problems(*pairs: tuple[str, str]) -> dict[str, str]:
    """The sentence for each refused line, by its old address."""
    rows = check([WrittenLine(number, *pair) for number, pair in enumerate(pairs, start=1)])
    return {row.line.old: row.problem for row in rows if row.problem}


def test_an_old_address_leads_in_one_step_to_its_piece_wherever_that_stands(site, reading_at, clock):
    piece = published(slug="a-crisis", at=NOW).article
    lead("https://old.example/Commentary/A-Crisis.aspx?id=5", "/articles/a-crisis/")
    old = "/commentary//A-CRISIS.aspx/?utm_source=mail&id=5"
    assert answer(site, old) == (301, "/articles/a-crisis/")
    assert answer(site, "/commentary/a-crisis.aspx?id=6") == (404, "")
    clock(NOW + HOUR)
    piece.slug = "the-crisis"
    piece.save()
    published(piece, at=NOW + HOUR)
    reading_at(NOW + HOUR)
    assert answer(site, old) == (301, "/articles/the-crisis/")
    clock(NOW + 2 * HOUR)
    acts.unpublish(piece, by=None, at=NOW + 2 * HOUR, reason="So.")
    reading_at(NOW + 2 * HOUR)
    assert answer(site, old) == (301, "/articles/the-crisis/")
    assert answer(site, "/articles/the-crisis/") == (410, "")


def test_an_old_address_leads_to_pages_to_the_web_and_to_what_is_gone(site):
    lead("/people", "/authors/")
    lead("/shop?item=1", "https://shop.example/1?a=b#c")
    lead("/fax", "410")
    assert answer(site, "/People/") == (301, "/authors/")
    assert answer(site, "/shop/?item=1") == (301, "https://shop.example/1?a=b#c")
    gone = site.get("/fax")
    assert gone.status_code == 410
    assert "This page is gone" in gone.content.decode()
    assert site.post("/fax").status_code == 404
    assert site.head("/people").headers["Cache-Control"] == "public, max-age=300"


def test_an_old_address_tells_nothing_of_a_draft_or_of_a_piece_that_is_scheduled(site, reading_at):
    draft = ArticleFactory(slug="secret-draft")
    saved(draft, at=NOW)
    coming = published(slug="secret-plan", at=NOW, live_from=NOW + HOUR).article
    OldAddress.objects.create(path="/of-a-draft", piece=draft)
    OldAddress.objects.create(path="/of-a-plan", piece=coming)
    OldAddress.objects.create(path="/to-a-draft", address="/articles/secret-draft/")
    for address, unknown in (
        ("/of-a-draft", "/of-unknown"),
        ("/of-a-plan", "/of-unknown"),
        ("/to-a-draft", "/of-unknown"),
        ("/Articles/Secret-Draft.html", "/Articles/Of-Unknown.html"),
        ("/articles/secret-plan", "/articles/of-unknown"),
    ):
        assert _without_words(site.get(address), address) == _without_words(site.get(unknown), unknown)
    reading_at(NOW + HOUR)
    assert answer(site, "/of-a-plan") == (301, "/articles/secret-plan/")
    assert answer(site, "/of-a-draft") == (404, "")


def test_other_spellings_lead_to_a_page_in_one_step_and_to_nothing_else(site, reading_at, clock):
    piece = published(slug="a-crisis", at=NOW, topics=["Ports"]).article
    for spelled in (
        "/Articles/A-Crisis",
        "/articles//a-crisis//",
        "/articles/a-crisis.html",
        "/articles/a-crisis/index.html",
    ):
        assert answer(site, spelled) == (301, "/articles/a-crisis/"), spelled
    assert answer(site, "/Topics/ports/feed.rss/?before=x") == (301, "/topics/ports/feed.rss?before=x")
    for nothing in (
        "/articles/nothing",
        "//evil.example/articles/",
        "/articles/a-crisis/?before=nothing",
        "/\\evil.example",
    ):
        assert answer(site, nothing)[1] == "", nothing
    clock(NOW + HOUR)
    piece.slug = "the-crisis"
    piece.save()
    published(piece, at=NOW + HOUR)
    reading_at(NOW + HOUR)
    assert answer(site, "/Articles/A-Crisis") == (301, "/articles/the-crisis/")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/articles/x/",
        "/feed.rss",
        "/feed-2020-01.rss",
        "/sitemap-news.xml",
        "/robots.txt",
        "/x/",
        "/sitemap",
        "/é",
    ],
)
def test_a_view_is_looked_for_only_where_a_route_begins_so_and_missed_nowhere(path: str) -> None:
    found, route = view_of(path), None
    with suppress(Resolver404):
        route = resolve(path, "reading.urls").route
    assert (found.route if found else None) == route


def test_an_address_that_answers_404_costs_one_query_more(site, django_assert_num_queries):
    site.get("/nothing-here")
    with connection.execute_wrapper(_counting(asked := [])):
        site.get("/nothing-here")
    assert len([sql for sql in asked if "website_oldaddress" in sql]) == 1


def test_a_line_that_cannot_be_right_is_refused_with_a_sentence(desk):
    published(slug="a-crisis", at=NOW)
    OldAddress.objects.create(path="/on-record", address="/authors/")
    OldAddress.objects.create(path="/leads-there", address="/was-a-page/")
    refused = problems(
        ("/articles/A-Crisis.html", "/authors/"),
        ("/authors", "410"),
        ("/admin", "/authors/"),
        ("no-path", "/authors/"),
        ("/a", "/b?x=1"),
        ("/b", "/c"),
        ("/c", "/b"),
        ("/d", "/e"),
        ("/e", "/authors/"),
        ("/f", "/F/"),
        ("/g", "/on-record"),
        ("/was-a-page", "/authors/"),
        ("/h", "/articles/nobody-wrote-it/"),
        ("/i", ""),
        ("/j", "javascript:alert(1)"),
        ("/k", "/authors/"),
        ("/K/", "410"),
        ("/l", "urn:uuid:nothing"),
        ("/good", "/articles/a-crisis/"),
    )
    assert {old: sentence[:44] for old, sentence in refused.items()} == {
        "/articles/A-Crisis.html": "/articles/a-crisis/ is a page of this site, ",
        "/authors": "/authors/ is a page of this site, which answ",
        "/admin": "/admin/ is an address of the desk, which ans",
        "no-path": "Write the old address from its first slash o",
        "/a": "/b?x=1 is an old address itself: line 6 lead",
        "/b": "It leads in a circle, by line 7.",
        "/c": "It leads in a circle, by line 6.",
        "/d": "/e is an old address itself: line 9 leads it",
        "/f": "It leads to itself.",
        "/g": "/on-record is an old address itself, which l",
        "/was-a-page": "The old address /leads-there leads here. Lea",
        "/h": "No page of this site has the address /articl",
        "/i": "Write where it leads, or 410 if it is gone f",
        "/j": "Write a path of this site, like /topics/port",
        "/K/": "Line 16 leads the same address to /authors/.",
        "/l": "No page of this site has the address urn:uui",
    }


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdefgh")), max_size=8))
def test_whatever_is_taken_has_neither_chains_nor_circles(
    desk: Institution, pairs: list[tuple[str, str]]
) -> None:
    """Lines among a few addresses; what the check lets through, the database takes."""
    ends = {"g": "/authors/", "h": "https://example.org/"}
    lines = [WrittenLine(at, f"/{old}", ends.get(new, f"/{new}")) for at, (old, new) in enumerate(pairs)]
    good = [row for row in check(lines) if not row.problem]
    with transaction.atomic():
        store(good)
        news = set(OldAddress.objects.values_list("address", flat=True))
        assert news <= set(ends.values())
        assert {row.path for row in good} == set(OldAddress.objects.values_list("path", flat=True))
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("path", "address"),
    [("/c/", "/authors/"), ("/c?x=1", "/authors/"), ("/new", "/A/?x=1"), ("/self?x=1", "/self")],
)
def test_the_database_takes_no_chain(path: str, address: str, db) -> None:
    OldAddress.objects.create(path="/a", address="/c")
    with pytest.raises(IntegrityError, match="one step"), transaction.atomic():
        OldAddress.objects.create(path=path, address=address)


def test_a_file_goes_out_as_it_came_in_whatever_writes_it(site):
    published(slug="a-crisis", at=NOW)
    pairs = [
        ("/a?x=1,2", "/articles/a-crisis/"),
        ("/b", "https://example.org/"),
        ("/c", "410"),
        ("/ü", "/authors/"),
    ]
    sheet = as_sheet(pairs)
    for content in (
        sheet.encode(),
        sheet.encode("utf-8-sig"),
        sheet.encode("utf-16"),
        sheet.encode("cp1252"),
    ):
        look = look_at(text_of(content))
        assert [row.problem for row in look.rows] == [""] * 4
        assert look.number == {"new": 4}
    store(look.good)
    assert list(on_record()) == [("/a?x=1%2C2", "/articles/a-crisis/"), *pairs[1:]]
    assert look_at(as_sheet(on_record())).number == {"same": 4}
    assert [line.new for line in lines_of("from;to\n/a;/b\n\n/c;410\n")] == ["/b", "410"]
    for nothing in ("", "old,new\n", "\n\n"):
        with pytest.raises(NoSheet):
            lines_of(nothing)


def test_the_page_looks_first_then_takes_what_is_right_and_keeps_the_rest(site, publisher):
    client = logged_in(publisher)
    text = "/a,/authors/\n/b,/nowhere/\n"
    seen: Any = client.post(f"{LIST}file/", {"text": text})
    assert "Lines that can be taken: 1. New: 1" in words_of(seen)
    assert "No page of this site has the address /nowhere/." in words_of(seen)
    assert not OldAddress.objects.exists()
    taken = client.post(f"{LIST}file/", {"text": text, "take": "1"}, follow=True)
    assert "Old addresses: 1 added, 0 changed, 0 as they were." in words_of(taken)
    assert "/b,/nowhere/" in taken.content.decode()
    assert [row.path for row in OldAddress.objects.all()] == ["/a"]
    assert client.get(f"{LIST}old-addresses.csv").content.decode() == "\ufeffold,new\r\n/a,/authors/\r\n"
    found = client.get(LIST, {"q": "https://old.example/A/?utm_source=x"})
    assert "1 old address" in words_of(found)


def test_the_form_keeps_the_address_of_a_piece_as_the_piece(site, publisher):
    client = logged_in(publisher)
    edition = published(slug="a-crisis", at=NOW)
    client.post(f"{LIST}add/", {"path": "/A/", "address": "/articles/a-crisis/"})
    row = OldAddress.objects.get()
    assert (row.path, row.piece, row.address) == ("/a", edition.article, "")
    refused = client.post(f"{LIST}add/", {"path": "/articles/a-crisis", "is_gone": "on"})
    assert "is a page of this site" in words_of(refused)


def _without_words(response: Any, address: str) -> tuple[int, dict[str, str], str]:
    """All of an answer but the words of its address, which the search offers."""
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return response.status_code, headers, response.content.decode().replace(words_of_path(address), "")


def _counting(asked: list[str]) -> Any:
    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    return note
