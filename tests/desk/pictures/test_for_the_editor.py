"""The body editor asks the library in JSON: what it may choose, and what became of a file."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.test import Client

from disclaimers.models import HouseMember, Institution
from pictures.models import Picture
from tests.desk.pages import ADD
from tests.desk.pictures.conftest import upload
from tests.factories import ArticleFactory, InstitutionFactory, PictureFactory, published
from tests.pictures.files.photos import drawing, file_of, iim, with_segment

CHOOSE, UPLOAD = "/admin/pictures/picture/choose/", "/admin/pictures/picture/upload/"


def titles(browser: Client, query: str) -> list[str]:
    return [record["title"] for record in browser.get(f"{CHOOSE}?{query}").json()["pictures"]]


def test_pictures_are_chosen_by_words_or_by_key_with_what_a_figure_shows_of_them(
    eve: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    quay = PictureFactory(title="Old quay", credit="Ida Quay", description="Two\ncranes.", focus_across=70)
    PictureFactory(title="Lighthouse", cleared=False)
    assert titles(eve, "q=") == ["Lighthouse", "Old quay"]
    assert titles(eve, "q=ida+old") == ["Old quay"]
    assert titles(eve, f"uuid={quay.uuid}&uuid=x&uuid={'0' * 32}") == ["Old quay"]
    monkeypatch.setattr("desk.pictures.choose.MOST_CHOICES", 1)
    assert eve.get(f"{CHOOSE}?q=").json()["more"] == 1
    [record] = eve.get(f"{CHOOSE}?uuid={quay.uuid}").json()["pictures"]
    file = quay.files.get()
    assert record == {
        "uuid": str(quay.uuid), "key": quay.pk, "title": "Old quay", "width": 2000, "height": 1250,
        "description": "Two cranes.",
        "address": f"/admin/pictures/picture/file/{file.name}/480.jpeg", "language": "en", "credit": "Ida Quay",
        "focus": [70, 50], "permission": {"words": "May be shown", "mark": "good"}, "offered": {},
        "record": f"/admin/pictures/picture/{quay.pk}/change/",
    }  # fmt: skip


def test_an_account_of_one_house_is_offered_no_picture_of_another(
    eve: Client, editor: User, desk: Institution
) -> None:
    other = PictureFactory(title="Of another house", institution=InstitutionFactory())
    PictureFactory(title="Of every house")
    assert titles(eve, f"uuid={other.uuid}") == ["Of another house"]
    HouseMember.objects.create(user=editor, institution=desk)
    assert titles(eve, "q=") == ["Of every house"]
    assert titles(eve, f"uuid={other.uuid}") == []
    assert eve.post(UPLOAD, {"file": upload()}).json()["title"] == "quay"
    assert Picture.objects.get(title="quay").institution == desk


def test_an_uploaded_file_is_a_record_and_the_same_file_again_the_same_picture(eve: Client) -> None:
    photo = with_segment(file_of(drawing()), iim((110, "Ida Quay/Harbour"), (120, "A crane at dusk.")))
    first = eve.post(UPLOAD, {"file": upload("crane.jpg", photo)}, headers={"Sent-By": "script"}).json()
    assert (first["title"], first["credit"], first["description"]) == (
        "crane", "Ida Quay/Harbour", "A crane at dusk.",
    )  # fmt: skip
    assert first["permission"]["words"] == "Nothing on record"
    assert eve.get(first["address"]).status_code == 200
    assert eve.post(UPLOAD, {"file": upload("again.jpg", photo)}).json() == first


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ([upload("letter.jpg", b"%PDF-1.4")], "This is a PDF, not a picture."),
        ([upload("empty.jpg", b"")], "This file is empty."),
        ([upload(), upload()], "Send one file at a time."),
        ([], "Choose a file."),
    ],
)
def test_a_file_that_is_refused_is_answered_with_a_sentence(
    eve: Client, files: list[object], problem: str
) -> None:
    answer = eve.post(UPLOAD, {"file": files}, headers={"Sent-By": "script"})
    assert answer.status_code == 400
    assert answer.json()["problem"].startswith(problem)
    assert not Picture.objects.exists()


def test_a_form_of_another_page_uploads_nothing(editor: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(editor)
    assert browser.post(UPLOAD, {"file": upload()}, headers={"Sent-By": "script"}).status_code == 403
    assert not Picture.objects.exists()


def test_the_body_is_told_where_to_choose_and_to_upload(eve: Client, desk: Institution) -> None:
    page = eve.get(ADD).content.decode()
    assert f'data-pictures="{CHOOSE}"' in page
    assert f'data-picture-upload="{UPLOAD}"' in page


def test_a_picture_without_a_required_credit_has_the_same_one_everywhere(
    eve: Client, now: dt.datetime
) -> None:
    quay = PictureFactory(creator="Ida Quay", source="Lantern")
    piece = published(ArticleFactory(lead_picture=quay, lead_alt="A quay"), at=now)
    [record] = eve.get(f"{CHOOSE}?uuid={quay.uuid}").json()["pictures"]
    [card] = eve.get("/admin/pictures/picture/").context_data["cl"].cards
    [printed] = piece.printed["pictures"][str(quay.uuid)]["credit"]
    assert {record["credit"], card.credit, printed["text"]} == {"Ida Quay/Lantern"}
