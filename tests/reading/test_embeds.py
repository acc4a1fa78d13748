"""An embed on our page, in the feed and in a copy: words and a link everywhere, and no request to others unasked."""

from tests.factories import published

EMBED = '<aside data-embed="youtube:dQw4w9WgXcQ"><p>Tides</p><p>A wall.</p></aside>'
LINK = '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">YouTube</a>'


def test_our_page_offers_to_load_an_embed_and_feeds_have_its_words_and_link(client, desk, now, clock):
    clock(now)
    path = published(body=f"<p>One.</p>{EMBED}", at=now).permalink.path
    plain = published(body="<p>Two.</p>", at=now).permalink.path
    answer = client.get(path)
    page = answer.content.decode()
    assert 'data-load="Load from YouTube"' in page
    assert LINK in page
    assert "embeds.js" in page
    assert "<iframe" not in page
    assert "embeds.js" not in client.get(plain).content.decode()
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com" in policy
    feed = client.get("/feed.rss").content.decode()
    assert "watch?v=dQw4w9WgXcQ" in feed
    assert "A wall." in feed
    assert "data-frame" not in feed
