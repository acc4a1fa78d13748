"""What every response carries, whoever asks for whatever."""

import re
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client

from prose.html.targets.embeds import PROVIDERS
from thinktank.headers import OF_DOCUMENTS

PLACES = ["/healthz", "/nowhere/", "/admin/", "/admin/login/", "/static/admin/css/base.css", "/welcome/x/"]


def policy(response: HttpResponseBase) -> dict[str, list[str]]:
    directives = [part.split() for part in response.headers["Content-Security-Policy"].split(";")]
    return {name: sources for name, *sources in directives}


@pytest.mark.django_db
@pytest.mark.parametrize("place", PLACES)
def test_every_response_forbids_what_it_does_not_need(place: str, client: Client) -> None:
    response = client.get(place)
    if response.streaming:
        response.close()
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]
    directives = policy(response)
    assert directives["default-src"] == directives["style-src"] == directives["form-action"] == ["'self'"]
    assert directives["object-src"] == directives["base-uri"] == ["'none'"]
    assert directives["frame-ancestors"] == ["'self'"]
    assert directives.pop("frame-src") == ["'self'", *(each.host for each in PROVIDERS)]
    allowed = [source for sources in directives.values() for source in sources]
    assert all(re.fullmatch(r"'self'|'none'|'nonce-\S+'", source) for source in allowed)


@pytest.mark.django_db
@pytest.mark.parametrize("place", PLACES)
def test_only_production_may_be_indexed(place: str, client: Client, settings: Any) -> None:
    for in_production in (False, True):
        settings.PRODUCTION = in_production
        response = client.get(place)
        if response.streaming:
            response.close()
        assert ("X-Robots-Tag" in response.headers) is not in_production


def test_a_typeface_goes_without_the_headers_of_documents(client: Client) -> None:
    response = client.get("/static/desk/typefaces/sans-latin.woff2")
    response.close()
    assert response.headers["Content-Type"] == "font/woff2"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not set(OF_DOCUMENTS) & set(response.headers)


@pytest.mark.django_db
def test_a_form_without_its_token_gets_a_page_under_the_same_policy() -> None:
    response = Client(enforce_csrf_checks=True).post(
        "/admin/login/", {"username": "ada"}, headers={"Origin": "https://elsewhere.example"}
    )
    assert response.status_code == 403
    assert b"The form was not sent" in response.content
    assert b"<style" not in response.content
