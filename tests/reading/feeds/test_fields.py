"""Every field of the three formats, by its name: one row for each, all tried over one piece that has them all."""

import datetime as dt

from django.conf import settings
from lxml import html

from articles import acts
from articles.acts.notices import NoticeDraft
from articles.models import Article
from authors.models import Author
from disclaimers.models import Institution
from pictures.models import Picture
from tests.conftest import NOW
from tests.reading.feeds.conftest import Fed

PUBLISHED, MODIFIED = "2026-03-10T05:00:00-04:00", "2026-03-10T06:00:00-04:00"
TITLE = "Harbour <R&D>"
RIGHTS = "© 2026 {holder}. All rights reserved."
PAGE = "{site}/articles/harbour/"
WORDING = "Commentary here speaks for itself, not for Harbour."
VIA = "https://lantern.example/a-crisis"
ORIGINAL = {"outlet": "The Lantern", "url": VIA, "date": "2020-06-11"}

# Format, name of the field, where it stands, what stands there.
FIELDS = [
    ("rss", "title", "channel/title/text()", ["{house}"]),
    ("rss", "link", "channel/link/text()", ["{site}/"]),
    ("rss", "description", "channel/description/text()", ["Questions of ports and people"]),
    ("rss", "language", "channel/language/text()", ["en"]),
    ("rss", "self", "channel/a:link[@rel='self'][@type='application/rss+xml']/@href", ["{site}/feed.rss"]),
    ("rss", "lastBuildDate", "channel/lastBuildDate/text()", ["Tue, 10 Mar 2026 06:00:00 -0400"]),
    ("rss", "copyright", "channel/copyright/text()", [RIGHTS]),
    ("rss", "image", "channel/image/title/text() | channel/image/link/text()", ["{house}", "{site}/"]),
    ("rss", "image address", "contains(channel/image/url, '.png')", [True]),
    ("rss", "no hub, where none is set", "channel/a:link[@rel='hub']", []),
    ("rss", "docs", "channel/docs/text()", ["https://www.rssboard.org/rss-specification"]),
    ("rss", "generator without a version", "channel/generator/text()", ["thinktank"]),
    ("rss", "ttl", "channel/ttl/text()", ["60"]),
    ("rss", "item title", "channel/item/title/text()", [TITLE]),
    ("rss", "item link", "channel/item/link/text()", [PAGE]),
    ("rss", "guid", "channel/item/guid[@isPermaLink='false']/text()", ["{id}"]),
    ("rss", "pubDate", "channel/item/pubDate/text()", ["Tue, 10 Mar 2026 05:00:00 -0400"]),
    ("rss", "dcterms:modified", "channel/item/dcterms:modified/text()", [MODIFIED]),
    ("rss", "one dc:creator", "channel/item/dc:creator/text()", ["Ida Quay and Bo Li"]),
    ("rss", "dc:contributor", "channel/item/dc:contributor/text()", ["Cy Dee", "Eve Fay"]),
    ("rss", "dc:rights", "channel/item/dc:rights/text()", [RIGHTS]),
    ("rss", "item description", "channel/item/description/text()", ["A quiet port has a loud year."]),
    ("rss", "via", "channel/item/a:link[@rel='via']/@href", [VIA]),
    ("rss", "via type and title", "channel/item/a:link[@type='text/html']/@title", ["The Lantern"]),
    ("rss", "source", "channel/item/source[@url='https://lantern.example/feed']/text()", ["Lantern"]),
    ("rss", "category", "channel/item/category/text()", ["Ports", "R&D"]),
    ("rss", "category domain", "channel/item/category/@domain", ["{site}/topics/ports/", "{site}/topics/r-d/"]),
    ("rss", "media:content", "channel/item/media:content[@medium='image'][@type]/@width", ["960"]),
    ("rss", "media:content address", "contains(channel/item/media:content/@url, '{site}/pictures/')", [True]),
    ("rss", "media:content height", "channel/item/media:content/@height", ["600"]),
    ("rss", "media:content type", "channel/item/media:content/@type", ["image/jpeg"]),
    ("rss", "media:description", "channel/item/media:content/media:description/text()", ["A port at night"]),
    ("rss", "media:credit", "channel/item/media:content/media:credit/text()", ["Nils Brack/Lantern"]),
    ("rss", "one content:encoded", "count(channel/item/content:encoded)", [1]),
    ("rss", "dc:language", "channel/item/dc:language/text()", ["en"]),
    ("rss", "one enclosure", "channel/item/enclosure[@length > 0]/@type", ["application/pdf"]),
    ("rss", "no author, which wants a mail address", "channel/item/author", []),
    ("atom", "xml:lang", "/a:feed/@xml:lang", ["en"]),
    ("atom", "id", "/a:feed/a:id/text()", ["{site}/feed.atom"]),
    ("atom", "title", "/a:feed/a:title/text()", ["{house}"]),
    ("atom", "subtitle", "/a:feed/a:subtitle/text()", ["Questions of ports and people"]),
    ("atom", "updated", "/a:feed/a:updated/text()", [MODIFIED]),
    ("atom", "self", "/a:feed/a:link[@rel='self'][@type='application/atom+xml']/@href", ["{site}/feed.atom"]),
    ("atom", "alternate", "/a:feed/a:link[@rel='alternate'][@type='text/html']/@href", ["{site}/"]),
    ("atom", "rights", "/a:feed/a:rights/text()", [RIGHTS]),
    ("atom", "icon", "contains(/a:feed/a:icon, '.png')", [True]),
    ("atom", "logo", "contains(/a:feed/a:logo, '.png')", [True]),
    ("atom", "no author of the feed, where items have theirs", "/a:feed/a:author", []),
    ("atom", "generator without a version", "/a:feed/a:generator/text()", ["thinktank"]),
    ("atom", "no hub, where none is set", "//a:link[@rel='hub']", []),
    ("atom", "no archive, and none before it", "//fh:archive | //a:link[contains(@rel, 'archive')]", []),
    ("atom", "entry id", "//a:entry/a:id/text()", ["{id}"]),
    ("atom", "entry title", "//a:entry/a:title[@type='text']/text()", [TITLE]),
    ("atom", "published", "//a:entry/a:published/text()", [PUBLISHED]),
    ("atom", "entry updated", "//a:entry/a:updated/text()", [MODIFIED]),
    ("atom", "an author for each person", "//a:entry/a:author/a:name/text()", ["Ida Quay", "Bo Li"]),
    ("atom", "author uri", "//a:entry/a:author/a:uri/text()", ["{site}/authors/ida-quay/"]),
    ("atom", "entry alternate", "//a:entry/a:link[@rel='alternate']/@href", [PAGE]),
    ("atom", "via", "//a:entry/a:link[@rel='via'][@type='text/html']/@href", [VIA]),
    ("atom", "via title", "//a:entry/a:link[@rel='via']/@title", ["The Lantern"]),
    ("atom", "contributor", "//a:entry/a:contributor/a:name/text()", ["Cy Dee", "Eve Fay"]),
    ("atom", "contributor uri", "//a:entry/a:contributor/a:uri/text()", ["{site}/authors/cy-dee/"]),
    ("atom", "related", "//a:entry/a:link[@rel='related']/@href", [VIA]),
    ("atom", "no source, which is of entries from other feeds", "//a:source", []),
    ("atom", "entry rights", "//a:entry/a:rights/text()", [RIGHTS]),
    ("atom", "category label", "//a:entry/a:category/@label", ["Ports", "R&D"]),
    ("atom", "category term", "//a:entry/a:category/@term", ["ports", "r-d"]),
    ("atom", "category scheme", "//a:entry/a:category[1]/@scheme", ["{site}/topics/"]),
    ("atom", "summary", "//a:entry/a:summary[@type='text']/text()", ["A quiet port has a loud year."]),
    ("atom", "content type", "//a:entry/a:content/@type", ["html"]),
    ("atom", "enclosure", "//a:entry/a:link[@rel='enclosure']/@type", ["application/pdf"]),
    ("json", "version", "version", ["https://jsonfeed.org/version/1.1"]),
    ("json", "title", "title", ["{house}"]),
    ("json", "home_page_url", "home_page_url", ["{site}/"]),
    ("json", "feed_url", "feed_url", ["{site}/feed.json"]),
    ("json", "description", "description", ["Questions of ports and people"]),
    ("json", "language", "language", ["en"]),
    ("json", "item id", "items.0.id", ["{id}"]),
    ("json", "url", "items.0.url", [PAGE]),
    ("json", "external_url", "items.0.external_url", [VIA]),
    ("json", "item title", "items.0.title", [TITLE]),
    ("json", "summary", "items.0.summary", ["A quiet port has a loud year."]),
    ("json", "date_published", "items.0.date_published", [PUBLISHED]),
    ("json", "date_modified", "items.0.date_modified", [MODIFIED]),
    ("json", "tags", "items.0.tags", [["Ports", "R&D"]]),
    ("json", "item language", "items.0.language", ["en"]),
    ("json", "attachments", "items.0.attachments.0.mime_type", ["application/pdf"]),
    ("json", "author", "items.0.authors.1", [{"name": "Bo Li"}]),
    ("json", "author url", "items.0.authors.0.url", ["{site}/authors/ida-quay/"]),
    ("json", "_desk image", "items.0._desk.image.credit", ["Nils Brack/Lantern"]),
    ("json", "_desk contributors", "items.0._desk.contributors.1", [{"name": "Eve Fay", "role": "editor"}]),
    ("json", "_desk about", "items.0._desk.about", ["{site}/feeds/"]),
    ("json", "_desk rights", "items.0._desk.rights", [RIGHTS]),
    ("json", "_desk status", "items.0._desk.status", ["live"]),
    ("json", "_desk originals", "items.0._desk.originals", [[ORIGINAL]]),
    ("json", "_desk notices", "items.0._desk.notices.0.kind", ["correction"]),
    ("json", "_desk disclaimers", "items.0._desk.disclaimers", [[WORDING]]),
]  # fmt: skip


