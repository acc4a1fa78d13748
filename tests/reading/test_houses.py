"""A page shows the face of its own house; two houses without a common parent share a desk and nothing else."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from lxml import etree, html

from articles import acts
from articles.models import Edition
from disclaimers.models import FooterLink, Institution, InstitutionName, Phrase
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    LicenceFactory,
    OutletFactory,
    StandingNoticeFactory,
    WordingFactory,
    published,
    say,
)

SAID = (
    "name", "short_name", "strapline", "copyright_holder", "republication_terms",
)  # fmt: skip


def house(mark: str, **facts: Any) -> Institution:
    """A house each of whose words holds the mark, with a piece of everything that pages show of a house."""
    institution = facts.pop("institution", None) or InstitutionFactory(code=mark, **facts)
    words = {name: f"{mark} {name}" for name in SAID}
    Institution.objects.filter(pk=institution.pk).update(
        **words,
        url=f"https://{mark}.example/",
        errors_contact=f"errors@{mark}.example",
        permissions_contact=f"permissions@{mark}.example",
        offers_republication=True,
    )
    institution.refresh_from_db()
    FooterLink.objects.create(
        institution=institution, label=f"{mark} imprint", url=f"https://{mark}.example/i"
    )
    StandingNoticeFactory(institution=institution, text=f"{mark} legal notice")
    WordingFactory(disclaimer=DisclaimerFactory(institution=institution), text=f"{mark} takes no side.")
    style = institution.house_styles.first() or HouseStyleFactory(institution=institution)
    said = {"copyright_format": f"{mark} © {{year}} {{holder}}", "reservation": f"{mark} reserves"}
    for position, text in said.items():
        Phrase.objects.update_or_create(style=style, position=position, defaults={"text": text})
    return institution


def piece_of(institution: Institution, mark: str, **facts: Any) -> Edition:
    article = ArticleFactory(institution=institution, headline=f"{mark} headline", topics=["Ports"], **facts)
    BylineFactory(article=article, author=AuthorFactory(display_name=f"{mark} Quay", slug=f"{mark}-quay"))
    return published(article, at=NOW)


@pytest.fixture
def two(site: Client, desk: Institution) -> tuple[Edition, Edition]:
    """A piece of the desk's first house, and one of a house that has nothing to do with it."""
    first = house("tidemark", institution=desk)
    return piece_of(first, "tidemark"), piece_of(house("millpond"), "millpond")


def addresses_of(edition: Edition, mark: str) -> list[str]:
    """Every page and feed that is the house's alone."""
    front = "/" if mark == "tidemark" else f"/houses/{mark}/"
    own = [front, f"{front}feed.rss", f"{front}corrections/feed.rss"]
    person = f"/authors/{mark}-quay/"
    return [*own, edition.permalink.path, f"{edition.permalink.path}republish/", person, f"{person}feed.rss"]


def test_houses_without_a_common_parent_share_a_desk_and_nothing_else(site, two):
    for edition, mark, other in ((two[0], "tidemark", "millpond"), (two[1], "millpond", "tidemark")):
        for address in addresses_of(edition, mark):
            answer = site.get(address)
            assert answer.status_code == 200, address
            page = answer.content.decode()
            assert mark in page, address
            assert other not in page, address


def test_every_field_of_a_house_stands_on_its_pages_or_in_its_feed(site, two):
    """The sentinel: what a house may say is found, in the house's own words."""
    everywhere = "".join(site.get(address).content.decode() for address in addresses_of(two[1], "millpond"))
    for name in set(SAID) - {"short_name"}:
        assert f"millpond {name}" in everywhere, name
    for text in ("imprint", "legal notice", "takes no side."):
        assert f"millpond {text}" in everywhere, text
    for address in ("https://millpond.example/", "errors@millpond.example", "permissions@millpond.example"):
        assert address in everywhere, address


def test_the_head_of_a_page_and_of_a_list_names_its_own_house(site, two):
    path = two[1].permalink.path
    for address in (path, "/houses/millpond/"):
        page = html.fromstring(site.get(address).content.decode())
        assert page.xpath('//meta[@property="og:site_name"]/@content') == ["millpond name"]
        assert "millpond name" in page.findtext(".//title")
        assert "/houses/millpond/feed.rss" in page.xpath('//link[@rel="alternate"]/@href')
        assert page.xpath('//a[@class="house-name"]/@href') == ["/houses/millpond/"]
    report = html.fromstring(site.get(path).content.decode()).xpath('//*[@class="report"]/a/@href')
    assert report[0].startswith("mailto:errors@millpond.example?")


