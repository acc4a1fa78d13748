"""Author, outlet and topic pages: today's facts, and only for those that a live piece names."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles import acts
from articles.models import Article, Topic
from authors.models import Appointment, AppointmentWords, Author, AuthorLink, AuthorName
from disclaimers.models import Institution, InstitutionName
from reading.lists.paging import PAGE_LENGTH
from reading.profiles import writers as writing
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    OutletFactory,
    published,
    say,
)
from tests.reading.test_lists import headlines

HOUR = dt.timedelta(hours=1)
PLACES = ["/authors/ida-quay/", "/outlets/lantern/", "/topics/ports/"]


@pytest.fixture
def piece(site):
    article = ArticleFactory(headline="The Harbour Wakes", topics=["Ports"])
    ida = AuthorFactory(
        display_name="Ida Quay",
        courtesy="Ambassador",
        suffix="Ph.D.",
        slug="ida-quay",
        biography="Ida Quay writes about ports.",
        website="https://quay.example",
    )
    BylineFactory(article=article, author=ida)
    outlet = OutletFactory(name="Lantern", slug="lantern", country="NO", type="magazine")
    AppearanceFactory(article=article, outlet=outlet)
    return article


def words(response) -> str:
    return " ".join(
        html.fromstring(response.content.decode()).find_class("profile")[0].text_content().split()
    )


@pytest.mark.parametrize("place", PLACES)
def test_a_profile_exists_from_the_second_of_its_first_piece_and_stays_empty_when_that_is_gone(
    site, piece, reading_at, clock, place
):
    def answers():
        return site.get(place).status_code, site.get(f"{place}feed.rss").status_code

    assert answers() == (404, 404)
    published(piece, at=NOW, live_from=NOW + HOUR)
    assert answers() == (404, 404)
    reading_at(NOW + HOUR)
    assert answers() == (200, 200)
    assert headlines(site.get(place)) == ["The Harbour Wakes"]
    clock(NOW + 2 * HOUR)
    acts.unpublish(piece, by=None, at=NOW + 2 * HOUR, reason="Published in error.")
    reading_at(NOW + 2 * HOUR)
    assert answers() == (200, 200)
    assert headlines(site.get(place)) == []
    assert b'<meta name="robots" content="noindex">' in site.get(place).content


def test_an_author_page_shows_today_s_person_and_the_posts_held_today(site, piece):
    ida = piece.bylines.get().author
    harbour = InstitutionFactory(short_name="Tide House")
    AppointmentFactory(author=ida, title="fellow", unit="Ports", organisation="", institution=harbour)
    AppointmentFactory(author=ida, title="lecturer", from_on=dt.date(2020, 1, 1))
    AppointmentFactory(author=ida, title="minister", until_on=NOW.date())
    AppointmentFactory(author=ida, title="rector", from_on=NOW.date() + dt.timedelta(days=1))
    AuthorLink.objects.create(author=ida, label="ORCID", url="https://orcid.example/1")
    AuthorLink.objects.create(author=ida, label="Bad", url="https://bad.example")
    AuthorLink.objects.filter(label="Bad").update(url="javascript:alert(1)")
    say("[{courtesy} ][{rank} ]{name}[, {suffix}]", at="byline_name")
    published(piece, at=NOW)
    page = site.get("/authors/ida-quay/")
    assert words(page) == (
        "Ambassador Ida Quay, Ph.D. lecturer, the Tidal College fellow, Ports, Tide House "
        "Ida Quay writes about ports. Web site ORCID Feed (RSS)"
    )
    assert b"javascript" not in page.content


def test_e8_somebody_who_has_left_is_called_former_by_the_page_itself(site, piece, reading_at):
    ida = piece.bylines.get().author
    house = InstitutionFactory(short_name="Tide House")
    here = {"author": ida, "organisation": "", "institution": house}
    AppointmentFactory(title="fellow", until_on=dt.date(2020, 1, 1), **here)
    AppointmentFactory(title="director", unit="Ports", until_on=NOW.date() + dt.timedelta(days=1), **here)
    AppointmentFactory(author=ida, title="dean")
    AppointmentFactory(author=ida, title="minister", until_on=dt.date(2025, 1, 1))
    published(piece, at=NOW)
    assert "director, Ports, Tide House dean, the Tidal College Ida Quay writes" in words(site.get(PLACES[0]))
    reading_at(NOW + dt.timedelta(days=2))
    assert "Ph.D. dean, the Tidal College Former director, Ports, Tide House Ida" in words(
        site.get(PLACES[0])
    )
    AppointmentFactory(title="trustee", from_on=NOW.date(), **here)
    page = words(site.get(PLACES[0]))
    assert "trustee, Tide House" in page
    assert "ormer" not in page


def test_a_profile_shows_the_name_in_its_own_script_and_today_s_titles(site, piece):
    author = piece.bylines.get().author
    author.native_name, author.rank, author.retired_on = "심하늘", "Colonel", NOW.date()
    author.courtesy_until = NOW.date()
    author.save()
    say("[{courtesy} ][{rank} ]{name}[, {suffix}]", at="byline_name")
    published(piece, at=NOW)
    page = site.get(PLACES[0])
    assert words(page).startswith("Colonel (ret.) Ida Quay, Ph.D. 심하늘 Ida Quay writes")
    (native,) = html.fromstring(page.content.decode()).find_class("native-name")
    assert (native.get("dir"), native.get("lang")) == ("auto", "ko")


def test_a_person_with_a_past_and_a_native_name_takes_no_query_more(site, piece, django_assert_num_queries):
    published(piece, at=NOW)
    site.get(PLACES[0])
    with CaptureQueriesContext(connection) as plain:
        site.get(PLACES[0])
    author = piece.bylines.get().author
    Author.objects.update(native_name="심하늘")
    for number in range(3):
        AppointmentFactory(
            author=author,
            organisation="",
            institution=InstitutionFactory(),
            until_on=dt.date(2020, 1, 1 + number),
        )
    with django_assert_num_queries(len(plain)):
        assert "Former" in words(site.get(PLACES[0]))


def test_a_person_credited_twice_has_one_piece(site, piece):
    BylineFactory(article=piece, author=piece.bylines.get().author, role="translator")
    published(piece, at=NOW)
    assert headlines(site.get("/authors/ida-quay/")) == ["The Harbour Wakes"]


def test_an_outlet_page_names_it_as_it_styles_itself(site, piece):
    published(piece, at=NOW)
    page = site.get("/outlets/lantern/")
    assert words(page) == "The Lantern Magazine, NO Web site Feed (RSS)"
    assert html.fromstring(page.content.decode()).xpath('//a[text()="Web site"]/@href') == [
        "https://lantern.example"
    ]


def test_a_renamed_topic_keeps_its_address_and_shows_its_new_name(site, piece):
    published(piece, at=NOW)
    Topic.objects.update(name="Harbours")
    assert words(site.get("/topics/ports/")).startswith("Harbours")


@pytest.mark.parametrize(
    ("place", "name"),
    [(PLACES[0], "Ida Quay, Ph.D."), (PLACES[1], "The Lantern"), (PLACES[2], "Ports")],
)
def test_a_profile_makes_its_own_feed_known_beside_the_sites(site, piece, place, name):
    published(piece, at=NOW)
    page = html.fromstring(site.get(place).content.decode())
    feeds = {link.get("href"): link.get("title") for link in page.xpath('//link[@rel="alternate"]')}
    kinds = ("rss", "atom", "json")
    assert set(feeds) == {f"{folder}feed.{kind}" for folder in ("/", place) for kind in kinds}
    assert feeds[f"{place}feed.rss"].endswith(f": {name}")
    assert len(set(feeds.values())) == 6  # many programs offer the titles to choose from


def test_names_of_a_profile_follow_the_byline_and_the_attribution(site, piece):
    """One rule for a name: a heading has the titles of bylines, a feed's description the article of sentences."""
    published(piece, at=NOW)
    assert html.fromstring(site.get(PLACES[0]).content.decode()).findtext(".//h1") == "Ida Quay, Ph.D."
    assert b"Pieces that ran in the Lantern or name it" in site.get(f"{PLACES[1]}feed.rss").content


