"""The HTML inside an item: what a feed reader may not be given, addresses that work everywhere, words of pictures."""

import re

import pytest
from lxml import html

from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, DocumentFactory, PictureFactory, published
from tests.reading.feeds.conftest import Fed
from tests.reading.pictures.conftest import piece_with

PASTED = """
<p onclick="steal()">Ships came in \x0b]]&gt; and <a href="/authors/ida/">Ida</a> <a href="javascript:x()">saw</a>
them.</p><script>steal()</script><style>p { color: red }</style><form action="/x"><input name="a"></form>
<iframe src="https://tracker.example/"></iframe><img src="data:image/png;base64,AAAA" alt="A dot">
<video src="/v.mp4" poster="/p.jpg" onplay="x()"></video>
<blockquote cite="/articles/other/"><p>So it was.</p></blockquote>
<p><a href="#nowhere">Down</a><span data-footnote>A note.</span></p>
"""


WELL_FORMED = f"sessionid={'s' * 32}; csrftoken={'c' * 32}"


def bodies(client, folder: str = "/") -> dict[str, str]:
    feed = Fed(client, folder)
    return {
        "rss": feed.at("rss", "channel/item/content:encoded/text()")[0],
        "atom": feed.at("atom", "//a:entry/a:content/text()")[0],
        "json": feed.json["items"][0]["content_html"],
    }


@pytest.mark.parametrize("ending", ["rss", "atom", "json"])
def test_a_body_has_nothing_that_acts_and_every_address_works_away_from_here(ending, site, settings):
    settings.SITE_URL = "https://desk.example"
    picture = PictureFactory()
    piece = piece_with(picture, lead=picture)
    piece.body += PASTED
    piece.save()
    published(piece, at=NOW)
    body = bodies(site)[ending]
    shown = html.fromstring(body)
    assert "]]>" in shown.text_content()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", body)
    assert not shown.xpath("//script | //style | //form | //input | //iframe | //object | //embed")
    assert not [name for name in shown.xpath("//@*") if name.is_attribute and name.attrname.startswith("on")]
    addresses = shown.xpath("//@href | //@src | //@poster | //@cite")
    for srcset in shown.xpath("//@srcset"):
        addresses += [part.split()[0] for part in srcset.split(",")]
    assert addresses
    assert [each for each in addresses if not each.startswith("https://")] == []
    assert [image.get("alt") for image in shown.xpath("//img[contains(@src, '/pictures/')]")] == [
        "A port at night", "Cranes"
    ]  # fmt: skip


def test_a_piece_of_which_a_part_may_be_shown_has_that_part_in_every_format(site):
    """Full text is the rule; the permission of an outlet may cut it, and says so on the page as here."""
    piece = ArticleFactory(body="<p>Ships came in at night, and nobody saw them.</p>")
    AppearanceFactory(article=piece, rights={"mode": "excerpt", "excerpt_words": 2})
    piece.attachments.create(document=DocumentFactory(title="Dues"), order=1, kind="report")
    page = site.get(published(piece, at=NOW).permalink.path).content.decode()
    for ending, body in bodies(site).items():
        assert "Ships came" in body, ending
        assert "nobody saw them" not in body, ending
    assert "nobody saw them" not in page
    assert "Ships came" in page
    assert Fed(site).at("rss", "channel/item/enclosure") == []


def test_no_feed_sets_a_cookie_or_depends_on_one(site):
    published(at=NOW)
    for ending in ("rss", "atom", "json"):
        answer = site.get(f"/feed.{ending}", headers={"cookie": WELL_FORMED})
        assert not answer.cookies
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers["Vary"]
        assert answer.content == site.get(f"/feed.{ending}").content
