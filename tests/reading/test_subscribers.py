"""Subscribers hold no outdated text: what a program that stored a piece gets when it asks again."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.test import Client
from lxml import html

from articles import acts
from articles.acts.notices import NoticeDraft
from articles.models import Article
from articles.models.notice import NoticeKind
from reading.fed_pieces import FEED_LENGTH
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, AuthorFactory, BylineFactory, published, saved
from tests.kept import kept
from tests.reading.test_feeds import channel, text

pytestmark = pytest.mark.long

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
FEEDS = tuple(f"/{place}feed.rss" for place in ("", "authors/ida-quay/", "outlets/lantern/", "topics/ports/"))
WRONG, RIGHT = "The fee was 214.", "The fee was 412."


@dataclass
class Subscriber:
    """A feed reader: it replaces what it has stored under an id, and keeps what the feed no longer carries."""

    get: Callable[..., object]
    address: str
    stored: dict[str, tuple[str, str]] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)

    def poll(self) -> list[str]:
        """The titles of items that were not stored before."""
        self.new = []
        for item in channel(self.get(self.address)).findall("item"):
            if item.findtext("guid") not in self.stored:
                self.new.append(item.findtext("title"))
            self.stored[item.findtext("guid")] = (item.findtext("title"), text(item, "content:encoded") or "")
        return self.new

    def has(self, article: Article) -> tuple[str, str]:
        title, content = self.stored[f"urn:uuid:{article.uuid}"]
        return title, " ".join(html.fromstring(content).text_content().split())


@kept
def old_piece(desk):
    """A piece that thirty newer ones have pushed out of the feed, and its author, outlet and topic."""
    piece = ArticleFactory(
        headline="The Old Fee", body=f"<p>{WRONG} It stays.</p>", topics=["Ports"], is_archive=True
    )
    piece.first_published_on = NOW.date() - 400 * DAY
    piece.save()
    BylineFactory(article=piece, author=AuthorFactory(display_name="Ida Quay", slug="ida-quay"))
    AppearanceFactory(article=piece, outlet__name="Lantern", outlet__slug="lantern")
    published(piece, at=NOW)
    return piece


@kept
def stored_before(old_piece):
    """What programs stored while the old piece was new; thirty newer ones have come since."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reading.public_view.now", lambda: NOW)
        programs = [Subscriber(Client().get, address) for address in FEEDS]
        for program in programs:
            program.poll()
    for number in range(FEED_LENGTH):
        published(ArticleFactory(headline=f"Newer {number}"), at=NOW)
    return [program.stored for program in programs]


@pytest.fixture
def subscribers(site, stored_before):
    """The programs that stored it, at a desk whose newest thirty pieces have pushed it out of the feed."""
    assert "The Old Fee" not in site.get("/feed.rss").content.decode()
    return [
        Subscriber(site.get, address, stored) for address, stored in zip(FEEDS, stored_before, strict=True)
    ]


def correct(piece: Article, at: dt.datetime) -> None:
    notice = NoticeDraft(NoticeKind.CORRECTION, "", wrong=WRONG, right=RIGHT)
    acts.correct(piece, changes={"body": f"<p>{RIGHT} It stays.</p>"}, notice=notice, by=None, at=at)


def take_down(piece: Article, at: dt.datetime) -> None:
    acts.take_down(piece, because="legal", sentence="A court asked for it.", by=None, at=at, reason="Order.")


def unpublish(piece: Article, at: dt.datetime) -> None:
    acts.unpublish(piece, by=None, at=at, reason="Published in error.")


def withdraw_permission(piece: Article, at: dt.datetime) -> None:
    acts.withdraw_rights(piece.appearances.get(), by=None, at=at, reason="They asked.")


@pytest.mark.parametrize(
    ("act", "title", "gone"),
    [
        (correct, "The Old Fee", "It stays. The fee was 214"),
        (take_down, "Taken down: The Old Fee", "It stays"),
        (unpublish, "No longer published", "It stays"),
        (withdraw_permission, "The Old Fee", "It stays"),
    ],
)
def test_an_act_on_a_piece_older_than_the_newest_thirty_reaches_every_subscriber_of_it(
    subscribers, old_piece, clock, reading_at, act, title, gone
):
    clock(NOW + HOUR)
    act(old_piece, NOW + HOUR)
    reading_at(NOW + HOUR)
    for program in subscribers:
        program.poll()
        assert program.has(old_piece)[0] == title, program.address
        assert gone not in program.has(old_piece)[1]
    assert act is not correct or RIGHT in subscribers[0].has(old_piece)[1]


