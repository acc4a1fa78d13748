"""Each document is valid by its format's grammar, also one without items or without authors."""

from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import NOW
from tests.factories import published
from tests.reading.feeds.conftest import Fed
from tests.reading.feeds.json_feed import faults


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def assert_valid(feed: Fed, grammar: etree.RelaxNG) -> None:
    grammar.assertValid(feed.xml["atom"])
    assert faults(feed.json) == []
    assert feed.xml["rss"].find("channel/title") is not None


def test_feeds_with_everything_are_valid_and_bad_ones_are_not(fed, site, grammar):
    for folder in ("/", "/topics/ports/", "/corrections/"):
        assert_valid(Fed(site, folder), grammar)
    for element in fed.xml["atom"].iter("{*}updated"):
        element.text = "yesterday"
    assert not grammar.validate(fed.xml["atom"])
    assert faults(fed.json | {"items": [{"title": 1}]}) == [
        "feed.items has no id", "feed.items.title: 1"
    ]  # fmt: skip


def test_feeds_without_items_or_without_a_named_author_are_valid(site, grammar):
    assert_valid(Fed(site), grammar)
    assert Fed(site).at("atom", "/a:feed/a:updated/text()") == ["1970-01-01T00:00:00+00:00"]
    published(is_archive=True, at=NOW)  # of nobody, and of a day that nobody knows
    feed = Fed(site)
    assert_valid(feed, grammar)
    assert feed.at("atom", "/a:feed/a:author/a:name/text()") == [feed.json["title"]]
    assert feed.at("atom", "//a:published") == []
    assert feed.at("atom", "//a:entry/a:updated/text()") == ["1900-01-01T00:00:00+00:00"]