def test_a_houses_own_front_page_and_feed_hold_its_pieces_and_those_of_its_centres(site, two, desk):
    centre = InstitutionFactory(
        parent=Institution.objects.get(code="millpond"), code="weir", name="Weir Unit"
    )
    published(ArticleFactory(institution=centre, headline="Of the weir"), at=NOW)

    def listed(address: str) -> set[str | None]:
        return {a.text for a in html.fromstring(site.get(address).content.decode()).xpath("//h2/a")}

    def fed(address: str) -> set[str]:
        return {
            title.text for title in etree.fromstring(site.get(address).content).findall("channel/item/title")
        }

    assert listed("/") == fed("/feed.rss") == {"tidemark headline"}
    both = {"millpond headline", "Of the weir"}
    assert listed("/houses/millpond/") == fed("/houses/millpond/feed.rss") == both
    assert listed("/houses/weir/") == fed("/houses/weir/feed.rss") == {"Of the weir"}
    assert b"Weir Unit" in site.get("/houses/millpond/").content


def test_a_centre_shows_its_own_face_and_has_the_rest_from_above(site, two):
    parent = Institution.objects.get(code="millpond")
    centre = InstitutionFactory(
        parent=parent, name="Weir Unit", code="weir", strapline="", url="", errors_contact="", permissions_contact="",
        time_zone="", copyright_holder="",
    )  # fmt: skip
    page = site.get(published(ArticleFactory(institution=centre), at=NOW).permalink.path).content.decode()
    tree = html.fromstring(page)
    assert tree.xpath('//meta[@property="og:site_name"]/@content') == ["Weir Unit"]
    assert tree.xpath('string(//p[@class="foot-name"])') == "Weir Unit, millpond name"
    assert "errors@millpond.example" in page
    assert "permissions@millpond.example" in page
    assert "millpond imprint" in page
    assert "millpond legal notice" in page
    assert "millpond strapline" not in page
    assert "millpond © 2026 millpond copyright_holder" in page
    assert "tidemark" not in page


def test_a_footer_of_its_own_stands_in_place_of_the_parents(site, two):
    centre = InstitutionFactory(parent=Institution.objects.get(code="millpond"), code="weir")
    FooterLink.objects.create(institution=centre, label="weir imprint", url="https://weir.example/i")
    page = site.get(published(ArticleFactory(institution=centre), at=NOW).permalink.path).content.decode()
    assert "weir imprint" in page
    assert "millpond imprint" not in page


@pytest.mark.parametrize("act", ["unpublish", "take_down"])
def test_a_piece_that_is_gone_shows_the_face_of_its_house(act, site, two, clock, reading_at):
    article, later = two[1].article, NOW + dt.timedelta(minutes=1)
    clock(later)
    reading_at(later)
    more = (
        {"because": "rights", "sentence": "It was theirs.", "keep_headline": True}
        if act == "take_down"
        else {}
    )
    getattr(acts, act)(article, by=None, at=later, reason="Published in error.", **more)
    page = site.get(two[1].permalink.path)
    assert page.status_code == 410
    assert b"millpond name" in page.content
    assert b"tidemark" not in page.content


def test_a_profile_of_pieces_of_one_house_shows_its_face_and_a_common_one_names_each(site, two):
    outlet = OutletFactory(slug="lantern")
    for edition in two:
        AppearanceFactory(article=edition.article, outlet=outlet)
        published(edition.article, at=NOW)
    page = site.get("/outlets/lantern/").content.decode()
    assert html.fromstring(page).xpath('//p[@class="house-line"]/text()') == ["millpond name"]
    assert html.fromstring(page).xpath('//a[@class="house-name"]/text()') == ["tidemark name"]
    feed = etree.fromstring(site.get("/outlets/lantern/feed.rss").content)
    publishers = {item.findtext("{http://purl.org/dc/elements/1.1/}publisher") for item in feed.iter("item")}
    assert publishers == {"tidemark name", "millpond name"}


def test_a_house_that_has_published_nothing_has_no_front_page_and_the_first_house_has_the_desks(
    site, two, desk
):
    InstitutionFactory(code="unborn", name="Unborn Institute")
    for address in ("/houses/unborn/", "/houses/unborn/feed.rss", "/houses/nobody/"):
        answer = site.get(address)
        assert answer.status_code == 404
        assert b"tidemark name" in answer.content
    for rest in ("", "feed.rss", "corrections/feed.rss"):
        assert site.get(f"/houses/{desk.code}/{rest}").headers["Location"] == f"/{rest}"