def filled(text, settings):
    house = Institution.objects.get()
    facts = {
        "site": settings.SITE_URL, "house": house.name, "holder": house.copyright_holder,
        "id": f"urn:uuid:{Article.objects.get().uuid}",
    }  # fmt: skip
    if isinstance(text, list):
        return [filled(one, settings) for one in text]
    if isinstance(text, dict):
        return text
    return text.format(**facts) if isinstance(text, str) else text


def test_every_field_stands_in_its_place_with_its_value(fed: Fed, settings):
    site = settings.SITE_URL
    found = {(ending, name): fed.at(ending, path.replace("{site}", site)) for ending, name, path, _ in FIELDS}
    wanted = {(ending, name): filled(value, settings) for ending, name, _, value in FIELDS}
    assert found == wanted


def test_the_text_is_whole_and_the_same_in_all_formats_and_has_what_stands_around_it(fed: Fed):
    (rss,) = fed.at("rss", "channel/item/content:encoded/text()")
    (atom,) = fed.at("atom", "//a:entry/a:content[@type='html']/text()")
    assert rss == atom == fed.json["items"][0]["content_html"]
    shown = html.fromstring(rss)
    words = " ".join(shown.text_content().split())
    order = [
        "originally published in", "Two ships came in", "Ships went out.", "speaks for itself", "All rights reserved",
    ]  # fmt: skip
    assert [words.index(part) for part in order] == sorted(words.index(part) for part in order)
    assert all(address.startswith("http") for address in shown.xpath("//@href | //@src"))


