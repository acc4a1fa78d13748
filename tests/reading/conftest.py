"""Readers' clock and a way to look at a page's elements in order."""

import datetime as dt
from collections.abc import Callable

import pytest
from lxml import html

from tests.conftest import NOW


@pytest.fixture
def reading_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    """Set the instant at which readers' doors read the clock; NOW to begin with."""

    def set_clock(at: dt.datetime) -> None:
        monkeypatch.setattr("reading.public_view.now", lambda: at)

    set_clock(NOW)
    return set_clock


@pytest.fixture
def site(desk, reading_at, client):
    """A reader's client at a desk with a home institution."""
    return client


def article_elements(response) -> list[tuple[str, str]]:
    """(class or tag, words) of a page's article, top to bottom, one for each line a reader sees."""
    (article,) = html.fromstring(response.content.decode()).iter("article")
    found = []
    for element in article.iter("p", "h1", "h2", "h3", "h4", "li", "blockquote"):
        if element.tag in ("li", "blockquote") and len(element) and element[0].tag == "p":
            continue
        if element.get("class") == "unseen":  # headings of ours, for those who hear the page
            continue
        words = " ".join(element.text_content().split())
        found.append((element.get("class") or element.tag, words))
    return found
