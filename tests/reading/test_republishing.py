"""The copy that others may take over: only where we may offer it, with everything that must go along."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles import acts
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    OutletFactory,
    published,
)

HOUR = dt.timedelta(hours=1)
BODY = "<p>Ships<span data-footnote>The log.</span> came in.</p>"


@pytest.fixture
def offering(site):
    Institution.objects.update(offers_republication=True, republication_terms="Tell us.\nKeep it whole.")
    return Institution.objects.get()


def piece(**facts):
    article = ArticleFactory(headline="The Harbour Wakes", slug="harbour", body=BODY, **facts)
    BylineFactory(article=article, author=AuthorFactory(display_name="Ida Quay", slug="ida"), bio="A pilot.")
    return article


def offered(site, slug="harbour"):
    page = site.get(f"/articles/{slug}/").content.decode()
    link = html.fromstring(page).xpath('//*[@class="republish"]/a/@href')
    answer = site.get(f"/articles/{slug}/republish/")
    assert bool(link) == (answer.status_code == 200)
    return html.fromstring(answer.content.decode()) if link else None


def copied(page):
    return html.fromstring(f"<div>{page.xpath('string(//textarea)')}</div>")


def test_the_copy_has_credit_link_back_text_disclaimer_copyright_and_licence(site, offering, settings):
    licence = LicenceFactory()
    published(piece(licence=licence), at=NOW)
    page = offered(site)
    copy, address = copied(page), f"{settings.SITE_URL}/articles/harbour/"
    said = " ".join(copy.text_content().split())
    parts = [
        "The Harbour Wakes", "A quiet port", f"By Ida Quay, {offering.name}", address, "Ships1 came in", "The log.",
        "A pilot.", "speaks for itself", f"© 2026 {offering.name}", "CC BY-ND 4.0",
    ]  # fmt: skip
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    links = copy.xpath("//a/@href")
    assert address in links
    assert [link for link in links if link.startswith("#")] == ["#note-1", "#ref-1"]
    assert licence.url in links
    assert not copy.xpath("//img | //script | //iframe | //link")
    looks = page.xpath('//div[contains(@class, "republish-view")]')[0]
    assert " ".join(looks.text_content().split()) == said
    assert "Keep it whole." in page.text_content()
    assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert page.xpath('//link[@rel="canonical"]') == []


def test_notices_and_required_credits_go_along(site, offering, clock, reading_at, settings):
    article = piece()
    terms = {"may_be_passed_on": True, "credit": "Courtesy of the Lantern."}
    lantern = OutletFactory(name="Lantern", slug="lantern")
    AppearanceFactory(article=article, outlet=lantern, url="", rights=terms)
    published(article, at=NOW)
    clock(NOW + HOUR)
    acts.correct(
        article,
        changes={"dek": "A loud year."},
        notice=acts.NoticeDraft("correction", wrong="It was quiet.", right="It was loud."),
        by=None,
        at=NOW + HOUR,
    )
    reading_at(NOW + HOUR)
    copy = copied(offered(site))
    assert f"{settings.SITE_URL}/outlets/lantern/" in copy.xpath("//a/@href")
    said = " ".join(copy.text_content().split())
    for part in (
        "This article was originally published in the Lantern.",
        "Correction, March 10, 2026: It was quiet. It was loud.",
        "Courtesy of the Lantern.",
    ):
        assert said.count(part) == 1, part


@pytest.mark.parametrize("editor", ["Ida Quayle", "Ida Quay"])
def test_an_editor_with_a_name_like_the_authors_stays_in_the_copy(site, offering, editor):
    article = piece()
    BylineFactory(article=article, author=AuthorFactory(display_name=editor), role="editor")
    published(article, at=NOW)
    said = " ".join(copied(offered(site)).text_content().split())
    assert f"Edited by {editor}" in said
    assert said.count("By Ida Quay, ") == 1


def test_f11_what_we_may_not_pass_on_is_not_offered(site, offering):
    reprint = piece()
    AppearanceFactory(article=reprint)
    published(reprint, at=NOW)
    assert offered(site) is None


def test_f8_an_author_may_opt_out(site, offering):
    article = piece()
    article.bylines.update(no_republication=True)
    published(article, at=NOW)
    assert offered(site) is None


def test_a_house_that_offers_nothing_has_no_such_page(site):
    published(piece(), at=NOW)
    assert offered(site) is None


@pytest.mark.parametrize("state", ["scheduled", "unpublished", "taken down"])
def test_what_is_not_live_is_offered_by_nobody(site, offering, clock, reading_at, state):
    article = piece()
    published(article, at=NOW, live_from=NOW + HOUR if state == "scheduled" else None)
    if state != "scheduled":
        clock(NOW + HOUR)
        reading_at(NOW + HOUR)
        facts = {"by": None, "at": NOW + HOUR, "reason": "Asked to."}
        if state == "unpublished":
            acts.unpublish(article, **facts)
        else:
            acts.take_down(article, because="rights", sentence="Withdrawn.", **facts)
    assert site.get("/articles/harbour/republish/").status_code == 404


def test_nothing_is_counted_and_the_page_takes_two_queries_for_the_piece_and_its_house(site, offering):
    published(piece(), at=NOW)
    site.get("/articles/harbour/republish/")
    with CaptureQueriesContext(connection) as queries:
        answer = site.get("/articles/harbour/republish/")
    assert len(queries) == 2
    assert b"<img" not in answer.content
    assert not answer.cookies
