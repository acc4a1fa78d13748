"""Items kept in memory: made once for an edition, anew for whatever around it changes, and never too many."""

from disclaimers.models import Institution
from reading.feeds import items
from reading.kept import LastingValues
from tests.conftest import NOW
from tests.factories import StandingNoticeFactory, published


def test_an_item_is_made_once_for_all_feeds_and_formats_and_anew_for_other_words_around_it(
    site, monkeypatch, settings
):
    made = []
    original = items.feed_item
    monkeypatch.setattr(items, "_ITEMS", LastingValues(16_000_000))
    monkeypatch.setattr(items, "feed_item", lambda *args, **how: made.append(args) or original(*args, **how))
    edition = published(at=NOW)
    for address in ("/feed.rss", "/feed.atom", "/feed.json", "/en/feed.rss", "/feed.rss"):
        assert str(edition.uuid) in site.get(address).content.decode()
    assert len(made) == 1
    StandingNoticeFactory(institution=Institution.objects.get(), text="Read with care.")
    assert "Read with care." in site.get("/feed.json").content.decode()
    settings.SITE_URL = "https://elsewhere.example"
    assert "https://elsewhere.example/articles/" in site.get("/feed.json").content.decode()
    assert len(made) == 3


def test_lasting_values_are_bounded_by_their_bytes():
    kept: LastingValues[str] = LastingValues(most_bytes=100)
    for key in ("a", "b", "a", "c"):
        _ = kept.find(key) or kept.put(key, key, 40)
    assert [key for key in "abc" if kept.find(key)] == ["a", "c"]  # "b" had not been asked for longest
    kept.put("huge", "huge", 1000)
    assert kept._bytes <= 100
