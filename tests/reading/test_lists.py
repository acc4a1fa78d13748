"""Lists: newest first by our first date, each piece once, from page to page."""

import base64
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from articles.press_mark import PressMark
from reading.kept import KeptValues
from reading.lists.paging import BadCursor, _position
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, published

pytestmark = pytest.mark.long

DAY = dt.timedelta(days=1)


def headlines(response) -> list[str]:
    page = html.fromstring(response.content.decode())
    return [a.text for a in page.xpath('//ol[@class="list"]//h2/a')]


def walk(site, address: str, direction: str = "older", start: str = "") -> list[list[str]]:
    """The headlines of each page of a list, following its links from page to page; last what each says of its place."""
    pages, where, following = [], [], start or address
    while following:
        response = site.get(following)
        assert response.status_code == 200
        page = html.fromstring(response.content.decode())
        pages.append(headlines(response))
        where += page.xpath('//p[@class="where"]/text()')
        links = page.xpath(f'//a[@class="{direction}"]/@href')
        following = address + links[0] if links else ""
    return [*pages, where]


def last_page(site, address: str) -> str:
    """The address of the last page of a list."""
    following = address
    while links := html.fromstring(site.get(following).content.decode()).xpath('//a[@class="older"]/@href'):
        following = address + links[0]
    return following