def test_a_feed_says_by_only_for_authors(site, piece):
    """One rule for a name: who translated or edited a piece did not write it."""
    published(piece, at=NOW)
    assert b"Pieces by Ida Quay, Ph.D." in site.get(f"{PLACES[0]}feed.rss").content
    BylineFactory(author=piece.bylines.get().author, role="translator", article__headline="Another")
    published(Article.objects.get(headline="Another"), at=NOW)
    assert b"Pieces by and with Ida Quay, Ph.D." in site.get(f"{PLACES[0]}feed.rss").content


def test_a_profile_prints_the_forms_of_its_language_and_day_or_marks_them(site, piece, desk):
    """Facts have languages: a house that speaks German names its people in German, and marks the other forms."""
    ida, today = piece.bylines.get().author, NOW.date()
    AuthorName.objects.create(author=ida, language="en", display_name="Ida Kay", until_on=dt.date(2019, 1, 1))
    AuthorName.objects.create(author=ida, language="de", display_name="Ida Kai", suffix="Dr.")
    post = AppointmentFactory(author=ida, title="fellow", unit="Ports", organisation="", institution=desk)
    AppointmentWords.objects.create(appointment=post, language="de", title="Mitarbeiterin")
    InstitutionName.objects.create(
        institution=desk, language="en", name="Forum", until_on=today + dt.timedelta(days=1)
    )
    published(piece, at=NOW)
    Author.objects.update(name_language="en")
    Appointment.objects.update(name_language="en")
    Institution.objects.update(default_language="de", name_language="en")
    document = html.fromstring(site.get(PLACES[0]).content.decode())
    assert document.findtext(".//h1") == "Ida Kai, Dr."
    (line,) = document.xpath("//ul[@class='posts']/li[contains(., 'Mitarbeiterin')]")
    assert line.text_content() == "Mitarbeiterin, Ports, Forum"
    assert [(span.text, span.get("lang")) for span in line.xpath("span")] == [
        ("Ports", "en"),
        ("Forum", "en"),
    ]


