"""An empty desk's first administrator comes by a link that works once."""

import threading
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from thinktank import welcome

PERSON = {
    "username": "ada",
    "email": "",
    "password1": "correct horse battery",
    "password2": "correct horse battery",
}


@pytest.fixture
def link(db: None, tmp_path: Path, settings: Any) -> str:
    settings.DESK_HOME = tmp_path
    return f"/welcome/{welcome.issue_token()}/"


def test_the_link_makes_an_administrator_and_signs_them_in(link: str, client: Client) -> None:
    assert client.get(link).status_code == 200
    response = client.post(link, PERSON)
    assert response.headers["Location"] == "/admin/first-steps/"
    ada = User.objects.get()
    assert ada.is_superuser
    assert ada.is_staff
    assert ada.check_password(PERSON["password1"])
    assert client.get("/admin/").status_code == 200


def test_the_link_works_once(link: str, client: Client) -> None:
    client.post(link, PERSON)
    assert Client().get(link).status_code == 404
    assert Client().post(link, {**PERSON, "username": "eve"}).status_code == 404
    assert User.objects.count() == 1


def test_the_link_ends_when_any_administrator_exists(link: str, client: Client) -> None:
    User.objects.create_superuser("root")
    assert client.get(link).status_code == 404


def test_a_newer_link_ends_an_older_one(link: str, client: Client) -> None:
    welcome.issue_token()
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("token", ["x", "ä", "0" * 43, "%00"])
def test_a_guess_opens_nothing(link: str, client: Client, token: str) -> None:
    assert client.get(f"/welcome/{token}/").status_code == 404


def test_the_token_itself_is_kept_nowhere(link: str, tmp_path: Path) -> None:
    token = link.split("/")[2]
    assert len(token) >= 43
    assert all(token not in file.read_text() for file in tmp_path.iterdir())


def test_a_weak_password_is_refused_and_the_link_stays(link: str, client: Client) -> None:
    response = client.post(link, {**PERSON, "password1": "12345678", "password2": "12345678"})
    assert response.status_code == 200
    assert b"errorlist" in response.content
    assert b'value="ada"' in response.content
    assert not User.objects.exists()
    assert client.get(link).status_code == 200


def test_the_page_has_no_inline_style_or_script(link: str, client: Client) -> None:
    page = client.get(link).content
    assert b"<script" not in page
    assert b"<style" not in page
    assert b"style=" not in page


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_becomes_the_administrator(tmp_path: Path, settings: Any) -> None:
    settings.DESK_HOME = tmp_path
    link = f"/welcome/{welcome.issue_token()}/"
    both, answers = threading.Barrier(2), []

    def come(name: str) -> None:
        both.wait()
        answers.append(Client().post(link, {**PERSON, "username": name}).status_code)
        connection.close()

    people = [threading.Thread(target=come, args=(name,)) for name in ("ada", "eve")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(answers) == [302, 404]
    assert User.objects.count() == 1


def test_the_token_in_the_address_is_sent_nowhere_and_the_form_is_accepted(link: str, client: Client) -> None:
    """A browser sends "Origin: null" from a page with "no-referrer", and then the form is refused."""
    assert client.get(link).headers["Referrer-Policy"] == "strict-origin"
    refused = client.post(link, {**PERSON, "password2": "another"})
    assert refused.headers["Referrer-Policy"] == "strict-origin"
