"""Fields that few pages have, by name: pictures, translations, several outlets, files, roles, what others may do."""

import datetime as dt

import pytest

from disclaimers.models import Institution, Kind
from pictures.models import Logo
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    BylineFactory,
    DocumentFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    published,
)
from tests.reading.metadata.reading_back import ReadHead
from tests.reading.pictures.conftest import piece_with

SITE = "https://desk.example"


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_URL = SITE


def head_of(site, article) -> ReadHead:
    """The head of the article's page; the article is published first."""
    return ReadHead(site.get(published(article, at=NOW).permalink.path))


def test_a_picture_says_its_size_words_credit_and_licence(site):
    lead = PictureFactory(credit="Nils Brack/Lantern")
    (image,) = head_of(site, piece_with(lead=lead)).things()["OpinionNewsArticle"]["image"]
    assert image.pop("url") == image.pop("contentUrl")
    assert image == {
        "@type": "ImageObject", "encodingFormat": "image/jpeg", "width": 1440, "height": 900,
        "caption": "A port at night", "creditText": "Nils Brack/Lantern",
    }  # fmt: skip


def test_a_picture_under_a_licence_says_which_and_a_publisher_has_its_logo(site):
    licence = LicenceFactory()
    mark = PictureFactory(size=(2000, 500), description="A cormorant.")
    Logo.objects.create(institution=Institution.objects.get(), picture=mark)
    things = head_of(
        site, piece_with(lead=PictureFactory(cleared={"state": "by_licence", "licence": licence}))
    ).things()
    assert things["OpinionNewsArticle"]["image"][0]["license"] == licence.url
    logo = things["Organization"]["logo"]
    assert (logo["@type"], logo["encodingFormat"]) == ("ImageObject", "image/jpeg")
    assert (logo["width"], logo["height"]) == (480, 120)


def test_a_translation_and_its_original_name_each_other_and_a_summary_is_none(site):
    original = ArticleFactory(slug="harbour")
    published(original, at=NOW)
    facts = {"translation_of": original, "source_language": "en"}
    german = head_of(site, ArticleFactory(slug="hafen", language="de", **facts))
    head_of(site, ArticleFactory(slug="port", language="fr", translation_extent="summary", **facts))
    english = ReadHead(site.get("/articles/harbour/"))
    of_work = {"@id": f"{SITE}/articles/harbour/#article", "inLanguage": "en"}
    translation = {"@id": f"{SITE}/articles/hafen/#article", "inLanguage": "de"}
    assert german.things()["OpinionNewsArticle"]["translationOfWork"] == of_work
    assert english.things()["OpinionNewsArticle"]["workTranslation"] == [translation]
    assert english.contents("og:locale:alternate") == ["de_DE"]


def test_each_outlet_is_a_source_with_its_day_as_far_as_it_is_known(site):
    article = ArticleFactory()
    lantern, buoys = OutletFactory(name="Lantern"), OutletFactory(name="Buoys", type="journal")
    AppearanceFactory(article=article, outlet=lantern, published_on=dt.date(2020, 6, 11))
    AppearanceFactory(
        article=article,
        outlet=buoys,
        published_on=dt.date(2021, 3, 1),
        precision="month",
        relation="crossposted",
    )
    sources = head_of(site, article).things()["OpinionNewsArticle"]["isBasedOn"]
    told = [
        (each["publisher"]["name"], each["publisher"]["@type"], each["datePublished"]) for each in sources
    ]
    assert told == [
        ("The Lantern", "NewsMediaOrganization", "2020-06-11"),
        ("The Buoys", "Organization", "2021-03"),
    ]


@pytest.mark.parametrize(
    ("ran", "precision", "is_source"),
    [
        (NOW.date() - dt.timedelta(days=1), "day", True),
        (NOW.date(), "day", True),
        (NOW.date().replace(day=1), "month", True),
        (NOW.date() + dt.timedelta(days=1), "day", False),
    ],
)
def test_another_version_that_ran_later_is_no_source_and_the_piece_is_our_own(
    site, ran, precision, is_source
):
    article = ArticleFactory()
    AppearanceFactory(article=article, published_on=ran, precision=precision, relation="version")
    told = head_of(site, article).things()["OpinionNewsArticle"]
    assert ("isBasedOn" in told) is is_source
    assert (told["url"] not in site.get("/sitemap-news.xml").content.decode()) is is_source


