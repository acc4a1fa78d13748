"""The arranged front page: what the desk put there from an instant on, and nothing that readers may not have."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from lxml import html

from articles import acts
from articles.models import Topic
from tests.conftest import NOW
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    published,
    saved,
)
from website.models import Arrangement, FrontPlace

SECOND, DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)


def arranged(
    house: Any, *places: dict[str, Any], at: dt.datetime | None = NOW, language: str = ""
) -> Arrangement:
    arrangement = Arrangement.objects.create(institution=house, language=language, live_from=at)
    for order, values in enumerate(places):
        FrontPlace.objects.create(arrangement=arrangement, order=order, **values)
    return arrangement


def sections(client: Any, path: str = "/") -> list[tuple[str, list[str]]]:
    """(heading, headlines) of each section of a front page, the newest below them included."""
    page = html.fromstring(client.get(path).content.decode())
    return [
        (
            "".join(section.xpath("./h2//text()")),
            [link.text_content() for link in section.xpath(".//*[contains(@class, 'headline')]/a")],
        )
        for section in page.xpath("//section[contains(@class, 'front-section')]")
    ]


def piece(headline: str, day: int, **facts: Any) -> Any:
    return ArticleFactory(headline=headline, first_published_on=dt.date(2026, 1, day), **facts)


def test_a_front_page_has_its_lead_its_sections_and_the_newest_below(site, desk):
    memo = KindFactory(code="memo", label="Memo")
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    for day, (name, facts) in enumerate(
        [
            ("Oldest", {}),
            ("Old", {}),
            ("Dyke", {"topics": ["Water"]}),
            ("Note", {"kind": memo}),
            ("Hers", {}),
            ("New", {}),
        ],
        start=1,
    ):
        each = piece(name, day, **facts)
        if name == "Hers":
            BylineFactory(article=each, author=ida)
        published(each, at=NOW)
        if name == "Old":
            old = each
    arranged(
        desk,
        {"piece": old},
        {"shows": "newest"},
        {"heading": "Wet", "shows": "topic", "topic": Topic.objects.get(name="Water"), "number": 3},
        {"heading": "Memos", "shows": "kind", "kind": memo},
        {"heading": "Nobody’s", "shows": "topic", "topic": Topic.objects.create(name="Dust")},
        {"heading": "Ida’s", "shows": "person", "person": ida},
    )
    assert sections(site) == [
        ("", ["Old", "New"]),
        ("Wet", ["Dyke"]),
        ("Memos", ["Note"]),
        ("Ida’s", ["Hers"]),
        ("Latest pieces", ["Oldest"]),
    ]
    page = html.fromstring(site.get("/").content.decode())
    assert page.xpath("//h2[@class='section-title']/a/@href") == [
        "/topics/water/",
        "/kinds/memo/",
        "/authors/ida-quay/",
    ]
    assert [each.text_content() for each in page.xpath("//h1")] == [desk.name]


def test_a_place_waits_for_its_piece_and_is_filled_when_it_goes(site, desk, reading_at, clock):
    published(piece("One", 1), at=NOW)
    published(piece("Two", 2), at=NOW)
    draft, coming = piece("Draft", 3), piece("Coming", 4)
    arranged(desk, {"piece": draft}, {"piece": coming}, {"piece": draft})
    published(coming, at=NOW, live_from=NOW + DAY)
    assert sections(site) == [("", ["Two", "One"])]
    reading_at(NOW + DAY)
    assert sections(site) == [("", ["Two", "Coming", "One"])]
    clock(NOW + DAY)
    acts.retract(coming, text="It was wrong.", issued_by="the author", by=None, at=NOW + DAY)
    reading_at(NOW + DAY + SECOND)
    assert "Coming" not in str(sections(site)[0])


def test_a_piece_left_out_of_front_pages_stands_on_none(site, desk):
    published(piece("One", 1), at=NOW)
    hidden = piece("Hidden", 2, is_left_out_of_home=True)
    published(hidden, at=NOW)
    arranged(desk, {"piece": hidden}, {"shows": "newest", "number": 3})
    assert sections(site) == [("", ["One"])]


def test_an_arrangement_is_for_its_house_its_language_and_its_time(site, desk, reading_at):
    published(piece("One", 1), at=NOW)
    published(piece("Zwei", 2, language="de"), at=NOW)
    other = InstitutionFactory(code="weir", name="Weir Unit")
    arranged(other, {"shows": "newest"})
    arranged(desk, {"shows": "newest"}, language="de")
    assert sections(site) == []
    assert sections(site, "/de/") == [("", ["Zwei"])]
    arranged(desk, {"heading": "A", "shows": "newest"})
    arranged(desk, {"heading": "Draft", "shows": "newest"}, at=None)
    arranged(desk, {"heading": "B", "shows": "newest"}, at=NOW + DAY)
    assert sections(site)[0][0] == "A"
    reading_at(NOW + DAY)
    assert sections(site)[0][0] == "B"


def test_a_page_in_another_language_has_what_is_there_in_it(site, desk, django_assert_num_queries):
    original = piece("Ferry", 1)
    published(original, at=NOW)
    published(piece("Fähre", 2, language="de", translation_of=original, source_language="en"), at=NOW)
    alone, deutsch = piece("Alone", 3), piece("Allein", 4, language="de")
    published(alone, at=NOW)
    published(deutsch, at=NOW)
    arranged(desk, {"piece": original}, {"piece": deutsch}, {"piece": alone})
    with django_assert_num_queries(9):
        assert sections(site) == [("", ["Ferry", "Alone"])]
    assert sections(site, "/de/") == [("", ["Fähre", "Allein"])]
    arranged(desk, {"piece": deutsch}, language="de")
    assert sections(site, "/de/") == [("", ["Allein"]), ("Neueste Beiträge", ["Fähre"])]


def test_a_draft_that_says_what_it_is_a_translation_of_moves_nothing(site, desk, reading_at):
    original, picked = piece("Ferry", 1), piece("Fähre", 2, language="de")
    published(original, at=NOW)
    published(picked, at=NOW)
    published(piece("Newer", 3), at=NOW)
    arranged(desk, {"piece": picked}, {"shows": "newest", "heading": "New", "number": 3})
    before = sections(site), sections(site, "/de/")
    picked.translation_of, picked.source_language = original, "en"
    picked.save()
    saved(picked, at=NOW + SECOND)
    assert (sections(site), sections(site, "/de/")) == before
    published(picked, at=NOW + SECOND)
    reading_at(NOW + SECOND)
    assert sections(site)[0] == ("", ["Ferry"])


def test_what_readers_have_had_stays_as_it_was(desk, clock):
    ours = arranged(desk, {"shows": "newest"})
    place = ours.places.get()
    kind = KindFactory()
    topical = FrontPlace.objects.create(arrangement=ours, order=2, shows="kind", kind=kind)
    clock(NOW + DAY)
    for change in (
        lambda: Arrangement.objects.filter(pk=ours.pk).update(live_from=NOW + 2 * DAY),
        lambda: Arrangement.objects.filter(pk=ours.pk).update(language="de"),
        lambda: FrontPlace.objects.filter(pk=place.pk).update(heading="Other"),
        lambda: FrontPlace.objects.filter(pk=place.pk).delete(),
        lambda: FrontPlace.objects.create(arrangement=ours, order=3, shows="newest"),
        lambda: Arrangement.objects.create(institution=desk, live_from=NOW),
        ours.delete,
    ):
        with pytest.raises(IntegrityError, match=r"stays as it was|in the past"), transaction.atomic():
            change()
    kind.delete()  # nothing of readers' was in it
    topical.refresh_from_db()
    assert topical.kind is None
