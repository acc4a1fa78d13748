"""Files come into the library at once, each with what it says of itself; one that is refused takes nothing along."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from desk.library.receiving import Received, receive
from desk.pictures.receiving import RECEPTION
from disclaimers.models import HouseMember
from pictures.files.read import ReadPicture
from pictures.models import Clearance, Picture, PictureFile
from tests.conftest import NOW
from tests.desk.pages import text_of
from tests.desk.pictures.conftest import upload
from tests.factories import InstitutionFactory, PictureFactory
from tests.pictures.conftest import read
from tests.pictures.files.photos import drawing, exif, file_of, iim, with_segment

ADD = "/admin/pictures/picture/add/"
WORDS = iim(
    (80, "Ida Quay"),
    (110, "Ida Quay/Harbour Pictures"),
    (120, "A crane at dusk."),
    (90, "Example"),
    (55, "20260301"),
)


def test_one_file_leads_to_its_page_where_its_own_words_stand_in_the_empty_fields(eve: Client) -> None:
    photo = with_segment(file_of(drawing(), exif=exif(Copyright="All rights with Ida Quay")), WORDS)
    answer = eve.post(ADD, {"file": upload("Harbour_crane.jpg", photo)}, follow=True)
    picture = Picture.objects.get()
    assert answer.redirect_chain == [(f"/admin/pictures/picture/{picture.pk}/change/", 302)]
    assert (picture.title, picture.creator, picture.credit) == (
        "Harbour crane", "Ida Quay", "Ida Quay/Harbour Pictures",
    )  # fmt: skip
    assert (picture.description, picture.place, str(picture.taken_on)) == (
        "A crane at dusk.", "Example", "2026-03-01",
    )  # fmt: skip
    page = text_of(answer)
    assert "“Harbour crane” is in the library" in page
    assert "Copyright All rights with Ida Quay" in page.replace("“", "").replace("”", "")
    assert "added" in text_of(eve.get(f"/admin/pictures/picture/{picture.pk}/history/")).lower()


def test_several_files_at_once_are_taken_each_for_itself(eve: Client) -> None:
    there = eve.post(ADD, {"file": upload("first.jpg")}) and Picture.objects.get()
    files = [
        upload("again.jpg"),
        upload("letter.jpg", b"%PDF-1.4"),
        upload("IMG_1234.png", file_of(drawing(300, 188), "PNG")),
    ]
    page = text_of(eve.post(ADD, {"file": files}))
    assert "This file is in the library already: first again.jpg was not added again." in page
    assert "This is a PDF, not a picture." in page
    assert "Its file says nothing of its credit." in page
    assert "It looks like one that was here already." in page
    assert there in Picture.objects.all()
    assert Picture.objects.count() == 2


def test_a_script_gets_the_rows_of_what_it_sent_and_no_page(eve: Client) -> None:
    answer = eve.post(ADD, {"file": upload(), "in_rows": "1"}, headers={"Sent-By": "script"})
    rows = answer.json()["rows"]
    assert "<html" not in rows
    assert f'data-leads-to="/admin/pictures/picture/{Picture.objects.get().pk}/change/"' in rows


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "a\x00b.jpg", "\u202egpj.exe", "ü" * 300 + ".jpg", "a." + "ü" * 300, "", "..", ".",
     "'><b>.jpg", "\udcff\udcfe.jpg"],
)  # fmt: skip
@pytest.mark.parametrize("door", [ADD, "/admin/pictures/picture/upload/"])
def test_a_strange_name_is_taken_or_its_file_passed_over_with_a_sentence(
    eve: Client, settings: Any, door: str, name: str
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000  # so Django writes the file to the disk, under such a name
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    headers = {} if door == ADD else {"Sent-By": "script"}
    body = head.encode(errors="surrogateescape") + file_of(drawing(520, 325)) + b"\r\n--x--\r\n"
    answer = eve.post(
        door, body, content_type="multipart/form-data; boundary=x", follow=True, headers=headers
    )
    assert answer.status_code == (200 if Picture.objects.exists() or door == ADD else 400)
    assert Picture.objects.exists() or "its name cannot be read" in answer.content.decode()
    for file in PictureFile.objects.all():
        assert len(file.upload_name) <= 255
        assert not set(file.upload_name) & set("/\x00\u202e")


def test_nothing_and_too_much_get_a_sentence(eve: Client) -> None:
    assert "Choose a file." in text_of(eve.post(ADD, {}))
    files = [SimpleUploadedFile(f"{number}.jpg", b"x") for number in range(30)]
    answer = eve.post(ADD, {"file": files})
    assert answer.status_code == 413
    assert not Picture.objects.exists()


def test_an_author_describes_the_own_picture_and_no_other(ada: Client) -> None:
    ada.post(ADD, {"file": upload()})
    own, other = Picture.objects.get(), PictureFactory()
    assert 'name="credit"' in ada.get(f"/admin/pictures/picture/{own.pk}/change/").content.decode()
    assert (
        'name="clearances-0-state"'
        not in ada.get(f"/admin/pictures/picture/{own.pk}/change/").content.decode()
    )
    assert 'name="credit"' not in ada.get(f"/admin/pictures/picture/{other.pk}/change/").content.decode()
    assert ada.get(f"/admin/pictures/picture/{other.pk}/replace/").status_code == 403
    Clearance.objects.create(picture=own, state="not_needed")
    cleared = ada.get(f"/admin/pictures/picture/{own.pk}/change/").content.decode()
    assert 'name="credit"' not in cleared, "the permission was given for what it is and says"
    assert ada.get(f"/admin/pictures/picture/{own.pk}/replace/").status_code == 403


def test_an_account_of_one_house_adds_to_it_and_sees_no_picture_of_another(
    eve: Client, editor: User, desk
) -> None:
    HouseMember.objects.create(user=editor, institution=desk)
    other = PictureFactory(title="Of others", institution=InstitutionFactory())
    eve.post(ADD, {"file": upload()})
    assert Picture.objects.get(title="quay").institution == desk
    assert "Of others" not in text_of(eve.get("/admin/pictures/picture/"))
    for address in (f"{other.pk}/change/", f"{other.pk}/replace/", f"file/{other.files.get().name}/480.jpeg"):
        assert eve.get(f"/admin/pictures/picture/{address}").status_code in (302, 404), address
    shared = PictureFactory(title="For all")
    assert 'name="credit"' not in eve.get(f"/admin/pictures/picture/{shared.pk}/change/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_same_file_sent_twice_at_one_moment_is_one_picture(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have looked for the file and not found it before either adds it."""
    have_looked = threading.Barrier(2)

    def read_by_both(content: bytes) -> ReadPicture:
        have_looked.wait(10)
        return read(content)

    monkeypatch.setattr("desk.pictures.receiving.read_upload", read_by_both)

    def send(name: str) -> Received:
        try:
            return receive(RECEPTION, upload(name), house=None, by=editor, at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        received = list(threads.map(send, ["first.jpg", "second.jpg"]))
    assert sorted(each.is_new for each in received) == [False, True]
    assert {each.record for each in received} == {Picture.objects.get()}
