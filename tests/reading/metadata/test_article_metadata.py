"""Every field of what programs read of an article, by its name: one piece of ours, one that ran elsewhere."""

import datetime as dt
from typing import Any

import pytest

from articles import acts
from articles.models import Edition
from disclaimers.models import Kind
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    OutletFactory,
    published,
    say,
)
from tests.reading.metadata.reading_back import ReadHead

SITE = "http://testserver.example"


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_URL = SITE


def op_ed() -> Edition:
    """A reprint by a family-first author, a body and a writer with a particle, with a licence and a correction."""
    say("{name}, {post}", at="byline_name")
    say("© {year} {holder}", at="copyright_format")
    hill = OutletFactory(name="Hill", article="The", slug="hill")
    sim = AuthorFactory(display_name="Sim Haneul", name_order="family-first", slug="sim")
    AppointmentFactory(author=sim, title="Fellow")
    article = ArticleFactory(
        headline="The Harbour </script> Wakes", slug="harbour", topics=["Ports"], copyright_basis="named",
        copyright_holders="The Hill", copyright_year=2020, licence=LicenceFactory(),
    )  # fmt: skip
    guard = AuthorFactory(display_name="Harbour Guard", form="body", slug="guard")
    for order, credit in enumerate(
        [{"author": sim}, {"author": None, "name": "Ida van der Berg"}, {"author": guard},
         {"author": None, "name": "Nils Brack", "role": "translator"}]
    ):  # fmt: skip
        BylineFactory(article=article, order=order, **credit)
    AppearanceFactory(
        article=article, outlet=hill, url="https://hill.example/a", headline="Harbour wakes",
        published_on=dt.date(2020, 6, 11), language="en",
    )  # fmt: skip
    return published(article, at=NOW)


@pytest.fixture
def article(site) -> dict[str, Any]:
    return ReadHead(site.get(op_ed().permalink.path)).things()["OpinionNewsArticle"]


