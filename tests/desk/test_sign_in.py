"""Guessers of passwords get a pause and a sentence, and cost no processor time meanwhile."""

from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from desk import sign_in
from tests.desk.pages import text_of

LOGIN = "/admin/login/"
pytestmark = pytest.mark.django_db


def sign_in_as(client: Client, name: str, password: str, **headers: str) -> Any:
    return client.post(LOGIN, {"username": name, "password": password, "next": "/admin/"}, headers=headers)


def test_guessers_of_passwords_get_a_pause_in_which_none_is_checked(client: Client, editor: User) -> None:
    for _ in range(sign_in.MOST_FOR_AN_ACCOUNT):
        assert "Too many" not in text_of(sign_in_as(client, "eve", "wrong"))
    with patch("django.contrib.auth.forms.authenticate") as checked:
        assert "Wait five minutes" in text_of(sign_in_as(client, "Eve", "a long password"))
    assert not checked.called
    cache.clear()  # the pause is over
    assert sign_in_as(client, "eve", "a long password").status_code == 302


def test_others_may_sign_in_meanwhile(client: Client, editor: User, settings: Any) -> None:
    settings.HTTPS = True
    for _ in range(sign_in.MOST_FOR_AN_ACCOUNT):
        sign_in_as(client, "eve", "wrong", **{"X-Forwarded-For": "192.0.2.1"})
    assert sign_in_as(client, "eve", "a long password", **{"X-Forwarded-For": "192.0.2.1"}).status_code == 200
    assert sign_in_as(client, "eve", "a long password", **{"X-Forwarded-For": "192.0.2.2"}).status_code == 302


def test_one_address_cannot_try_many_accounts(client: Client, editor: User) -> None:
    for number in range(sign_in.MOST_FROM_AN_ADDRESS):
        sign_in_as(client, f"person-{number}", "wrong")
    assert "Too many wrong passwords" in text_of(sign_in_as(client, "eve", "a long password"))
