"""The library: a picture is found by its words and by its permission, and its file is served to the desk alone."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from desk.library.permission import in_list, permission_of
from pictures.models import Clearance, Picture, StoredFile
from pictures.worker.loop import work_off
from tests.desk.pages import text_of
from tests.desk.pictures.conftest import upload
from tests.factories import ArticleFactory, InstitutionFactory, LicenceFactory, PictureFactory

LIBRARY = "/admin/pictures/picture/"
TODAY = dt.date(2026, 3, 10)


def day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def test_an_empty_library_says_how_it_begins(eve: Client) -> None:
    page = eve.get(LIBRARY)
    assert "There is no picture in the library yet." in text_of(page)
    assert 'class="button" href="/admin/pictures/picture/add/"' in page.content.decode()


def test_a_picture_is_found_by_every_word_about_it(eve: Client) -> None:
    words = {
        "title": "Quay", "description": "Dusk", "creator": "Ida", "credit": "Harbourpix", "source": "Agency",
        "people": "Bo Berg", "place": "Exampletown",
    }  # fmt: skip
    PictureFactory(**words)
    PictureFactory(title="Another", description="", creator="")
    for word in [*words.values(), "dusk berg exampletown"]:
        [card] = eve.get(LIBRARY, {"q": word}).context_data["cl"].cards
        assert card.picture.title == "Quay", word
    assert "No picture matches." in text_of(eve.get(LIBRARY, {"q": "nowhere"}))


CASES: dict[str, tuple[list[dict[str, Any]], str, set[str]]] = {
    "none": ([], "Nothing on record", {"watch", "unproven", "missing"}),
    "ours": ([{"state": "not_needed"}], "May be shown", {"shown"}),
    "licence without proof": ([{"state": "by_licence"}], "May be shown", {"watch", "unproven", "shown"}),
    "ending": (
        [{"until_on": day(20)}], "May be shown, no longer from 30 March 2026", {"watch", "ending", "shown"},
    ),
    "going on": ([{"until_on": day(20)}, {"from_on": day(20)}], "May be shown", {"shown"}),
    "going on later": (
        [{"until_on": day(20)}, {"from_on": day(21)}],
        "May be shown, no longer from 30 March 2026", {"watch", "ending", "shown"},
    ),
    "ending far ahead": ([{"until_on": day(200)}], "May be shown, no longer from 26 September 2026", {"shown"}),
    "over": ([{"until_on": TODAY}], "Over since 10 March 2026", {"missing"}),
    "coming": ([{"from_on": day(1)}], "Not before 11 March 2026", {"missing"}),
    "asked": ([{"state": "requested", "evidence": ""}], "Asked for, no answer yet", {"watch", "unproven", "missing"}),
    "refused": ([{"state": "refused"}], "Refused", {"watch", "unproven", "missing"}),
    "one piece": ([{"only_for": "new"}], "Only for one piece", {"shown"}),
    "one piece, ending": (
        [{"only_for": "new", "until_on": day(9)}],
        "Only for one piece, no longer from 19 March 2026", {"watch", "ending", "shown"},
    ),
    "one piece, then every": (
        [{"only_for": "new", "until_on": day(9)}, {"from_on": day(9)}], "Only for one piece", {"shown"},
    ),
    "every piece, then one": (
        [{"until_on": day(20)}, {"only_for": "new"}],
        "May be shown in every piece, no longer from 30 March 2026", {"watch", "ending", "shown"},
    ),
    "ours, and a piece’s that ends": (
        [{"state": "not_needed"}, {"only_for": "new", "until_on": day(9)}], "May be shown", {"shown"},
    ),
}  # fmt: skip


def test_the_words_on_a_card_and_the_lists_of_the_filter_say_the_same(desk: Any) -> None:
    licence, wrong = LicenceFactory(), {}
    for name, (rows, words, lists) in CASES.items():
        picture = PictureFactory(title=name, cleared=False)
        for row in rows:
            usual = {"state": "granted", "evidence": "Mail"}
            if row.get("state") == "by_licence":
                usual = {"licence": licence}
            only_for = {"only_for": ArticleFactory().uuid} if "only_for" in row else {}
            Clearance.objects.create(picture=picture, **usual | row | only_for)
        said = permission_of(picture.clearances.all(), TODAY).words
        found = {name for name in ("watch", "ending", "unproven", "shown", "missing")
                 if picture in in_list(name, Picture.objects.all(), TODAY)}  # fmt: skip
        if (said, found) != (words, lists):
            wrong[name] = said, found
    assert wrong == {}


def test_the_filters_leave_what_they_name_and_a_wrong_one_leaves_all(eve: Client, desk: Any) -> None:
    InstitutionFactory()  # of one house there is nothing to choose
    PictureFactory(title="Ours", institution=desk)
    PictureFactory(title="Theirs", source_kind="agency", source="Agency", cleared=False)
    for query, titles in {
        "permission=missing": ["Theirs"], "permission=shown": ["Ours"], "source=agency": ["Theirs"],
        f"house={desk.pk}": ["Ours"], "house=every": ["Theirs"], "house=x": ["Theirs", "Ours"],
        "permission=%00": ["Theirs", "Ours"], "source=no": ["Theirs", "Ours"],
    }.items():  # fmt: skip
        cards = eve.get(f"{LIBRARY}?{query}").context_data["cl"].cards
        assert sorted(card.picture.title for card in cards) == sorted(titles), query


def test_the_list_takes_the_same_queries_for_one_picture_and_for_ten(
    eve: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(10):
        PictureFactory()
    with django_assert_max_num_queries(16):
        eve.get(LIBRARY)


def test_the_desk_serves_what_is_made_and_never_the_master(eve: Client, client: Client) -> None:
    eve.post(f"{LIBRARY}add/", {"file": upload()})
    name = Picture.objects.get().files.get().name
    address = f"{LIBRARY}file/{name}"
    small = eve.get(f"{address}/480.jpeg")
    assert small.headers["Content-Type"] == "image/jpeg"
    assert {"private", "no-store"} <= set(small.headers["Cache-Control"].split(", "))
    assert small.headers["X-Content-Type-Options"] == "nosniff"
    meanwhile = eve.get(f"{address}/520.avif")
    assert (meanwhile.content, meanwhile.headers["Content-Type"]) == (small.content, "image/jpeg")
    work_off()
    made = eve.get(f"{address}/520.avif")
    assert made.headers["Content-Type"] == "image/avif"
    assert len(made.content) == StoredFile.objects.get(width=520, file_format="avif").size
    assert eve.get(f"{address}/480.jpeg").content == small.content
    assert client.get(f"{address}/480.jpeg").status_code == 302
    for odd in ("master.jpeg", "520.png", "960.jpeg", "0.avif", f"{'9' * 30}.avif"):
        assert eve.get(f"{address}/{odd}").status_code in (301, 404), odd
    assert eve.get(f"{LIBRARY}file/a%00b/480.jpeg").status_code == 404


@pytest.mark.parametrize("size", ["480.jpeg", "1920.avif"])
def test_a_file_that_is_lost_is_not_a_fault(eve: Client, size: str) -> None:
    name = PictureFactory().files.get().name
    StoredFile.objects.update(content=None, size=1, stored_at=timezone.now())
    assert eve.get(f"{LIBRARY}file/{name}/{size}").status_code == 404
