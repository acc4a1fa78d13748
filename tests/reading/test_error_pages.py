"""Error pages show the face of the house that their address names, and of the desk's first house else."""

from typing import Any

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client
from lxml import html

from articles.models import Edition
from disclaimers.models import Institution
from reading import views
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

    monkeypatch.setattr(views, "republish_document", fail)
    site.raise_request_exception = False
    answer = site.get("/articles/millpond-headline/republish/")
    assert (answer.status_code, face_of(answer)) == (status, "millpond name")
    assert title in answer.content.decode()
    Institution.objects.filter(code="millpond").update(default_language="de")
    assert title not in site.get("/articles/millpond-headline/republish/").content.decode()
    monkeypatch.setattr(views, "face_at", fail)
    answer = site.get("/articles/millpond-headline/republish/")
    assert (answer.status_code, face_of(answer)) == (status, "")
    assert title in answer.content.decode()
