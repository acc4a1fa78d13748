"""A picture's page: its facts, its permissions, a better file, where it is used, and when it may be deleted."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from articles.models import Edition
from pictures.files.read import read_upload
from pictures.models import Clearance, Logo, Picture
from tests.desk.pages import fields_of, row, rows, text_of
from tests.desk.pictures.conftest import upload
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    published,
    saved,
)
from tests.pictures.files.photos import drawing, file_of

LIBRARY = "/admin/pictures/picture/"


def page_of(picture: Picture, name: str = "change") -> str:
    return f"{LIBRARY}{picture.pk}/{name}/"


def form_of(client: Client, picture: Picture) -> dict[str, Any]:
    return fields_of(client.get(page_of(picture)), "picture_form")


def clearance(**values: Any) -> dict[str, Any]:
    return {**rows("clearances", 1), **row("clearances", 0, **values)}


def test_facts_and_a_permission_are_saved_together_and_the_history_says_so(eve: Client) -> None:
    picture = PictureFactory(title="Quay", cleared=False)
    typed = {"credit": "Ida Quay/Harbour", "focus_across": "20", "focus_down": "70"}
    granted = clearance(
        state="granted", evidence="Mail of 1 March", until_on="2030-01-01", may_be_passed_on="on"
    )
    assert eve.post(page_of(picture), form_of(eve, picture) | typed | granted).status_code == 302
    picture.refresh_from_db()
    assert (picture.credit, picture.focus_across, picture.focus_down) == ("Ida Quay/Harbour", 20, 70)
    assert Clearance.objects.get().until_on == dt.date(2030, 1, 1)
    history = text_of(eve.get(page_of(picture, "history")))
    assert "Required credit" in history
    assert "licence or permission" in history


def test_a_permission_for_one_piece_is_chosen_by_its_headline(eve: Client) -> None:
    piece, picture = ArticleFactory(headline="Tides of paper"), PictureFactory(cleared=False)
    query = {"term": "tides", "app_label": "articles", "model_name": "reprint", "field_name": "article"}
    [offered] = eve.get("/admin/autocomplete/", query).json()["results"]
    assert offered["text"] == "Tides of paper"
    granted = clearance(state="granted", evidence="Mail", only_for=offered["id"])
    eve.post(page_of(picture), form_of(eve, picture) | granted)
    assert Clearance.objects.get().only_for == piece.uuid
    again = eve.get(page_of(picture))
    assert f'<option value="{piece.pk}" selected>Tides of paper</option>' in again.content.decode()
    eve.post(page_of(picture), form_of(eve, picture))
    assert Clearance.objects.get().only_for == piece.uuid


def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(eve: Client) -> None:
    picture = PictureFactory(cleared=False)
    wrong = {"credit": "Kept", "focus_across": "999", "taken_on": "0001-01-01", **clearance(state="granted")}
    wrong |= {"clearances-0-only_for": "99999", "clearances-0-terms": "Kept too", "people": "x" * 600}
    answer = eve.post(page_of(picture), form_of(eve, picture) | wrong)
    page = text_of(answer)
    assert answer.status_code == 200
    for words in ("less than or equal to 100", "cannot be right", "at most 500 characters", "valid choice"):
        assert words in page, words
    assert {'value="Kept"', ">\nKept too<"} == {kept for kept in ('value="Kept"', ">\nKept too<")
                                                  if kept in answer.content.decode()}  # fmt: skip


def test_a_permission_that_is_withdrawn_takes_the_picture_from_its_pages_at_once(
    eve: Client, now: Any
) -> None:
    picture = PictureFactory(title="Quay")
    article = ArticleFactory(headline="Tides of paper", lead_picture=picture, lead_alt="A quay.")
    edition = published(article, at=now)
    assert edition.printed["pictures"]
    form = form_of(eve, picture)
    answer = eve.post(page_of(picture), form | {"clearances-0-state": "withdrawn"}, follow=True)
    assert "Printed again without it: “Tides of paper”" in text_of(answer)
    newest = Edition.objects.order_by("-pk").first()
    assert newest
    assert not newest.printed["pictures"]


def test_the_page_names_the_pieces_that_use_it_and_counts_those_it_may_not_name(
    eve: Client, ada: Client, now: Any
) -> None:
    picture = PictureFactory(title="Quay")
    body = f'<p>Words.</p><figure data-picture="{picture.uuid}"><img alt="A quay."></figure>'
    article = ArticleFactory(headline="Tides of paper", lead_picture=picture, lead_alt="A quay.", body=body)
    published(article, at=now)
    page = text_of(eve.get(page_of(picture)))
    assert "Tides of paper lead picture and in the text; live; readers have it" in page
    assert "1 more that your account may not open" in text_of(ada.get(page_of(picture)))
    article.lead_picture, article.body = None, "<p>Words.</p>"
    article.save()
    saved(article, at=now)
    page = text_of(eve.get(page_of(picture)))
    assert "Tides of paper no longer in its draft; live, unpublished changes; readers have it" in page
    assert "1 use" in text_of(eve.get(f"{LIBRARY}?used=yes"))
    assert "No picture matches." in text_of(eve.get(f"{LIBRARY}?used=no"))


def test_a_portrait_and_a_logo_are_uses_and_keep_their_picture(eve: Client, desk: Any) -> None:
    picture = PictureFactory(title="Quay")
    author = AuthorFactory(display_name="Ida Quay", portrait=picture)
    Logo.objects.create(picture=picture, outlet=OutletFactory(name="Lantern"))
    page = eve.get(page_of(picture))
    assert "Portrait of Ida Quay" in text_of(page)
    assert f'href="/admin/authors/author/{author.pk}/change/"' in page.content.decode()
    assert "2 uses" in text_of(eve.get(f"{LIBRARY}?used=yes"))
    asked = text_of(eve.get(page_of(picture, "delete")))
    assert "It is the portrait of Ida Quay." in asked
    assert "It is the logo of The Lantern." in asked


def test_a_used_picture_stays_and_an_unused_one_goes(eve: Client, now: Any) -> None:
    used, unused = PictureFactory(title="Used"), PictureFactory(title="Not used")
    saved(ArticleFactory(headline="Tides of paper", lead_picture=used, lead_alt="A quay."), at=now)
    asked = text_of(eve.get(page_of(used, "delete")))
    assert "“Used” stays" in asked
    assert "Tides of paper: lead picture; never published" in asked
    eve.post(page_of(used, "delete"), {"post": "yes"})
    assert "It is deleted for good." in text_of(eve.get(page_of(unused, "delete")))
    eve.post(page_of(unused, "delete"), {"post": "yes"})
    assert list(Picture.objects.all()) == [used]


_LOCKED = """SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock'
             AND pid = pg_backend_pid() AND objid = 4017102"""


def test_a_better_file_takes_the_place_of_the_first_and_pages_keep_theirs(
    eve: Client, now: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    eve.post(f"{LIBRARY}add/", {"file": upload("first.jpg")})
    picture = Picture.objects.get()
    picture.clearances.create(state="not_needed")
    published(ArticleFactory(headline="Tides of paper", lead_picture=picture, lead_alt="A quay."), at=now)
    asked = text_of(eve.get(page_of(picture, "replace")))
    assert "A page keeps the present file for its readers" in asked

    def read_while_others_publish(content: bytes) -> Any:
        with connection.cursor() as cursor:
            assert not cursor.execute(_LOCKED).fetchall()
        return read_upload(content)

    monkeypatch.setattr("desk.pictures.receiving.read_upload", read_while_others_publish)
    answer = eve.post(
        page_of(picture, "replace"), {"file": upload("better.jpg", file_of(drawing(640, 400)))}, follow=True
    )
    page = text_of(answer)
    assert "The file is “better.jpg” now, 640 × 400 pixels; it was 520 × 325." in page
    assert "1 published page keeps file, credit and licence as printed." in page
    assert [file.upload_name for file in picture.files.all()] == ["better.jpg", "first.jpg"]
    assert Edition.objects.count() == 1
    assert "The file is “better.jpg” now" in text_of(eve.get(page_of(picture, "history")))


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "Choose a file."),
        ([upload("a.jpg"), upload("b.jpg")], "There are several files: choose one."),
        ([upload("empty.jpg", b"")], "This file is empty."),
        ([upload("page.png", b"<html>")], "This is a web page, not a picture."),
    ],
)  # fmt: skip
def test_a_wrong_file_gets_its_sentence_and_the_picture_keeps_its_own(
    eve: Client, files: Any, words: str
) -> None:
    picture = PictureFactory()
    assert words in text_of(eve.post(page_of(picture, "replace"), {"file": files}))
    assert picture.files.count() == 1


def test_my_desk_tells_editors_of_permissions_that_end_soon(eve: Client, ada: Client) -> None:
    PictureFactory(cleared={"state": "by_licence", "licence": LicenceFactory()})
    PictureFactory()
    assert "1 picture: the permission ends within 60 days, or nothing proves it." in text_of(
        eve.get("/admin/")
    )
    assert "nothing proves it" not in text_of(ada.get("/admin/"))