def test_legal_and_archive_notices_of_a_house_stand_in_feed_items_and_copies_as_on_the_page(site, desk):
    first = house("tidemark", institution=desk)
    StandingNoticeFactory(
        institution=first, purpose="archive", is_for_archive=True, text="From the old site."
    )
    edition = piece_of(first, "tidemark", is_archive=True, licence=LicenceFactory())
    path = edition.permalink.path
    item = etree.fromstring(site.get("/feed.rss").content).find("channel/item")
    copies = {
        "page": html.fromstring(site.get(path).content.decode()).xpath("string(//main)"),
        "feed": item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"),
        "copy": html.fromstring(site.get(f"{path}republish/").content.decode()).xpath("string(//textarea)"),
    }
    for where, text in copies.items():
        archive, body, legal = (
            text.index(words) for words in ("From the old site.", "Ships came in", "tidemark legal notice")
        )
        assert archive < body < legal, where


def test_a_notice_of_a_house_stands_on_none_of_the_others_items_in_a_common_feed(site, two):
    feed = etree.fromstring(site.get("/topics/ports/feed.rss").content)
    texts = {
        item.findtext("title"): item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
        for item in feed.iter("item")
    }
    assert "tidemark legal notice" in texts["tidemark headline"]
    assert "millpond legal notice" in texts["millpond headline"]
    assert "tidemark" not in texts["millpond headline"]
    assert "millpond" not in texts["tidemark headline"]


def test_a_house_is_named_in_the_language_of_the_page_else_marked_with_its_own(site, desk):
    parent = InstitutionFactory(name="Gower House", name_language="en", parent=None)
    centre = InstitutionFactory(name="Tide Centre", name_language="en", parent=parent, code="tide", url="")
    InstitutionName.objects.create(institution=centre, language="ar", name="مركز المد")
    InstitutionName.objects.create(
        institution=centre, language="de", name="Altes Zentrum", until_on=dt.date(2020, 1, 1)
    )
    pages = {
        language: html.fromstring(
            site.get(published(ArticleFactory(institution=centre, language=language), at=NOW).permalink.path)
            .content.decode()
        )
        for language in ("ar", "de", "en")
    }  # fmt: skip
    names = {code: page.xpath('//a[@class="house-name"]')[0] for code, page in pages.items()}
    assert {code: name.text for code, name in names.items()} == {
        "ar": "مركز المد", "de": "Tide Centre", "en": "Tide Centre",
    }  # fmt: skip
    assert [names[code].get("lang") for code in ("ar", "de", "en")] == [None, "en", None]
    assert pages["ar"].xpath('//meta[@property="og:site_name"]/@content') == ["مركز المد"]
    above = pages["ar"].xpath('//p[@class="foot-name"]/span')[1]
    assert (above.text, above.get("lang"), above.get("dir")) == ("Gower House", "en", "ltr")
    assert pages["ar"].xpath("//header/@lang | //footer/@lang") == []


def above_main(page: str) -> str:
    """The title and all that stands above the text; what programs read names the publisher as printed."""
    return (
        page[page.index("<title") : page.index("</title")] + page[page.index("<body") : page.index("<main")]
    )


def test_a_house_that_gets_a_new_name_on_a_later_day_has_its_present_one_until_then(site, desk, reading_at):
    """Renamed today from next week on: header, title, footer, feed and its copyright line wait for the day."""
    say("© {year} {holder}", at="copyright_format")
    centre = InstitutionFactory(name="Tide Centre", parent=desk, code="tide")
    pieces = [published(ArticleFactory(institution=house), at=NOW) for house in (desk, centre)]
    old, new, first_day = desk.name, "Harbour Board", dt.date(2026, 3, 11)
    InstitutionName.objects.create(institution=desk, language="en", name=old, until_on=first_day)
    desk.name = desk.copyright_holder = new
    desk.save()
    tried = {
        first_day - dt.timedelta(days=1): old,
        first_day: new,
    }
    for day, name in tried.items():
        reading_at(dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC))
        addresses = ["/", "/nowhere/", *(piece.permalink.path for piece in pieces), "/houses/tide/"]
        faces = [site.get(address).content.decode() for address in addresses]
        faces.append(site.get("/feed.rss").content.decode().split("<item>")[0])
        other = new if name == old else old
        assert all(name in face and other not in above_main(face) for face in faces[:-1])
        assert f"<title>{name}</title>" in faces[-1]
        assert f"{name}</copyright>" in faces[-1] or "<copyright>" not in faces[-1]
        assert other not in faces[-1]