def test_a_persons_feed_has_their_name_from_its_day_on(site, piece, reading_at):
    published(piece, at=NOW)
    until = NOW.date() + dt.timedelta(days=2)
    AuthorName.objects.create(
        author=piece.bylines.get().author, language="en", display_name="Ida Kay", until_on=until
    )
    titles = []
    for days in (1, 2):
        reading_at(NOW + dt.timedelta(days=days))
        titles.append(b"Ida Kay</title>" in site.get(f"{PLACES[0]}feed.rss").content)
    assert titles == [True, False]


def writers(site, address: str) -> list[str]:
    """Those whom the page of a topic names as writing most on it, with their numbers."""
    page = html.fromstring(site.get(address).content.decode())
    return [" ".join(one.text_content().split()) for one in page.xpath('//section[@class="writers"]//li')]


def test_a_topic_names_those_who_have_written_most_listed_pieces_on_it(site, clock, monkeypatch):
    ida, nils, ada, mara = (
        AuthorFactory(display_name=name, sort_name="")
        for name in ("Ida Quay", "Nils Brack", "Ada Lode", "Mara Hythe")
    )

    def piece(*authors: Author, role: str = "author", **facts: object) -> None:
        article = ArticleFactory(**{"topics": ["Ports"], **facts})
        for author in authors:
            BylineFactory(article=article, author=author, role=role)
        published(article, at=NOW)

    piece(ida)
    assert writers(site, "/topics/ports/") == [], "one person stands beside each of the pieces"
    piece(ida, nils)
    piece(mara, role="subject")
    piece(mara, role="translator")
    piece(ada, is_left_out_of_lists=True)
    piece(ada, topics=["Bread"])
    piece(ada, language="de")
    assert writers(site, "/topics/ports/") == ["Ida Quay 2", "Nils Brack 1"]
    monkeypatch.setattr(writing, "MOST_WRITERS", 1)
    assert writers(site, "/topics/ports/") == ["Ida Quay 2"]
    for _ in range(PAGE_LENGTH):
        piece(nils)
    page = html.fromstring(site.get("/topics/ports/").content.decode())
    assert writers(site, "/topics/ports/") == ["Nils Brack 21"]
    assert page.xpath('//section[@class="writers"]//a/@href') == [f"/authors/{nils.slug}/"]
    (older,) = page.xpath('//a[@class="older"]/@href')
    assert writers(site, f"/topics/ports/{older}") == [], "they stand below the first page"