def test_pages_give_every_piece_once_in_order_even_where_days_are_shared(site):
    for n in range(43):
        published(
            headline=f"{n:02}",
            is_archive=True,
            first_published_on=dt.date(2020, 1, 1) + DAY * (n // 9),
            at=NOW,
            topics=["Ports"],
        )
    every = [f"{n:02}" for n in reversed(range(43))]
    pages = [every[:20], every[20:40], every[40:]]
    where = ["Pieces 1–20 of 43", "Pieces 21–40 of 43", "Pieces 41–43 of 43"]
    assert walk(site, "/") == [*pages, where]
    assert walk(site, "/topics/ports/") == [*pages, where]
    back = walk(site, "/", "newer", last_page(site, "/"))
    assert back == [pages[2], every[20:40], where[2::-1][:2]], "the first page has an address of its own"
    middle = f"/?after={_cursor_of(site, '/')}"
    assert headlines(site.get(middle)) == every[20:40]
    canonical = html.fromstring(site.get(middle).content.decode()).xpath('//link[@rel="canonical"]/@href')
    assert canonical[0].endswith(_older_of(site, "/")), "a page has one address, however it was reached"


def _older_of(site, address: str) -> str:
    return html.fromstring(site.get(address).content.decode()).xpath('//a[@class="older"]/@href')[0]


def _cursor_of(site, address: str) -> str:
    """The cursor by which the last page of a list links to the page above it."""
    last = html.fromstring(site.get(last_page(site, address)).content.decode())
    return last.xpath('//a[@class="newer"]/@href')[0].partition("=")[2]


def test_pages_far_down_say_where_they_are_without_counting_again(site, clock, django_assert_num_queries):
    for n in range(43):
        published(headline=f"{n:02}", at=NOW)
    for address, queries in (("/", 4), (_older_of(site, "/"), 3), (last_page(site, "/"), 3)):
        # Face, rows, places, and of the first page the arrangement; in a transaction nothing is kept.
        with django_assert_num_queries(queries):
            site.get(f"/{address}" if address.startswith("?") else address)


def test_counts_are_kept_while_the_mark_stays_and_go_with_it():
    counts = KeptValues(most_items=7)
    old, new = PressMark(1, NOW), PressMark(1, NOW + DAY)
    counts.put(old, "a", [1, 2])
    assert (counts.get(old, "a"), counts.get(new, "a")) == ([1, 2], None)
    counts.put(new, "b", [1, 2])
    assert counts.get(old, "a") is None
    counts.put(new, "c", [1, 2])
    assert counts.get(new, "b") == [1, 2]
    counts.put(new, "d", [1, 2])
    assert [counts.get(new, key) for key in "bcd"] == [[1, 2], None, [1, 2]], (
        "the one not asked for goes first"
    )


def test_a_piece_added_while_someone_reads_shifts_nothing(site):
    for n in range(25):
        published(headline=f"{n:02}", at=NOW)
    first = site.get("/")
    published(headline="Late", at=NOW)
    (older,) = html.fromstring(first.content.decode()).xpath('//a[@class="older"]/@href')
    assert headlines(first) + headlines(site.get(f"/{older}")) == [f"{n:02}" for n in reversed(range(25))]


def test_an_archive_brought_in_today_comes_after_what_is_newer(site):
    published(headline="Of today", at=NOW)
    published(headline="Of 2018", is_archive=True, first_published_on=dt.date(2018, 7, 9), at=NOW)
    outlets = ArticleFactory(headline="Of the outlet's 2020", is_archive=True)
    AppearanceFactory(article=outlets, published_on=dt.date(2020, 6, 11))
    published(outlets, at=NOW)
    published(headline="Of no known day", is_archive=True, at=NOW)
    expected = ["Of today", "Of the outlet's 2020", "Of 2018", "Of no known day"]
    assert headlines(site.get("/")) == expected
    feed = etree.fromstring(site.get("/feed.rss").content)
    assert [item.findtext("title") for item in feed.iter("item")] == expected


def test_a_list_marks_a_piece_in_another_language_and_needs_no_body(site):
    published(headline="Der Hafen", language="de-AT", at=NOW)
    page = html.fromstring(site.get("/de/").content.decode())
    assert page.xpath('//li[@class="listed"]/@lang') == ["de-AT"]
    assert "Ships came in" not in page.text_content()


def test_the_last_page_offers_the_way_back_and_no_older_one(site):
    for n in range(21):
        published(headline=f"{n:02}", at=NOW)
    (older,) = html.fromstring(site.get("/").content.decode()).xpath('//a[@class="older"]/@href')
    last = html.fromstring(site.get(f"/{older}").content.decode())
    assert last.xpath('//nav[@class="paging"]/a/text()') == ["Newest pieces"]
    assert last.xpath('//nav[@class="paging"]/a/@href') == ["/"]


def test_each_page_of_a_list_is_an_address_of_its_own(site, settings):
    for n in range(21):
        published(headline=f"{n:02}", at=NOW)
    first = html.fromstring(site.get("/").content.decode())
    (older,) = first.xpath('//a[@class="older"]/@href')
    last = html.fromstring(site.get(f"/{older}").content.decode())
    canonical = '//link[@rel="canonical"]/@href'
    assert first.xpath(canonical) == [f"{settings.SITE_URL}/"]
    assert last.xpath(canonical) == [f"{settings.SITE_URL}/{older}"]


@given(st.text())
def test_a_cursor_somebody_made_up_is_refused_or_is_a_position(cursor):
    try:
        position = _position(cursor)
    except BadCursor:
        return
    assert isinstance(position["placed_at"], dt.datetime)
    assert 0 < position["article"] < 2**63


@given(st.binary(max_size=40))
def test_a_cursor_of_any_bytes_is_refused_or_is_a_position(place):
    test_a_cursor_somebody_made_up_is_refused_or_is_a_position.hypothesis.inner_test(
        base64.urlsafe_b64encode(place).decode()
    )


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "%00", "é", "MTIzLjQ=", *(base64.urlsafe_b64encode(place).decode() for place in (
        b"9999999999999999999.1", b"1.99999999999999999999999", b"1.-1", b"nan.1", b"-1.0", b"1.", b"."
    ))],
)  # fmt: skip
def test_a_made_up_cursor_is_not_found_or_an_honest_page_and_never_an_error(site, cursor):
    for name in ("before", "after"):
        assert site.get(f"/?{name}={cursor}").status_code in (200, 404)
