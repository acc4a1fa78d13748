"""Pictures at every door: one credit on page, feed and copy, whole addresses where the text is away from its page."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree, html

from articles.models import Edition
from disclaimers.models import Institution
from reading.feeds.items import feed_items
from tests.conftest import NOW
from tests.factories import AppearanceFactory, LicenceFactory, PictureFactory, published
from tests.kept import kept
from tests.reading.pictures.conftest import piece_with
from tests.reading.test_feeds import SPACES

MEDIA = {"media": "http://search.yahoo.com/mrss/", **SPACES}
PATH = "/articles/harbour/"


@kept
def edition(desk: Institution) -> Edition:
    """A live piece with a lead picture and five figures, of which others may have the first."""
    Institution.objects.update(offers_republication=True)
    free = {"state": "by_licence", "licence": LicenceFactory(), "may_be_passed_on": True}
    lead = PictureFactory(credit="Ida Quay/Lantern")
    first = PictureFactory(credit="Nils Brack/Beacon", cleared=free)
    return published(piece_with(first, *PictureFactory.create_batch(4), lead=lead), at=NOW)


def file_of(edition, place):
    return edition.pictures.filter(place=place).earliest("order").file


def test_a_page_has_its_lead_picture_below_its_head_and_for_link_previews(site, edition, settings):
    page = html.fromstring(site.get(PATH).content.decode())
    head, lead = page.xpath("//article/*")[:2]
    assert (head.get("class"), lead.get("class")) == ("article-head", "picture lead wide")
    assert lead.findtext(".//span[@class='credit']") == "Ida Quay/Lantern"
    said = {meta.get("property") or meta.get("name"): meta.get("content") for meta in page.iter("meta")}
    address = f"{settings.SITE_URL}/pictures/{file_of(edition, 'lead').name}/1440.jpeg"
    assert {name: text for name, text in said.items() if "image" in (name or "") or name == "twitter:card"} == {
        "og:image": address, "og:image:type": "image/jpeg", "og:image:width": "1440", "og:image:height": "900",
        "og:image:alt": "A port at night", "twitter:card": "summary_large_image",
    }  # fmt: skip
    assert [one.get("loading") for one in page.iter("img")] == [None, *["lazy"] * 5]


def test_a_page_with_six_pictures_takes_no_query_more(site, edition):
    published(slug="bare", at=NOW)
    counts = []
    for path in ("/articles/bare/", PATH):
        site.get(path)
        with CaptureQueriesContext(connection) as queries:
            site.get(path)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 4


def test_a_feed_has_the_pictures_in_its_text_and_the_lead_as_media(site, edition, settings):
    (item,) = etree.fromstring(site.get("/feed.rss").content).iterfind("channel/item")
    content = html.fromstring(item.findtext("content:encoded", namespaces=MEDIA))
    shown = content.xpath("//img/@src")
    assert len(shown) == 6
    assert all(address.startswith(f"{settings.SITE_URL}/pictures/") for address in shown)
    assert not content.xpath("//picture | //@srcset")
    (media,) = item.findall("media:content", MEDIA)
    assert dict(media.attrib) == {
        "url": shown[0], "medium": "image", "type": "image/jpeg", "width": "960", "height": "600",
    }  # fmt: skip
    assert media.findtext("media:description", namespaces=MEDIA) == "A port at night"
    assert media.findtext("media:credit", namespaces=MEDIA) == "Ida Quay/Lantern"
    assert item.find("enclosure") is None


def test_a_feed_over_its_budget_keeps_the_lead_picture_of_an_item_and_no_figure(site, edition, monkeypatch):
    monkeypatch.setattr("reading.feeds.items.MAX_TEXT_BYTES", 100)
    (item,) = feed_items([edition], {}, NOW)
    assert item.content.count("<img") == 1
    assert "At noon." not in item.content


def test_a_copy_has_only_what_others_may_have(site, edition):
    page = html.fromstring(site.get(f"{PATH}republish/").content.decode())
    copy = html.fromstring(page.xpath("string(//textarea)"))
    assert [figure.text_content().strip() for figure in copy.iter("figure")] == [
        "At noon. Nils Brack/Beacon CC BY-ND 4.0"
    ]
    assert "Ida Quay/Lantern" not in copy.text_content()


def test_an_excerpt_has_neither_lead_nor_figures_beyond_it_nor_a_preview_picture(site, desk):
    picture = PictureFactory(credit="Ida Quay/Lantern")
    piece = piece_with(picture, lead=picture)
    AppearanceFactory(article=piece, rights={"mode": "excerpt", "excerpt_words": 2})
    published(piece, at=NOW)
    for address in (PATH, "/feed.rss"):
        said = site.get(address).content.decode()
        assert "/pictures/" not in said, address
        assert "Ida Quay/Lantern" not in said, address


def test_a_list_has_a_small_picture_with_its_credit_beside_a_piece_and_takes_no_query_more(site, edition):
    with CaptureQueriesContext(connection) as queries:
        page = html.fromstring(site.get("/").content.decode())
    assert len(queries) <= 4  # house, arrangement, places, rows that are not in memory
    (first,) = page.find_class("on-top")
    assert first.findtext(".//span[@class='credit']") == "Ida Quay/Lantern"
    published(headline="Newer", lead_picture=PictureFactory(), lead_alt="A crane", at=NOW)
    page = html.fromstring(site.get("/").content.decode())
    (small,) = page.find_class("in-list")
    assert small.findtext(".//span[@class='credit']") == "Ida Quay/Lantern"
    assert (small.find(".//img").get("alt"), small.find(".//img").get("src")[-9:]) == (
        "A port at night",
        "/480.jpeg",
    )
    assert len(html.tostring(small)) < 800