HOUSE = {"@id": f"{SITE}/#organization"}
PAGE = f"{SITE}/articles/harbour/"
FIELDS = {
    "@id": f"{PAGE}#article",
    "url": PAGE,
    "mainEntityOfPage": {"@type": "WebPage", "@id": PAGE},
    "headline": "The Harbour </script> Wakes",
    "description": "A quiet port has a loud year.",
    "datePublished": "2026-03-10T05:00:00-04:00",
    "dateModified": "2026-03-10T05:00:00-04:00",
    "inLanguage": "en",
    "articleSection": "Commentary",
    "keywords": ["Ports"],
    "isAccessibleForFree": True,
    "publisher": HOUSE,
    "sourceOrganization": HOUSE,
    "translator": [{"@type": "Person", "name": "Nils Brack", "givenName": "Nils", "familyName": "Brack"}],
    "isBasedOn": [
        {
            "@type": "OpinionNewsArticle", "url": "https://hill.example/a", "headline": "Harbour wakes",
            "datePublished": "2020-06-11", "inLanguage": "en",
            "publisher": {"@type": "NewsMediaOrganization", "name": "The Hill", "url": f"{SITE}/outlets/hill/"},
        }
    ],
    "copyrightHolder": [{"@type": "Organization", "name": "The Hill"}],
    "copyrightYear": 2020,
    "copyrightNotice": "© 2020 The Hill",
    "license": "https://licences.example/by-nd/4.0",
    "creditText": "This article was originally published in the Hill.",
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_of_the_article_says_what_the_page_says(article, name):
    assert article[name] == FIELDS[name]


def test_authors_keep_their_order_and_their_names_have_neither_by_nor_title(article):
    assert [(each["@type"], each["name"], each.get("familyName")) for each in article["author"]] == [
        ("Person", "Sim Haneul", "Sim"),
        ("Person", "Ida van der Berg", "van der Berg"),
        ("Organization", "Harbour Guard", None),
    ]
    first = article["author"][0]
    assert (first["url"], first["jobTitle"]) == (f"{SITE}/authors/sim/", "Fellow")
    assert first["affiliation"] == {"@type": "Organization", "name": "the Tidal College"}


def test_what_has_no_place_here_is_left_out(article):
    assert not article.keys() & {"sameAs", "disclaimer", "creativeWorkStatus", "correction"}
    assert article["wordCount"] > 0
    assert article["image"][0]["@type"] == "ImageObject"


def test_highwire_tags_make_it_a_newspaper_article_with_family_names_first(site):
    head = ReadHead(site.get(op_ed().permalink.path))
    expected = {
        "z:itemType": ["newspaperArticle"],
        "citation_title": ["The Harbour </script> Wakes"],
        "citation_author": ["Sim, Haneul", "van der Berg, Ida", "Harbour Guard,"],
        "citation_abstract": ["A quiet port has a loud year."],
        "citation_publication_date": ["2026/03/10"],
        "citation_public_url": [PAGE],
        "citation_language": ["en"],
        "DC.rights": ["© 2020 The Hill"],
        "author": ["Sim Haneul", "Ida van der Berg", "Harbour Guard"],
        "og:url": [PAGE],
        "og:locale": ["en_US"],
    }
    assert {name: head.contents(name) for name in expected} == expected
    assert not head.page.xpath("//@prefix")


@pytest.mark.parametrize(
    ("name", "form", "tag", "written"),
    [
        ("Ida Quay", "person", "citation_author", "Quay, Ida"),
        ("Ida van der Berg", "person", "citation_author", "van der Berg, Ida"),
        ("Ida Maria van der Berg", "person", "DC.creator", "van der Berg, Ida Maria"),
        ("Guard of the Harbour", "body", "citation_author", "Guard of the Harbour,"),
        ("Guard", "body", "citation_author", "Guard"),
    ],
)
def test_a_lone_author_is_one_author_to_zotero(site, name, form, tag, written):
    """It splits one at a comma between names of several words; a comma at the end keeps the name of a body whole."""
    byline = BylineFactory(author=AuthorFactory(display_name=name, form=form))
    head = ReadHead(site.get(published(byline.article, at=NOW).permalink.path))
    found = {each: head.contents(each) for each in ("citation_author", "DC.creator")}
    assert found == {"citation_author": [], "DC.creator": []} | {tag: [written]}


@pytest.mark.parametrize(
    ("genre", "type_", "item"),
    [("analysis", "AnalysisNewsArticle", "newspaperArticle"), ("report", "Report", "report")],
)
def test_a_content_type_says_what_programs_take_its_pieces_for(site, genre, type_, item):
    article = ArticleFactory()
    Kind.objects.update(genre=genre)
    head = ReadHead(site.get(published(article, at=NOW).permalink.path))
    assert type_ in head.things()
    assert head.contents("z:itemType") == [item]
    assert bool(head.contents("citation_technical_report_institution")) is (genre == "report")


def test_a_correction_and_a_retraction_are_told_with_their_days(site, clock, reading_at):
    edition = published(at=NOW)
    later = NOW + dt.timedelta(hours=1)
    clock(later)
    draft = acts.NoticeDraft("correction", wrong="ten", right="twelve")
    acts.correct(edition.article, changes={}, notice=draft, by=None, at=later)
    reading_at(later)
    article = ReadHead(site.get(edition.permalink.path)).things()["OpinionNewsArticle"]
    (correction,) = article["correction"]
    assert correction["datePublished"] == "2026-03-10"
    assert "twelve" in correction["text"]
    acts.retract(edition.article, text="It was not so.", issued_by="the authors", by=None, at=later)
    article = ReadHead(site.get(edition.permalink.path)).things()["OpinionNewsArticle"]
    assert article["creativeWorkStatus"] == "Retracted"
    assert article["headline"].startswith("Retracted")


def test_a_day_that_is_known_alone_has_no_hour(site):
    edition = published(is_archive=True, first_published_on=dt.date(2018, 7, 9), at=NOW)
    article = ReadHead(site.get(edition.permalink.path)).things()["OpinionNewsArticle"]
    assert article["datePublished"] == "2018-07-09"


def test_what_todays_records_say_changes_no_metadata_of_a_page(site):
    edition = op_ed()
    before = ReadHead(site.get(edition.permalink.path)).things()
    Kind.objects.update(genre="report")
    sim = edition.bylines.first().author
    sim.sort_name, sim.name_order, sim.display_name = "Haneul, Sim", "given-first", "Haneul Sim"
    sim.save()
    assert ReadHead(site.get(edition.permalink.path)).things() == before


def test_a_page_taken_down_tells_programs_nothing(site, clock, reading_at):
    edition = published(at=NOW)
    acts.take_down(
        edition.article,
        because="privacy",
        sentence="Somebody asked.",
        by=None,
        at=NOW,
        reason="x",
        keep_headline=False,
    )
    page = ReadHead(site.get(edition.permalink.path)).page
    assert not page.xpath("//head/script")
    assert not page.xpath("//meta[starts-with(@name, 'citation_')]")


def test_profiles_and_front_pages_say_what_they_are_of(site):
    edition = op_ed()
    author = edition.bylines.first().author
    author.links.create(label="ORCID", url="https://orcid.org/0000-0001")
    found = {
        path: ReadHead(site.get(path)) for path in ("/", "/authors/sim/", "/outlets/hill/", "/topics/ports/")
    }
    assert {"WebSite", "Organization"} <= found["/"].things().keys()
    person = found["/authors/sim/"].things()["Person"]
    assert (person["@id"], person["sameAs"]) == (
        f"{SITE}/authors/sim/#person",
        ["https://orcid.org/0000-0001"],
    )
    assert found["/authors/sim/"].things()["ProfilePage"]["mainEntity"] == {"@id": person["@id"]}
    assert found["/outlets/hill/"].things()["NewsMediaOrganization"]["name"] == "The Hill"
    trail = found["/topics/ports/"].things()["BreadcrumbList"]["itemListElement"]
    assert [step["item"] for step in trail] == [f"{SITE}/", f"{SITE}/topics/", f"{SITE}/topics/ports/"]
    assert all(head.contents("description") for head in found.values())


@pytest.mark.parametrize(
    ("own", "today", "given", "family"),
    [
        ({"display_name": "Ida Quay", "sort_name": "Quay, Ida"}, "Ida Windlass", "Ida", "Windlass"),
        (
            {"display_name": "Sim Haneul", "sort_name": "", "name_order": "family-first"},
            "Haneul Sim",
            "Haneul",
            "Sim",
        ),
    ],
)
def test_a_person_is_one_name_for_programs_whole_and_in_parts(site, own, today, given, family):
    """Somebody who has another name today, or in the language of the page, with a title on it."""
    edition = published(
        BylineFactory(author=AuthorFactory(slug="x", courtesy="Ambassador", **own)).article, at=NOW
    )
    edition.bylines.get().author.names.create(language="en", display_name=today)
    person = ReadHead(site.get("/authors/x/")).things()["Person"]
    assert (person["name"], person["givenName"], person["familyName"]) == (today, given, family)
