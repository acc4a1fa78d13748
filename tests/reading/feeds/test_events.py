"""What subscribers get of each event in a piece's life, in three formats: id, days, link, title, text, place."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from articles import acts
from articles.acts.notices import NoticeDraft
from articles.models import Article
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, OutletFactory, published, saved
from tests.reading.feeds.conftest import Fed
from tests.reading.metadata.reading_back import ReadHead

LATER = NOW + dt.timedelta(hours=1)
AFTER = NOW + dt.timedelta(hours=2)
TEXT = "Ships came in."


class Entry(NamedTuple):
    """One item of the three formats, which must agree; `place`: its index in the feed."""

    id: str
    published: str
    updated: str
    title: str
    link: str
    rights: str
    via: tuple[str, ...]
    text: str
    place: int


_PATHS: dict[str, dict[str, str]] = {
    "rss": {
        "each": "channel/item", "id": "guid", "title": "title", "link": "link", "rights": "dc:rights",
        "text": "content:encoded", "via": "a:link[@rel='via']/@href",
    },
    "atom": {
        "each": "//a:entry", "id": "a:id", "title": "a:title", "link": "a:link[@rel='alternate']/@href",
        "rights": "a:rights", "text": "a:content", "via": "a:link[@rel='via']/@href",
    },
}  # fmt: skip
_SPACES = {
    "a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
}  # fmt: skip


def entry_of(client: Any, piece: Article, folder: str = "/") -> Entry:
    """What all formats say of a piece."""
    feed, key = Fed(client, folder), f"urn:uuid:{piece.uuid}"
    (place,) = [number for number, item in enumerate(feed.json["items"]) if item["id"] == key]
    item = feed.json["items"][place]
    entry = Entry(
        id=item["id"],
        published=item["date_published"],
        updated=item.get("date_modified", item["date_published"]),
        title=item["title"],
        link=item["url"],
        rights=item["_desk"].get("rights", ""),
        via=tuple(original["url"] for original in item["_desk"].get("originals", ())),
        text=item["content_html"],
        place=place,
    )
    for ending, paths in _PATHS.items():
        node = feed.xml[ending].xpath(paths["each"], namespaces=_SPACES)[place]
        for name in ("id", "title", "link", "rights", "text"):
            found = node.xpath(f"string({paths[name]})", namespaces=_SPACES)
            assert found == getattr(entry, name), (ending, name)
        assert tuple(node.xpath(paths["via"], namespaces=_SPACES)) == entry.via, ending
    atom = feed.xml["atom"].xpath("//a:entry", namespaces=_SPACES)[place]
    assert atom.findtext("a:published", namespaces=_SPACES) == entry.published
    assert atom.findtext("a:updated", namespaces=_SPACES) == entry.updated
    return entry


def fix_a_slip(piece: Article) -> None:
    piece.body = "<p>Ships came in again.</p>"
    piece.save()
    acts.publish(piece, revision=saved(piece, at=LATER), by=None, at=LATER, change="minor")


def correct(piece: Article) -> None:
    notice = NoticeDraft("correction", wrong="Two ships.", right="Ships.")
    acts.correct(piece, changes={}, notice=notice, by=None, at=LATER)


def move(piece: Article) -> None:
    piece.slug = "moved"
    piece.save()
    acts.publish(piece, revision=saved(piece, at=LATER), by=None, at=LATER, change="minor")


def retract(piece: Article) -> None:
    acts.retract(piece, text="It was not so.", issued_by="the authors", by=None, at=LATER)


def unpublish(piece: Article) -> None:
    acts.unpublish(piece, by=None, at=LATER, reason="Too early.")


def take_down(piece: Article) -> None:
    acts.take_down(
        piece, because="legal", sentence="A court asked.", by=None, at=LATER, reason="x", keep_headline=False
    )


ANYTHING = ""
# Act, whether `updated` moves, title, words of the text, words that are gone from it, whether `rights` stay.
EVENTS: list[tuple[Callable[[Article], None], bool, str, str, str, bool]] = [
    (fix_a_slip, False, "Harbour", "Ships came in again.", TEXT, True),
    (correct, True, "Harbour", "Two ships.", "It was not so", True),
    (move, False, "Harbour", TEXT, "It was not so", True),
    (retract, True, "Retracted: Harbour", "It was not so.", TEXT, True),
    (unpublish, True, "No longer published", "no longer published", TEXT, False),
    (take_down, True, ANYTHING, "A court asked.", TEXT, False),
]


@pytest.mark.parametrize(("act", "is_news", "title", "said", "gone", "has_rights"), EVENTS)
def test_an_event_reaches_subscribers_under_the_same_id_day_and_place(
    act, is_news, title, said, gone, has_rights, site, clock, reading_at
):
    published(ArticleFactory(headline="Older"), at=NOW)
    piece = ArticleFactory(headline="Harbour", body=f"<p>{TEXT}</p>", slug="harbour", copyright_basis="ours")
    published(piece, at=NOW)
    published(ArticleFactory(headline="Newer"), at=NOW)
    before = entry_of(site, piece)
    clock(LATER)
    piece.refresh_from_db()
    act(piece)
    reading_at(LATER)
    after = entry_of(site, piece)
    assert (after.id, after.published, after.place) == (before.id, before.published, before.place)
    assert before.updated == before.published
    assert (after.updated > before.updated) is is_news
    assert after.title == title or not title
    assert said in after.text
    assert gone not in after.text
    assert (after.rights == before.rights != "") is has_rights
    where = site.get("/articles/harbour/")
    assert after.link.endswith("/articles/moved/" if act is move else "/articles/harbour/")
    assert where.status_code == {move: 301, unpublish: 410, take_down: 451}.get(act, 200)
    assert (act in (correct, retract, take_down)) is (
        piece.uuid.urn in site.get("/corrections/feed.atom").content.decode()
    )


def test_an_item_keeps_its_id_on_another_host_and_comes_back_under_it(site, settings, clock, reading_at):
    piece = ArticleFactory(headline="Harbour", slug="harbour")
    published(piece, at=NOW)
    before = entry_of(site, piece)
    settings.SITE_URL = "https://elsewhere.example"
    moved = entry_of(site, piece)
    assert moved.link == "https://elsewhere.example/articles/harbour/"
    assert moved._replace(link=before.link, text=before.text) == before
    clock(LATER)
    unpublish(piece)
    clock(AFTER)
    published(piece, at=AFTER)
    reading_at(AFTER)
    back = entry_of(site, piece)
    assert (back.id, back.published, back.title) == (before.id, before.published, "Harbour")


def test_a_second_version_for_another_outlet_is_an_item_of_its_own_and_names_both_sources(site):
    first, second = ArticleFactory(headline="Harbour"), ArticleFactory(headline="Harbour, Again")
    lantern, beacon = OutletFactory(name="Lantern"), OutletFactory(name="Beacon")
    AppearanceFactory(article=first, outlet=lantern, url="https://lantern.example/1")
    AppearanceFactory(article=second, outlet=lantern, url="https://lantern.example/2", relation="version")
    AppearanceFactory(article=second, outlet=beacon, url="https://beacon.example/2")
    published(first, at=NOW)
    edition = published(second, at=NOW)
    assert entry_of(site, first).id != entry_of(site, second).id
    article = ReadHead(site.get(edition.permalink.path)).things()["OpinionNewsArticle"]
    sources = {source["url"] for source in article["isBasedOn"]}
    assert sources == {"https://lantern.example/2", "https://beacon.example/2"}


def test_the_stamp_of_a_feed_moves_forward_alone(site, clock, reading_at):
    """The newest item may be gone: the feed has changed all the same (feeds.md, finding 2)."""
    old, new = ArticleFactory(headline="Old"), ArticleFactory(headline="New")
    published(old, at=NOW)
    clock(LATER)
    published(new, at=LATER)
    stamps = []
    for at, act in ((LATER, None), (AFTER, lambda: acts.unpublish(new, by=None, at=AFTER, reason="So."))):
        clock(at)
        if act:
            act()
        reading_at(at)
        feed = Fed(site)
        (updated,) = feed.at("atom", "/a:feed/a:updated/text()")
        (built,) = feed.at("rss", "channel/lastBuildDate/text()")
        stamps.append((dt.datetime.fromisoformat(updated), built))
    reading_at(AFTER + dt.timedelta(days=91))
    (updated,) = Fed(site).at("atom", "/a:feed/a:updated/text()")
    stamps.append((dt.datetime.fromisoformat(updated), stamps[-1][1]))
    assert stamps[0][0] < stamps[1][0] <= stamps[2][0]


def test_all_feeds_have_a_piece_under_one_id_and_each_feed_has_an_id_of_its_own(site):
    piece = ArticleFactory(topics=["Ports"], series="Tides")
    published(piece, at=NOW)
    folders = ("/", "/topics/ports/", "/series/tides/", "/kinds/commentary/", "/en/")
    assert {entry_of(site, piece, folder).id for folder in folders} == {f"urn:uuid:{piece.uuid}"}
    feeds = [Fed(site, folder).at("atom", "/a:feed/a:id/text()")[0] for folder in folders]
    assert len(set(feeds)) == len(folders)
