"""The life of a piece as programs of others show it: each step is played to a real feed reader over HTTP."""

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import feedparser_sgmllib
import pytest
from lxml import html

from articles import acts
from articles.acts.notices import NoticeDraft
from articles.models import Article
from tests.conftest import NOW
from tests.factories import ArticleFactory, published, saved
from tests.reading.feeds.served import Served, served_desk

# `reader` carries a copy of feedparser that asks for this module by the name that it had in Python 2.
sys.modules.setdefault("sgmllib", feedparser_sgmllib)
reader = pytest.importorskip("reader", reason="the library `reader` is not installed")
pytestmark = pytest.mark.long

HOUR = dt.timedelta(hours=1)
SLIP, WRONG, RIGHT = "Teh fee was 214.", "The fee was 214.", "The fee was 412."


class Shown(NamedTuple):
    """What a program shows of an item."""

    title: str
    words: str
    link: str


class Program(Protocol):
    def poll(self) -> dict[str, Shown]: ...


class Reader:
    """The library `reader` (https://github.com/lemon24/reader)."""

    def __init__(self, desk: Served, ending: str, home: Path) -> None:
        self.feeds = reader.make_reader(":memory:")
        self.address = f"{desk.address}/feed.{ending}"
        self.feeds.add_feed(self.address)

    def poll(self) -> dict[str, Shown]:
        self.feeds.update_feed(self.address)
        return {
            entry.id: Shown(entry.title, words_of(entry.content[0].value), entry.link)
            for entry in self.feeds.get_entries()
        }


class Newsboat:
    """Newsboat (https://newsboat.org), as a terminal would run it; its cache holds what it shows."""

    def __init__(self, desk: Served, ending: str, home: Path) -> None:
        self.home = home
        (home / "urls").write_text(f"{desk.address}/feed.{ending}\n")
        (home / "config").write_text("suppress-first-reload no\n")

    def poll(self) -> dict[str, Shown]:
        files = ["-u", "urls", "-c", "cache.db", "-C", "config"]
        surroundings = os.environ | {"HOME": str(self.home), "no_proxy": "127.0.0.1"}
        subprocess.run(
            ["newsboat", *files, "-x", "reload"], cwd=self.home, env=surroundings, check=True, timeout=60
        )
        with sqlite3.connect(self.home / "cache.db") as cache:
            rows = cache.execute("SELECT guid, title, content, url FROM rss_item").fetchall()
        cache.close()
        return {guid: Shown(title, words_of(content), url) for guid, title, content, url in rows}


def words_of(content: str) -> str:
    return " ".join(html.fromstring(content).text_content().split())


def fix_a_slip(piece: Article, at: dt.datetime) -> None:
    piece.body = f"<p>{WRONG} It stays.</p>"
    piece.save()
    acts.publish(piece, revision=saved(piece, at=at), by=None, at=at, change="minor")


def correct(piece: Article, at: dt.datetime) -> None:
    notice = NoticeDraft("correction", wrong=WRONG, right=RIGHT)
    acts.correct(piece, changes={"body": f"<p>{RIGHT} It stays.</p>"}, notice=notice, by=None, at=at)


def move(piece: Article, at: dt.datetime) -> None:
    piece.refresh_from_db()
    piece.slug = "moved"
    piece.save()
    acts.publish(piece, revision=saved(piece, at=at), by=None, at=at, change="minor")


def unpublish(piece: Article, at: dt.datetime) -> None:
    acts.unpublish(piece, by=None, at=at, reason="Too early.")


def put_back(piece: Article, at: dt.datetime) -> None:
    published(piece, at=at)


def retract(piece: Article, at: dt.datetime) -> None:
    acts.retract(piece, text="It was not so.", issued_by="the authors", by=None, at=at)


# Act, title that a program shows then, words that it shows, words that it shows no more.
STEPS: list[tuple[Callable[[Article, dt.datetime], None], str, str, str]] = [
    (fix_a_slip, "The Fee", WRONG, SLIP),
    (correct, "The Fee", RIGHT, "It stays. The fee was 214"),
    (move, "The Fee", RIGHT, SLIP),
    (unpublish, "No longer published", "no longer published", "It stays"),
    (put_back, "The Fee", RIGHT, "no longer published"),
    (retract, "Retracted: The Fee", "It was not so.", "It stays"),
]


def play(
    program: Program, desk: Served, piece: Article, other: Article, at_hour: Callable[[dt.datetime], None]
) -> None:
    """Each step reaches the program under the same id; the other piece and the number of items stay as they are."""
    key, still = f"urn:uuid:{piece.uuid}", f"urn:uuid:{other.uuid}"
    first = program.poll()
    assert set(first) == {key, still}
    assert SLIP in first[key].words
    for number, (act, title, said, gone) in enumerate(STEPS, start=1):
        at_hour(NOW + number * HOUR)
        act(piece, NOW + number * HOUR)
        shown = program.poll()
        assert set(shown) == {key, still}, act
        assert shown[key].title == title, act
        assert said in shown[key].words, act
        assert gone not in shown[key].words, act
        assert shown[still] == first[still], act
    assert shown[key].link.endswith("/articles/moved/")
    before = len(desk.answers)
    assert program.poll() == shown
    assert [status for status, _ in desk.answers[before:]] == [304]
    twin = ArticleFactory(headline="The Fee, for Another Outlet")
    published(twin, at=NOW + 9 * HOUR, live_from=None)
    at_hour(NOW + 9 * HOUR)
    assert set(program.poll()) == {key, still, f"urn:uuid:{twin.uuid}"}


PROGRAMS = [
    *((Reader, ending) for ending in ("rss", "atom", "json")),
    *(
        pytest.param(
            Newsboat,
            ending,
            marks=pytest.mark.skipif(not shutil.which("newsboat"), reason="no newsboat here"),
        )
        for ending in ("rss", "atom")
    ),
]


@pytest.mark.parametrize(("kind", "ending"), PROGRAMS)
def test_the_life_of_a_piece_reaches_its_subscribers(kind, ending, site, clock, reading_at, tmp_path):
    def at_hour(at: dt.datetime) -> None:
        clock(at)
        reading_at(at)

    piece = ArticleFactory(headline="The Fee", body=f"<p>{SLIP} It stays.</p>")
    other = ArticleFactory(headline="Another", body="<p>Nothing happens to it.</p>")
    published(piece, at=NOW)
    published(other, at=NOW)
    with served_desk() as desk:
        play(kind(desk, ending, tmp_path), desk, piece, other, at_hour)
