"""Legal and archive notices: shown by their own dates, language and house, whatever day a piece is from."""

import datetime as dt

import pytest
from lxml import html

from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import InstitutionFactory, StandingNoticeFactory, published

DAY = dt.timedelta(days=1)


def standing(site, edition) -> list[tuple[str, str]]:
    page = html.fromstring(site.get(edition.permalink.path).content.decode())
    return [
        (p.get("class").split()[1], p.text_content()) for p in page.xpath('//p[contains(@class, "standing")]')
    ]


@pytest.fixture
def home(site):
    return Institution.objects.get()


def test_d18_a_notice_is_on_every_page_of_its_language_old_and_new(site, home):
    StandingNoticeFactory(institution=home, language="ru", text="Только для чтения.")
    russian = published(language="ru", headline="Порт", is_archive=True, at=NOW)
    english = published(at=NOW)
    assert standing(site, russian) == [("legal", "Только для чтения.")]
    assert standing(site, english) == []
    page = html.fromstring(site.get(russian.permalink.path).content.decode())
    (notice,) = page.xpath('//p[contains(@class, "standing")]')
    assert (page.get("lang"), page.get("dir")) == ("ru", "ltr")
    assert notice.get("lang") is None


def test_d19_an_archive_notice_is_on_pieces_from_the_old_site_only_and_above_them(site, home):
    StandingNoticeFactory(institution=home, purpose="archive", is_for_archive=True, text="An old page.")
    StandingNoticeFactory(institution=home, text="A legal word.")
    old, new = published(is_archive=True, at=NOW), published(at=NOW)
    assert standing(site, old) == [("archive", "An old page."), ("legal", "A legal word.")]
    assert standing(site, new) == [("legal", "A legal word.")]
    text = html.fromstring(site.get(old.permalink.path).content.decode()).text_content()
    assert text.index("An old page.") < text.index("Ships came in") < text.index("A legal word.")


def test_a_notice_shows_within_its_own_window_by_the_houses_day(site, home, reading_at):
    home.time_zone = "Pacific/Auckland"
    home.save()
    StandingNoticeFactory(
        institution=home, text="For a day.", shown_from=dt.date(2026, 3, 12), shown_until=dt.date(2026, 3, 13)
    )
    edition = published(at=NOW)
    midnight = dt.datetime(2026, 3, 11, 11, tzinfo=dt.UTC)  # in Auckland, summer time
    for at, shown in (
        (midnight - dt.timedelta(seconds=1), False),
        (midnight, True),
        (midnight + DAY - dt.timedelta(seconds=1), True),
        (midnight + DAY, False),
    ):
        reading_at(at)
        assert bool(standing(site, edition)) is shown, at


def test_a_centre_shows_what_stands_above_it_and_no_other_house_does(site, home):
    centre = InstitutionFactory(parent=InstitutionFactory(parent=home))
    StandingNoticeFactory(institution=home, text="Of the house.")
    StandingNoticeFactory(institution=centre, text="Of the centre.", shown_from=dt.date(2019, 1, 1))
    assert standing(site, published(institution=centre, at=NOW)) == [
        ("legal", "Of the house."),
        ("legal", "Of the centre."),
    ]
    assert standing(site, published(institution=InstitutionFactory(), at=NOW)) == []
    assert standing(site, published(institution=home, at=NOW)) == [("legal", "Of the house.")]


def test_a_notice_is_pinned_to_no_edition_and_stands_in_the_feed_while_it_stands_on_the_page(site, home):
    edition = published(at=NOW)
    notice = StandingNoticeFactory(institution=home, text="Added later.")
    assert standing(site, edition) == [("legal", "Added later.")]
    assert b"Added later." in site.get("/feed.rss").content
    notice.delete()
    assert standing(site, edition) == []
    assert b"Added later." not in site.get("/feed.rss").content


def test_own_notices_and_those_of_the_house_above_take_no_query_more(site, home, django_assert_num_queries):
    StandingNoticeFactory(institution=home)
    own, below = (
        published(institution=home, at=NOW),
        published(institution=InstitutionFactory(parent=home), at=NOW),
    )
    for edition, queries in ((own, 2), (below, 2)):
        site.get(edition.permalink.path)
        with django_assert_num_queries(queries):
            assert standing(site, edition)
