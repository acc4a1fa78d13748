"""Three real texts, where they are at hand, as readers get them: each element in its place, page and feed alike."""

import io
from itertools import groupby
from pathlib import Path

import pytest
from django.core.management import call_command
from lxml import etree, html

from tests.reading.conftest import article_elements

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (SEEDS / "desk.toml").exists(), reason="the real texts are not beside the project"
    ),
]
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
EXPECTED = {
    "000": "kicker headline dek dateline source 11×p attribution wording",
    "003": "kicker headline longish byline dateline 18×p bio wording copyright",
    "004": "kicker headline dek dateline 7×p wording",
}


@pytest.fixture
def items(clock, now, reading_at, client, monkeypatch):
    """The items of both houses' feeds by the number of the file each came from."""
    monkeypatch.setattr("intake.management.commands.intake.timezone.now", lambda: now)
    call_command("setup_desk", str(SEEDS / "desk.toml"), stdout=io.StringIO())
    files = sorted(SEEDS.glob("*.txt"))
    call_command("intake", "--archive", "--publish", *map(str, files), stdout=io.StringIO())
    homes = [client.get(f"/houses/{code}/feed.rss", follow=True) for code in ("carnegie", "csis")]
    feed = [item for home in homes for item in etree.fromstring(home.content).findall("channel/item")]
    return {file.name[:3]: _from(file, feed) for file in files}


def _from(file, feed):
    (item,) = [item for item in feed if item.findtext("title") in _words(file.read_text())]
    return item


def _words(text):
    return " ".join(text.replace("\xa0", " ").split())


def _elements(client, settings, item):
    return article_elements(client.get(item.findtext("link").removeprefix(settings.SITE_URL)))


@pytest.mark.parametrize("number", EXPECTED)
def test_a_page_has_these_elements_in_this_order_and_no_other(items, client, settings, number):
    runs = [
        (name, len(list(run)))
        for name, run in groupby(_elements(client, settings, items[number]), lambda e: e[0])
    ]
    shown = " ".join(f"{count}×{name}" if count > 1 else name for name, count in runs)
    assert shown == EXPECTED[number]


@pytest.mark.parametrize("number", EXPECTED)
def test_the_feed_carries_the_words_of_the_page(items, client, settings, number):
    item = items[number]
    content = html.fromstring(f"<div>{item.findtext(CONTENT)}</div>").text_content()
    said = _words(f"{item.findtext('title')} {content}")
    for name, words in _elements(client, settings, item):
        assert words in said, name
        assert said.count(words) == 1 or name not in ("wording", "attribution", "copyright")


def test_lists_go_by_each_piece_s_own_date_and_not_by_the_hour_of_bringing_in(items, client):
    def titles(address):
        page = html.fromstring(client.get(address).content.decode())
        return [a.text for a in page.xpath('//ol[@class="list"]//h2/a')]

    assert titles("/") == [items[number].findtext("title") for number in ("000", "004")]
    assert titles("/houses/csis/") == [items["003"].findtext("title")]
    assert [items[number].find("pubDate") is None for number in ("000", "003", "004")] == [True, False, False]