def test_an_unpublished_piece_is_fed_for_ninety_days_with_a_neutral_sentence_under_its_id(
    subscribers, old_piece, site, clock, reading_at
):
    clock(NOW + HOUR)
    unpublish(old_piece, NOW + HOUR)
    reading_at(NOW + HOUR)
    subscribers[0].poll()
    assert subscribers[0].has(old_piece) == ("No longer published", "This piece is no longer published.")
    (item,) = channel(site.get("/topics/ports/feed.rss")).findall("item")
    assert item.findtext("link").endswith("/articles/the-old-fee/")
    assert [text(item, name) for name in ("dc:creator", "dc:rights", "category")] == [None, None, None]
    reading_at(NOW + HOUR + 90 * DAY)
    assert f"urn:uuid:{old_piece.uuid}" not in site.get("/feed.rss").content.decode()


def test_put_back_an_unpublished_piece_is_the_same_item_again(subscribers, old_piece, clock, reading_at):
    clock(NOW + HOUR)
    unpublish(old_piece, NOW + HOUR)
    clock(NOW + 2 * HOUR)
    published(old_piece, at=NOW + 2 * HOUR)
    reading_at(NOW + 2 * HOUR)
    topic = subscribers[-1]
    assert topic.poll() == []
    assert topic.has(old_piece)[0] == "The Old Fee"


def test_no_older_piece_slides_in_as_new_when_a_newer_one_goes(site, clock, reading_at):
    pieces = [ArticleFactory(headline=f"Piece {number}") for number in range(FEED_LENGTH + 3)]
    for number, piece in enumerate(pieces):
        clock(NOW + number * HOUR)
        published(piece, at=NOW + number * HOUR)
    at = NOW + FEED_LENGTH * 2 * HOUR
    reading_at(at)
    program = Subscriber(site.get, "/feed.rss")
    program.poll()
    clock(at)
    unpublish(pieces[-1], at)
    take_down(pieces[-2], at)
    for later in (at, at + 89 * DAY, at + 91 * DAY):
        reading_at(later)
        assert program.poll() == [], later


def test_who_leaves_a_byline_keeps_subscribers_informed_for_ninety_days(
    subscribers, old_piece, site, clock, reading_at
):
    at = NOW + HOUR
    clock(at)
    old_piece.bylines.all().delete()
    acts.publish(old_piece, revision=saved(old_piece, at=at), by=None, at=at, change="minor")
    for later, fed in ((at, 1), (at + 89 * DAY, 1), (at + 90 * DAY, 0)):
        reading_at(later)
        items = channel(site.get("/authors/ida-quay/feed.rss")).findall("item")
        assert len(items) == fed, later
        assert all("Ida Quay" not in text(item, "content:encoded") for item in items)


def test_a_scheduled_byline_shows_in_no_feed_before_its_second(old_piece, site, clock, reading_at):
    BylineFactory(article=old_piece, author=AuthorFactory(display_name="Una Pier", slug="una-pier"))
    revision = saved(old_piece, at=NOW)
    acts.publish(old_piece, revision=revision, by=None, at=NOW, live_from=NOW + HOUR, change="minor")
    assert site.get("/authors/una-pier/feed.rss").status_code == 404
    reading_at(NOW + HOUR)
    assert len(channel(site.get("/authors/una-pier/feed.rss")).findall("item")) == 1


def test_the_corrections_feed_has_pieces_with_a_notice_the_last_corrected_first(
    subscribers, old_piece, site, clock, reading_at
):
    other = ArticleFactory(headline="Another", body=f"<p>{WRONG}</p>")
    published(other, at=NOW)
    for hours, piece in ((1, other), (2, old_piece)):
        clock(NOW + hours * HOUR)
        correct(piece, NOW + hours * HOUR)
    reading_at(NOW + 3 * HOUR)
    feed = channel(site.get("/corrections/feed.rss"))
    assert [item.findtext("title") for item in feed.findall("item")] == ["The Old Fee", "Another"]
    assert text(feed, "link").endswith("/")
    assert b'href="/corrections/feed.rss"' in site.get("/").content


def test_a_feed_beyond_its_bytes_has_excerpts_that_say_so(site, reading_at):
    words = "".join(
        f"<p>Paragraph {number} of a long text, <em>to the end</em>.</p>" for number in range(3000)
    )
    for number in range(6):
        published(ArticleFactory(headline=f"Long {number}", body=words), at=NOW)
    document = site.get("/feed.rss").content
    assert len(document) < 512 * 1024
    contents = [text(item, "content:encoded") for item in channel(site.get("/feed.rss")).findall("item")]
    whole = ["Paragraph 2999" in content for content in contents]
    assert whole[0]
    assert not whole[-1]
    for content, is_whole in zip(contents, whole, strict=True):
        assert ("Shortened for this feed. Read all of it:" in content) != is_whole
    shortened = html.fromstring(contents[-1])
    assert shortened.xpath("//a[contains(@href, '/articles/long-0/')]")
    assert "All rights reserved" in contents[-1]  # the lines around the text stay
