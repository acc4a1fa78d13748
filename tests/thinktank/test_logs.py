"""A log line says which request and who, and asks nothing that the page did not ask."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from thinktank.logs import logging_config


@pytest.fixture
def lines() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """The JSON lines logged so far, as the desk's own handler writes them."""
    written = io.StringIO()
    formatter = dict(logging_config(logging.INFO)["formatters"]["json"])
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter.pop("()")(**formatter))
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)


def finished(lines: list[dict[str, Any]]) -> dict[str, Any]:
    return next(line for line in lines if line["event"] == "request_finished")


def test_a_reader_is_logged_without_session_address_or_query(client: Client, lines: Any) -> None:
    response = client.get("/healthz?q=private")  # no database mark: looking up a user would fail
    line = finished(lines())
    assert line["request"] == "GET /healthz"
    assert line["code"] == 200
    assert line["request_id"]
    assert {"user", "user_id", "ip"}.isdisjoint(line)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.django_db
def test_who_is_signed_in_is_named_where_the_page_asked(client: Client, lines: Any) -> None:
    client.force_login(User.objects.create_superuser("ada"))
    client.get("/admin/")
    assert finished(lines())["user"] == "ada"


@pytest.mark.django_db
def test_a_signed_in_editor_costs_a_readers_page_no_query(
    client: Client, django_assert_num_queries: Any
) -> None:
    client.force_login(User.objects.create_superuser("ada"))
    with django_assert_num_queries(0):
        client.get("/healthz")


@pytest.mark.django_db
def test_the_secret_of_a_welcome_link_is_not_logged(client: Client, lines: Any) -> None:
    client.get("/welcome/very-secret/")
    assert not any("very-secret" in json.dumps(line) for line in lines())
