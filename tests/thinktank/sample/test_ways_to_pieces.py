"""The ways from a front page to every piece of the sample, as a reader takes them: by the links of the pages."""

from collections.abc import Iterable
from functools import cache
from urllib.parse import quote, urljoin

import pytest
from django.test import Client
from lxml import html

from articles.models import Edition
from articles.states import Surface
from prose.languages import base
from tests.thinktank.sample.ticking import AFTER

pytestmark = pytest.mark.long

ROWS = "//main//li[@class='listed' or starts-with(@class, 'card') or @class='brief']//a[not(@hreflang)]/@href"
WAYS = ("topics", "authors", "archive", "outlets", "series")


class Reader:
    """Follows the links of pages of the readers' door, each of which it asks for once."""

    def __init__(self) -> None:
        self._client = Client()
        self.page = cache(self._page)

    def _page(self, address: str) -> html.HtmlElement:
        answer = self._client.get(address)
        assert answer.status_code == 200, address
        return html.fromstring(answer.content.decode())

    def links(self, address: str, part: str = "//main") -> list[str]:
        """The addresses that a page leads to in its own language, without those of its languages."""
        found = self.page(address).xpath(f"{part}//a[not(@hreflang)]/@href")
        return [
            urljoin(address, link).partition("#")[0]
            for link in found
            if not link.startswith(("http", "mailto:"))
        ]

    def by(self, way: str, front: str) -> set[str]:
        """Pieces at most three clicks from a front page: its menu, an index, a list, and the piece."""
        (index,) = {link for link in self.links(front, "//header") if link.endswith(f"/{way}/")} or {None}
        if index is None:
            return set()
        lists = [link for link in self.links(index) if f"/{way}/" in link and link != index]
        return {link for each in lists for link in self.links(each) if link.startswith("/articles/")}

    def by_search(self, front: str, words: str) -> set[str]:
        """Pieces among the first results of a search from the form in a page's header."""
        (form,) = self.page(front).xpath("//header//form[@role='search']/@action")
        return {link for link in self.links(f"{form}?q={quote(words)}") if link.startswith("/articles/")}


@pytest.fixture
def reader(sample, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: AFTER)
    return Reader()


def fronts(reader) -> dict[str, str]:
    """The front pages by their languages, as the switch of languages names them."""
    switch = reader.page("/").xpath("//nav[@class='languages']//a")
    return {"en": "/", **{a.get("hreflang"): a.get("href") for a in switch}}


def listed() -> Iterable[Edition]:
    return Edition.objects.shown_in(Surface.LISTS, AFTER).not_left_out_of(Surface.SEARCH)


def test_every_piece_is_three_clicks_from_the_front_page_of_its_language_by_two_ways(reader):
    found = {
        language: {way: reader.by(way, front) for way in WAYS} for language, front in fronts(reader).items()
    }
    assert set(found) == {"en", "de", "fr", "ru", "ar", "ko"}
    for edition in listed():
        language, path = base(edition.language), edition.permalink.path
        ways = [way for way in WAYS if path in found[language][way]]
        if path in reader.by_search(fronts(reader)[language], edition.headline):
            ways.append("search")
        assert len(ways) >= 2, (edition.headline, ways)


def test_a_reader_of_one_language_meets_no_piece_in_another(reader):
    """On whatever page of lists the links lead, as far as they go; a way into another language names it."""
    languages = {
        edition.permalink.path: base(edition.language) for edition in Edition.objects.ever_live(AFTER)
    }
    for language, front in fronts(reader).items():
        ahead, seen = [front], set()
        while ahead:
            address = ahead.pop()
            if address in seen:
                continue
            seen.add(address)
            page = reader.page(address)
            assert base(page.get("lang")) == language, address
            rows = page.xpath(ROWS)
            pieces = [row for row in rows if row.startswith("/articles/")]
            assert {languages[row] for row in pieces} <= {language}, address
            own = [link for part in ("//header", "//main") for link in reader.links(address, part)]
            ahead += [
                link
                for link in own
                if not languages.get(link, "") and "." not in link and "/search/" not in link
            ]
            ahead += pieces
        assert len(seen) > 10
