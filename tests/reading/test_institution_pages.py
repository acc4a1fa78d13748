"""Pages about institutions: what one is, what belongs to it, how it works, who writes for it and on what."""

import json

import pytest
from django.core.exceptions import ValidationError
from lxml import html

from articles.addresses import absolute
from articles.models import Permalink
from disclaimers.models import Institution, InstitutionName
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, InstitutionFactory, published


def page_at(site, address: str):
    response = site.get(address)
    assert response.status_code == 200, address
    return html.fromstring(response.content.decode())


def facts_on(page) -> dict[str, list[str]]:
    """The words beside each word of ours."""
    facts: dict[str, list[str]] = {}
    for element in page.xpath('//section[@class="facts"]/dl/*'):
        text = " ".join(element.text_content().split())
        if element.tag == "dt":
            facts[text] = []
        else:
            facts[list(facts)[-1]].append(text)
    return facts


def things_of(page) -> dict[str, dict]:
    graph = json.loads(page.xpath('string(//script[@type="application/ld+json"])'))["@graph"]
    return {thing["@type"]: thing for thing in graph}


@pytest.fixture
def weir(desk: Institution) -> Institution:
    """A centre of the desk's first house with a piece, and another without one."""
    Institution.objects.filter(pk=desk.pk).update(
        about="It watches the tides.",
        publishing_principles="/about/",
        corrections_policy="/corrections-policy/",
        ethics_policy="javascript:x",
    )
    centre = InstitutionFactory(
        code="weir", name="Weir Unit", parent=desk, about="It counts eels.",
        ethics_policy="https://weir.example/ethics",
    )  # fmt: skip
    InstitutionFactory(code="unborn", name="Unborn Unit", parent=desk)
    article = ArticleFactory(institution=centre, topics=["Eels"])
    BylineFactory(article=article, author=AuthorFactory(display_name="Ida Quay", slug="ida-quay"))
    quoted = AuthorFactory(display_name="Una Moor")
    BylineFactory(article=article, author=quoted, role="interviewee", order=2)
    published(article, at=NOW)
    return centre


def test_a_page_says_what_an_institution_is_and_what_stands_above_and_below(site, desk, weir):
    page = page_at(site, "/houses/weir/about/")
    assert "It counts eels." in page.xpath('string(//p[@class="biography"])')
    assert facts_on(page) == {
        "Belongs to": [desk.name],
        "How we work": ["Publishing principles", "Corrections policy", "Ethics policy"],
        "Contact": ["Permissions: permissions@harbour.example", "Errors: errors@harbour.example"],
        "Writing here": ["Ida Quay 1"],
        "Topics": ["Eels 1"],
    }
    links = page.xpath('//section[@class="facts"]//a/@href')
    assert {"/corrections-policy/", "https://weir.example/ethics", "/authors/ida-quay/"} <= set(links)
    assert f"/houses/{desk.code}/about/" in links
    above = page_at(site, f"/houses/{desk.code}/about/")
    assert facts_on(above)["Centres"] == ["Weir Unit"]
    assert facts_on(above)["How we work"] == ["Publishing principles", "Corrections policy"], "unsafe"
    assert "/houses/weir/about/" in page_at(site, "/houses/weir/").xpath("//footer//a/@href")
    assert f"/houses/{desk.code}/about/" in page_at(site, "/houses/").xpath("//main//a/@href")
    for nobody in ("unborn", "nobody"):
        assert site.get(f"/houses/{nobody}/about/").status_code == 404
    assert "/houses/weir/about/" in site.get("/sitemap-pages.xml").content.decode()


def test_programs_read_the_same(site, desk, weir):
    things = things_of(page_at(site, "/houses/weir/about/"))
    about = things["Organization"]
    assert things["AboutPage"]["mainEntity"] == {"@id": about["@id"]}
    assert (about["name"], about["description"]) == ("Weir Unit", "It counts eels.")
    assert about["correctionsPolicy"] == absolute("/corrections-policy/")
    assert about["publishingPrinciples"] == absolute("/about/")
    assert about["ethicsPolicy"] == "https://weir.example/ethics"
    above = things_of(page_at(site, f"/houses/{desk.code}/about/"))["Organization"]
    assert about["parentOrganization"]["@id"] == above["@id"]
    assert above["subOrganization"] == [{key: about[key] for key in ("@type", "@id", "name", "url")}]
    assert "ethicsPolicy" not in above
    piece = things_of(page_at(site, Permalink.objects.get().path))["Organization"]
    assert piece["correctionsPolicy"] == about["correctionsPolicy"], "on each page of its pieces as well"


def test_the_text_is_in_the_language_of_the_page_if_there_is_one(site, desk, weir):
    published(ArticleFactory(institution=weir, language="de", headline="Aale"), at=NOW)
    InstitutionName.objects.create(institution=weir, language="de", name="Wehr", about="Es zählt Aale.")
    page = page_at(site, "/de/houses/weir/about/")
    assert page.xpath('string(//p[@class="biography"])') == "Es zählt Aale."
    assert page.xpath("string(//h1)") == "Wehr"
    (text,) = page_at(site, f"/de/houses/{desk.code}/about/").find_class("biography")
    assert (text.text, text.get("lang")) == ("It watches the tides.", "en")


def test_the_desk_says_if_readers_have_no_page_at_the_address(desk, publisher, site):
    client = logged_in(publisher)
    page = f"/admin/disclaimers/institution/{desk.pk}/change/"
    typed = fields_of(client.get(page), "institution_form")
    typed |= {"corrections_policy": "/no-such-page/", "ethics_policy": "/houses/#all"}
    said = text_of(client.post(page, typed, follow=True))
    assert "Corrections policy: readers have no page at “/no-such-page/”." in said
    assert "Ethics policy:" not in said


@pytest.mark.parametrize(
    "written", ["corrections", "javascript:alert(1)", "//elsewhere.example/", "/a b\\c", "http://"]
)
def test_what_is_no_address_of_a_page_gets_a_sentence(desk, written):
    desk.corrections_policy = written
    with pytest.raises(ValidationError) as caught:
        desk.full_clean()
    (sentence,) = caught.value.message_dict["corrections_policy"]
    assert sentence.endswith(".")