def test_a_report_has_the_tags_by_which_it_is_one_and_its_file(site):
    article = ArticleFactory()
    Kind.objects.update(genre="report")
    article.attachments.create(document=DocumentFactory(title="Dues"), order=1, kind="report")
    head = head_of(site, article)
    (file,) = head.contents("citation_pdf_url")
    assert file.startswith(f"{SITE}/files/")
    assert file.endswith(".pdf")
    assert site.get(file.removeprefix(SITE)).headers["Content-Type"] == "application/pdf"
    house = Institution.objects.get().name
    assert head.contents("citation_technical_report_institution") == [house]
    assert head.contents("citation_publisher") == []


def test_whoever_did_not_write_it_is_no_author(site):
    article = ArticleFactory()
    for role in ("author", "editor", "translator", "interviewee", "contributor"):
        BylineFactory(article=article, author=None, name=f"Ida {role.capitalize()}", role=role)
    read = head_of(site, article)
    thing = read.things()["OpinionNewsArticle"]
    named = {
        name: [each["name"] for each in thing.get(name, ())]
        for name in ("author", "editor", "translator", "about", "contributor")
    }
    assert named == {
        "author": ["Ida Author"], "editor": ["Ida Editor"], "translator": ["Ida Translator"],
        "about": ["Ida Interviewee"], "contributor": ["Ida Contributor"],
    }  # fmt: skip
    assert read.contents("author") == ["Ida Author"]
    assert read.contents("citation_author") == ["Author, Ida"]


def test_the_terms_of_republication_are_named_where_it_is_offered(site):
    article = ArticleFactory(slug="harbour", copyright_basis="ours")
    Institution.objects.update(offers_republication=True, republication_terms="Tell us.")
    things = head_of(site, article).things()
    assert things["OpinionNewsArticle"]["usageInfo"] == f"{SITE}/articles/harbour/republish/"
    assert things["OpinionNewsArticle"]["identifier"] == f"urn:uuid:{article.uuid}"
    steps = [step["item"] for step in things["BreadcrumbList"]["itemListElement"]]
    assert steps == [f"{SITE}/", f"{SITE}/articles/harbour/"]
    theirs = AppearanceFactory(article__slug="reprint").article
    assert "usageInfo" not in head_of(site, theirs).things()["OpinionNewsArticle"]


def test_whom_to_ask_is_named_for_a_text_of_our_own_and_the_page_named_says_it(site):
    """`acquireLicensePage`. The foot of every page has the address for permissions; whose text it is decides here."""
    article = ArticleFactory(slug="harbour", copyright_basis="ours")
    things = head_of(site, article).things()
    page = things["OpinionNewsArticle"]["acquireLicensePage"]
    assert page == f"{SITE}/houses/{Institution.objects.get().slug}/about/"
    for address in (page.removeprefix(SITE), "/articles/harbour/"):
        links = ReadHead(site.get(address)).page.xpath("//a/@href")
        assert "mailto:permissions@harbour.example" in links, address
    named = ArticleFactory(copyright_basis="named", copyright_holders="The Hill", copyright_year=2020)
    reprint = AppearanceFactory().article
    for theirs in (named, reprint):
        assert "acquireLicensePage" not in head_of(site, theirs).things()["OpinionNewsArticle"]
    Institution.objects.update(permissions_contact="")
    read = ReadHead(site.get("/articles/harbour/"))
    assert "acquireLicensePage" not in read.things()["OpinionNewsArticle"]
    assert not [link for link in read.page.xpath("//a/@href") if link.startswith("mailto:permissions")]


@pytest.mark.parametrize("ending", ["", "cite/"])
def test_neither_coins_nor_unapi_comes_before_the_tags(site, ending):
    published(slug="harbour", at=NOW)
    page = ReadHead(site.get(f"/articles/harbour/{ending}")).page
    assert not page.xpath("//*[contains(@class, 'Z3988') or @class='unapi-id'] | //link[@rel='unapi-server']")
