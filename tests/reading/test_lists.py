"""Lists: newest first by our first date, each piece once, from page to page."""

import base64
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from reading.lists.paging import BadCursor, _position
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, published

pytestmark = pytest.mark.long

DAY = dt.timedelta(days=1)


def headlines(response) -> list[str]:
    page = html.fromstring(response.content.decode())
    return [a.text for a in page.xpath('//ol[@class="list"]//h2/a')]


def walked(site, address: str) -> list[str]:
    """Every headline of a list, following its links from page to page."""
    found, following = [], address
    while following:
        response = site.get(following)
        assert response.status_code == 200
        found += headlines(response)
        links = html.fromstring(response.content.decode()).xpath('//a[@class="older"]/@href')
        following = address + links[0] if links else ""
    return found


def test_pages_give_every_piece_once_in_order_even_where_days_are_shared(site):
    for n in range(43):
        published(
            headline=f"{n:02}",
            is_archive=True,
            first_published_on=dt.date(2020, 1, 1) + DAY * (n // 9),
            at=NOW,
            topics=["Ports"],
        )
    expected = [f"{n:02}" for n in reversed(range(43))]
    assert walked(site, "/") == expected
    assert walked(site, "/topics/ports/") == expected


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


def test_a_list_marks_each_piece_with_its_language_and_needs_no_body(site):
    published(headline="Der Hafen", language="de", at=NOW)
    page = html.fromstring(site.get("/").content.decode())
    assert page.xpath('//li[@class="listed"]/@lang') == ["de"]
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
    assert isinstance(position["ordered_at"], dt.datetime)
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
    assert site.get(f"/?before={cursor}").status_code in (200, 404)
