"""Error pages show the face of the house that their address names, and of the desk's first house else."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError, connection
from django.test import Client
from lxml import html

from articles.models import Edition
from disclaimers.models import HouseMember, Institution
from reading import errors
from reading.piece import views as piece_views
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.factories import ArticleFactory, InstitutionFactory, saved
from tests.reading.test_houses import house, piece_of


@pytest.fixture
def mill(site: Client, desk: Institution) -> Edition:
    """A piece of a house that has nothing to do with the desk's first one."""
    house("tidemark", institution=desk)
    return piece_of(house("millpond"), "millpond")


def face_of(answer: Any) -> str:
    """The name in the header of a page; "" for a page without the face of a house."""
    names = html.fromstring(answer.content.decode()).find_class("house-name")
    return names[0].text_content() if names else ""


@pytest.mark.parametrize(
    "address",
    [
        "/houses/millpond/nothing/",
        "/houses/millpond/?before=nothing",
        "/articles/millpond-headline/nothing/",
        "/authors/millpond-quay/nothing",
        "/authors/millpond-quay/?before=nothing",
    ],
)
def test_404_shows_the_face_of_the_house_that_the_address_names(
    site: Client,
    mill: Edition,
    address: str,
) -> None:
    answer = site.get(address)
    assert (answer.status_code, face_of(answer)) == (404, "millpond name")


def test_404_shows_the_desk_s_first_house_where_the_address_names_none_or_one_nobody_has_read(
    site: Client,
    mill: Edition,
) -> None:
    InstitutionFactory(code="unread", name="Nobody has read this")
    saved(ArticleFactory(slug="a-draft", institution=Institution.objects.get(code="millpond")), at=NOW)
    for address in (
        "/houses/unread/x/",
        "/articles/a-draft/x/",
        "/nothing/",
        "/articles/%00/",
    ):
        answer = site.get(address)
        assert (answer.status_code, face_of(answer)) == (404, "tidemark name"), address


@pytest.mark.parametrize(
    ("error", "status", "title"),
    [
        (ZeroDivisionError, 500, "Something went wrong here"),
        (SuspiciousOperation, 400, "Request not understood"),
    ],
)
def test_400_and_500_show_the_face_of_the_piece_s_house_and_none_where_that_fails_too(
    site: Client,
    mill: Edition,
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
    status: int,
    title: str,
) -> None:
    def fail(*args: Any) -> None:
        raise error

    monkeypatch.setattr(piece_views, "republish_document", fail)
    site.raise_request_exception = False
    answer = site.get("/articles/millpond-headline/republish/")
    assert (answer.status_code, face_of(answer)) == (status, "millpond name")
    assert title in answer.content.decode()
    Institution.objects.filter(code="millpond").update(default_language="de")
    assert title not in site.get("/articles/millpond-headline/republish/").content.decode()
    monkeypatch.setattr(errors, "face_at", fail)
    answer = site.get("/articles/millpond-headline/republish/")
    assert (answer.status_code, face_of(answer)) == (status, "")
    assert title in answer.content.decode()


def test_an_error_below_the_desk_shows_the_house_that_the_account_works_for(
    site: Client, mill: Edition, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """403, 404, a failed CSRF check, 413, 400 and 500, in English: the language of the desk."""
    Institution.objects.update(default_language="de")
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_NUMBER_FIELDS", 2)
    change = "/admin/articles/article/add/"

    def broken(error: type[Exception]) -> Any:
        with monkeypatch.context() as patched:
            patched.setattr("desk.manuscript.admin.before_the_first_piece", lambda request: _raise(error))
            return client.get(change)

    client = logged_in(editor)
    client.raise_request_exception = False
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    answers: dict[str, Any] = {
        "This page is not open to you": lambda: client.get("/admin/auth/user/"),
        "Page not found": lambda: client.get("/admin/nothing/at/all/"),
        "The form was not sent": lambda: strict.post("/admin/jsi18n/"),
        "Too much for the desk": lambda: client.post(change, {"a": 1, "b": 2, "c": 3}),
        "Request not understood": lambda: broken(SuspiciousOperation),
        "Something went wrong here": lambda: broken(ZeroDivisionError),
    }
    for own in ("tidemark", "millpond"):
        if own == "millpond":
            HouseMember.objects.create(user=editor, institution=Institution.objects.get(code=own))
        for title, answer in answers.items():
            page = answer()
            assert (page.status_code >= 400, face_of(page)) == (True, f"{own} name"), title
            assert title in page.content.decode()
            assert '<html lang="en"' in page.content.decode()
            assert "no-store" in page.headers["Cache-Control"], "another account sees another house"


def test_while_the_database_is_away_a_page_has_the_face_and_the_language_that_it_showed_last(
    site: Client, mill: Edition
) -> None:
    Institution.objects.filter(code="millpond").update(default_language="de")
    piece, front = mill.permalink.path, "/houses/millpond/"
    site.raise_request_exception = False

    def away(address: str) -> tuple[int, str, bool]:
        with connection.execute_wrapper(_no_database):
            page = site.get(address)
        return page.status_code, face_of(page), "Gleich wieder da" in page.content.decode()

    assert away(piece) == (503, "", False), "nobody has seen a page of this process"
    for address in ("/", front, piece):
        assert site.get(address).status_code == 200
    assert away(front) == (503, "millpond name", True)
    assert away(f"{front}feed.rss") == (503, "millpond name", True)
    assert away(f"{piece}republish/") == (503, "millpond name", False), "the piece is in English"
    assert away("/nothing/at/all/") == (503, "tidemark name", False)


def test_a_preview_leaves_no_face_at_the_address_of_a_draft(
    site: Client, mill: Edition, editor: User
) -> None:
    secret = ArticleFactory(slug="a-draft", institution=house("secret"))
    saved(secret, at=NOW)
    preview = logged_in(editor).get(f"/admin/articles/article/{secret.pk}/preview/")
    assert face_of(preview) == "secret name"
    site.get("/")
    site.raise_request_exception = False
    with connection.execute_wrapper(_no_database):
        answer = site.get("/articles/a-draft/")
    assert (answer.status_code, face_of(answer)) == (503, "tidemark name")


def _raise(error: type[Exception]) -> Any:
    raise error


def _no_database(*args: Any) -> Any:
    raise OperationalError("the connection is lost")
