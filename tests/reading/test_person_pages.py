"""What a person's page says below the biography, and what the press may take of it."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from lxml import html

from articles import acts
from authors.models import Author
from authors.models.orcid import tidy_orcid, validate_orcid
from disclaimers.models.kind import Kind
from reading.profiles import person_facts
from tests.conftest import NOW
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    PictureFactory,
    published,
)

PAGE = "/authors/ida-quay/"


@pytest.fixture
def ida(site) -> Author:
    portrait = PictureFactory(credit="Photo: Bo Birch", cleared={"may_be_passed_on": True})
    ida = AuthorFactory(
        display_name="Ida Quay", slug="ida-quay", biography="Ida Quay has kept the log of the harbour for years.",
        short_biography="Ida Quay keeps the log.", areas="Harbours, tides", spoken_languages=["de", "ko"],
        email="ida@harbour.example", orcid="0000-0002-1825-0097", portrait=portrait,
    )  # fmt: skip
    for code, number in (("essay", 2), ("letter", 1)):
        kind = KindFactory(code=code, label=code.title())
        for _ in range(number):
            article = ArticleFactory(kind=kind)
            BylineFactory(article=article, author=ida)
            published(article, at=NOW)
    return ida


def facts(client) -> dict[str, list[str]]:
    """Term and descriptions, in words."""
    page = html.fromstring(client.get(PAGE).content.decode())
    rows: dict[str, list[str]] = {}
    for part in page.find_class("facts")[0].find("dl"):
        words = " ".join(part.text_content().split())
        if part.tag == "dt":
            rows[words] = []
        else:
            rows[next(reversed(rows))].append(words)
    return rows


def test_a_person_s_page_has_what_readers_and_the_press_ask_for(site, ida):
    AppointmentFactory(author=ida, title="dean", organisation="Tidal College", from_on=dt.date(2011, 5, 1),
                       until_on=dt.date(2016, 1, 1))  # fmt: skip
    house = InstitutionFactory(short_name="Tide House")
    AppointmentFactory(
        author=ida, title="fellow", organisation="", institution=house, until_on=dt.date(2010, 9, 1)
    )
    assert facts(site) == {
        "Areas of work": ["Harbours, tides"],
        "Languages": ["German, Korean"],
        "E-mail": ["ida@harbour.example"],
        "ORCID": ["0000-0002-1825-0097"],
        "Earlier posts": ["dean, Tidal College, 2011–2015"],
        "Pieces by kind": ["Essay 2 Letter 1"],
        "For the press": ["For the press: biography and portrait of Ida Quay"],
    }
    page = site.get(PAGE).content.decode()
    assert "/search/?kind=essay&amp;person=ida-quay&amp;sort=date" in page
    assert '"sameAs":["https://orcid.org/0000-0002-1825-0097"]' in page
    assert '"knowsAbout":["Harbours","tides"]' in page


def test_a_number_of_a_kind_is_that_of_the_search_to_which_it_leads(site, ida):
    essay = Kind.objects.get(code="essay")
    for place in ("lists", "search"):
        hidden = ArticleFactory(kind=essay, **{f"is_left_out_of_{place}": True})
        published(BylineFactory(article=hidden, author=ida).article, at=NOW)
    page = html.fromstring(site.get(PAGE).content.decode())
    (link,) = page.xpath('//a[contains(@href, "kind=essay")]')
    assert "3" in link.getparent().text_content()
    assert "Results: 3" in site.get(link.get("href")).content.decode()


def test_many_pieces_are_counted_by_year_and_each_number_is_that_of_the_search(site, ida, monkeypatch):
    for _ in range(2):
        older = ArticleFactory(is_archive=True, first_published_on=dt.date(2019, 5, 1))
        published(BylineFactory(article=older, author=ida).article, at=NOW)
    undated = BylineFactory(article=ArticleFactory(is_archive=True), author=ida).article
    published(undated, at=NOW)
    assert "Pieces by year" not in facts(site), "a list of one page shows its days"
    monkeypatch.setattr(person_facts, "PAGE_LENGTH", 4)
    assert facts(site)["Pieces by year"] == [f"{NOW.year} 3 2019 2"]
    page = html.fromstring(site.get(PAGE).content.decode())
    (link,) = page.xpath('//a[contains(@href, "year=2019")]')
    assert "Results: 2" in site.get(link.get("href")).content.decode()


def test_the_press_gets_both_biographies_and_a_portrait_that_may_be_passed_on(site, ida):
    press = site.get(f"{PAGE}press/").content.decode()
    page = html.fromstring(press)
    assert [text.text for text in page.find_class("biography")] == [ida.short_biography, ida.biography]
    (portrait,) = page.find_class("portrait-file")
    assert portrait.get("href").startswith("http")
    assert "Bo Birch" in page.find_class("press-portrait")[0].text_content()
    ida.portrait.clearances.update(may_be_passed_on=False)
    assert not html.fromstring(site.get(f"{PAGE}press/").content.decode()).find_class("portrait-file")


def test_nothing_of_a_person_without_pieces_is_told(site, ida, clock, reading_at):
    for piece in (byline.article for byline in ida.bylines.all()):
        clock(NOW + dt.timedelta(hours=1))
        acts.unpublish(piece, by=None, at=NOW + dt.timedelta(hours=1), reason="Published in error.")
    reading_at(NOW + dt.timedelta(hours=2))
    assert site.get(f"{PAGE}press/").status_code == 404
    page = site.get(PAGE).content.decode()
    assert 'class="facts"' not in page
    assert "0000-0002" not in page
    assert "ida@harbour.example" not in page


def test_an_orcid_is_taken_as_it_is_pasted_and_a_slip_is_seen(site, ida):
    assert tidy_orcid(" https://orcid.org/0000000218250097/ ") == "0000-0002-1825-0097"
    validate_orcid("0000-0002-1694-233X")
    for slip in ("0000-0002-1825-0079", "0000-0002-1825", "soon"):
        with pytest.raises(ValidationError):
            validate_orcid(tidy_orcid(slip))
    with pytest.raises(IntegrityError), transaction.atomic():
        Author.objects.filter(pk=ida.pk).update(orcid="soon")