def test_what_is_the_same_fact_is_the_same_in_all_formats(fed: Fed):
    item = fed.json["items"][0]
    assert fed.at("atom", "//a:entry/a:author/a:name/text()") == [one["name"] for one in item["authors"]]
    assert fed.at("rss", "//media:content/@url") == fed.at("atom", "//media:content/@url") == [item["image"]]
    assert fed.at("rss", "//enclosure/@length") == [str(item["attachments"][0]["size_in_bytes"])]
    assert "authors" not in fed.json  # a reader would add them to those of each item
    assert not item.keys() & {
        "content_text",
        "banner_image",
    }  # the text is HTML; a piece has one lead picture
    assert not fed.json.keys() & {"hubs", "next_url"}  # none is set, and nothing is older
    assert fed.json["favicon"].endswith(".png")
    assert "icon" not in fed.json  # the house has no picture of that size


def test_a_portrait_is_an_avatar_unless_it_must_be_shown_with_its_credit(fed: Fed, site):
    ida = Author.objects.get(slug="ida-quay")
    (avatar,) = fed.at("json", "items.0.authors.0.avatar")
    assert site.get(avatar.removeprefix(settings.SITE_URL)).status_code == 200
    Picture.objects.filter(pk=ida.portrait_id).update(credit="Lantern")
    assert "avatar" not in Fed(site).json["items"][0]["authors"][0]


def test_what_an_outlet_corrected_is_said_in_the_item_which_keeps_its_link_there(
    fed, site, clock, reading_at
):
    """Its page has a note, its item the same one, under its id and its day."""
    piece, later = Article.objects.get(), NOW + dt.timedelta(hours=2)
    clock(later)
    notice = NoticeDraft(
        "note", text="The Lantern has withdrawn this piece.", outlet_corrected_on=later.date()
    )
    acts.correct(piece, changes={}, notice=notice, by=None, at=later)
    reading_at(later)
    before, after = fed, Fed(site)
    for kept in ("id", "url", "external_url", "date_published"):
        assert after.json["items"][0][kept] == before.json["items"][0][kept]
    assert after.json["items"][0]["date_modified"] > before.json["items"][0]["date_modified"]
    assert after.at("atom", "//a:entry/a:link[@rel='via']/@href") == [VIA]
    for ending, path in (
        ("rss", "channel/item/content:encoded/text()"),
        ("atom", "//a:entry/a:content/text()"),
    ):
        (text,) = after.at(ending, path)
        assert "The Lantern has withdrawn this piece." in text
