"""Where the desk sends who comes by a worn path."""

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.test import Client


def test_the_worn_path_of_an_icon_leads_to_the_mark(client: Client) -> None:
    response = client.get("/favicon.ico")  # no database mark: a query would fail
    assert response.status_code == 301
    assert not response.cookies
    assert "max-age" in response.headers["Cache-Control"]
    mark = client.get(response.headers["Location"])
    assert mark.headers["Content-Type"] == "image/svg+xml"
    mark.close()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "unsafe", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""]
)
def test_a_login_towards_an_unsafe_place_ends_in_the_admin(unsafe: str, client: Client) -> None:
    User.objects.create_superuser("ann", password="a long password")
    form = {"username": "ann", "password": "a long password", "next": unsafe}
    response = client.post("/admin/login/", form)
    assert response.status_code == 302
    assert response.headers["Location"] == "/admin/"


def test_who_must_log_in_is_sent_to_the_admins_form() -> None:
    assert redirect_to_login("/x/").url == "/admin/login/?next=/x/"
