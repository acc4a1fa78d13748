"""Portraits and logos on readers' pages: today's, with credit, while they may be shown."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles import acts
from articles.models import Article
from authors.models import Author
from disclaimers.models import Institution
from pictures.models import Clearance, Logo, Picture
from reading.faces.last import keep_face, last_face
from reading.site import load_site
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    file_of,
    published,
)

LATER = NOW + dt.timedelta(hours=1)


@pytest.fixture
def portrait(desk: Institution) -> Picture:
    """The portrait of a person whom a live piece names."""
    licence = LicenceFactory(code="by", name="CC BY", version="4.0", url="https://licences.example/by")
    picture = PictureFactory(credit="Lantern", cleared={"state": "by_licence", "licence": licence})
    Picture.objects.filter(pk=picture.pk).update(focus_across=33, focus_down=71)
    author = AuthorFactory(display_name="Ida Quay", slug="ida", portrait=picture)
    published(BylineFactory(article=ArticleFactory(), author=author).article, at=NOW)
    return picture


def page(client: Client, address: str = "/authors/ida/"):
    return html.fromstring(client.get(address).content.decode())


def test_a_persons_page_shows_the_portrait_in_a_square_with_credit_and_licence(portrait, client, reading_at):
    reading_at(NOW)
    page(client)
    with CaptureQueriesContext(connection) as queries:
        (figure,) = page(client).xpath("//figure")
    assert len(queries) <= 4  # house, person, rows, numbers of kinds
    assert {"portrait", "crop-1-1", "across-30", "down-70"} <= set(figure.get("class").split())
    (image,) = figure.iter("img")
    assert (image.get("alt"), image.get("loading")) == ("Portrait of Ida Quay", None)
    assert image.get("width") == image.get("height")
    assert client.get(image.get("src")).status_code == 200
    assert figure.text_content().split("\n") == ["Lantern CC BY 4.0"]
    Author.objects.update(portrait_alt="Ida Quay on a pier.")
    assert page(client).xpath("//figure//img/@alt") == ["Ida Quay on a pier."]
    Author.objects.update(portrait_alt="")
    published(ArticleFactory(language="ar"), at=NOW)
    assert page(client, "/ar/authors/ida/").xpath("//figure//img/@alt") == ["صورة Ida Quay"]


def test_a_portraits_credit_is_marked_as_on_a_piece_by_the_language_of_the_page(portrait, client, reading_at):
    reading_at(NOW)
    Picture.objects.filter(pk=portrait.pk).update(language="ru", credit="", creator="Ада Кей", source="Маяк")
    published(ArticleFactory(slug="pier", lead_picture=portrait, lead_alt="A pier"), at=NOW)
    figures = [page(client, address).xpath("//figure")[0] for address in ("/authors/ida/", "/articles/pier/")]
    credits = [figure.xpath(".//span[@class='credit']")[0] for figure in figures]
    assert [html.tostring(credit, encoding="unicode", with_tail=False) for credit in credits] == [
        '<span class="credit"><span lang="und-Cyrl" dir="auto">Ада Кей/Маяк</span></span>'
    ] * 2


def test_a_portrait_leaves_page_and_address_with_its_permission_and_with_the_persons_last_piece(
    portrait, client, reading_at, clock
):
    reading_at(NOW)
    address = page(client).xpath("//figure//img/@src")[0]
    file_of(portrait)
    newer = page(client).xpath("//figure//img/@src")[0]
    assert newer != address
    assert (client.get(address).status_code, client.get(newer).status_code) == (404, 200)
    made = f"{newer.rpartition('/')[0]}/480.jpeg"
    assert client.get(made).headers["Cache-Control"] == "public, max-age=60, s-maxage=60"
    Clearance.objects.update(until_on=(NOW + dt.timedelta(days=2)).date())
    assert client.get(made).headers["Cache-Control"] == "public, max-age=60, s-maxage=60"
    reading_at(NOW + dt.timedelta(days=1.2))  # the day has begun somewhere
    assert client.get(made).headers["Cache-Control"] == "no-cache"
    reading_at(NOW + dt.timedelta(days=3))
    assert (page(client).xpath("//figure"), client.get(newer).status_code) == ([], 404)
    reading_at(LATER)
    assert client.get(newer).status_code == 200
    clock(LATER)
    acts.unpublish(Article.objects.get(), by=None, at=LATER, reason="Published in error.")
    assert (page(client).xpath("//figure"), client.get(newer).status_code) == ([], 404)


def test_a_house_has_its_logo_in_place_of_its_name_and_in_its_feeds(desk, client, reading_at):
    reading_at(NOW)
    published(ArticleFactory(), at=NOW)
    name = load_site(NOW).name
    assert page(client, "/").xpath('//a[@class="house-name"]')[0].text_content() == name
    mark = PictureFactory(credit="Lantern Design", size=(600, 200))
    Logo.objects.create(institution=desk, picture=mark)
    (image,) = page(client, "/").xpath('//a[@class="house-name"]/img')
    assert (image.get("alt"), image.get("width"), image.get("height")) == (name, "144", "48")
    assert "Lantern Design" in page(client, "/").xpath("//footer")[0].text_content()
    assert client.get(image.get("src")).status_code == 200
    feed = client.get("/feed.rss").content.decode()
    assert f"{image.get('src')}</url>" in feed
    assert "<width>144</width><height>48</height><description>Logo: Lantern Design</description>" in feed
    mark.clearances.update(
        state="by_licence", licence=LicenceFactory(name="CC BY", version="", url="https://by.example/")
    )
    Picture.objects.filter(pk=mark.pk).update(credit="", creator="Ада Кей", source="Ада Кей")
    feed = client.get("/feed.rss").content.decode()
    assert "<description>Logo: Ада Кей, CC BY, https://by.example/</description>" in feed
    assert page(client, "/").xpath("//footer//span[.='Ада Кей']/@lang") == ["und-Cyrl"]
    keep_face(load_site(NOW), "/kept/here/", "en")
    assert last_face("/kept/here/")[0].logo is None
    Clearance.objects.update(state="withdrawn", licence=None)
    assert page(client, "/").xpath('//a[@class="house-name"]')[0].text_content() == name
    assert "mark.png</url>" in client.get("/feed.rss").content.decode()


@pytest.mark.parametrize(
    ("size", "width"),
    [((2000, 1250), 960), ((1000, 1000), 960), ((2000, 500), 0), ((500, 500), 0), ((600, 900), 600)],
)
def test_a_json_feed_has_an_icon_of_512_pixels_where_the_logo_gives_one(
    size, width, desk, client, reading_at
):
    """Both ways, because programs cut a square from it; a small one would be drawn blurred."""
    reading_at(NOW)
    published(ArticleFactory(), at=NOW)
    Logo.objects.create(institution=desk, picture=PictureFactory(size=size))
    feed = client.get("/feed.json").json()
    assert feed["favicon"].endswith(".png")
    assert ("icon" in feed) is bool(width)
    assert not width or feed["icon"].endswith(f"/{width}.jpeg")


def test_an_outlets_page_shows_its_logo_on_a_ground_that_it_is_seen_on(desk, client, reading_at):
    reading_at(NOW)
    outlet = OutletFactory(name="Hill", slug="hill", article="The", article_rule="separable")
    mark = PictureFactory(cleared={"state": "granted", "evidence": "mail"})
    file_of(mark, 900, 300, fallback_format="png")
    Logo.objects.create(outlet=outlet, picture=mark)
    published(AppearanceFactory(article=ArticleFactory(), outlet=outlet).article, at=NOW)
    (image,) = page(client, "/outlets/hill/").xpath("//figure/img")
    assert (image.get("alt"), image.get("class")) == ("The Hill", "logo on-white")
    assert page(client, "/outlets/hill/").xpath("//figcaption") == []
