"""The door itself: a database that went away for a moment is no reader's business."""

import pytest
from django.db import connection, connections

from reading import front_page
from tests.conftest import NOW
from tests.factories import published
from tests.house.figures import ROOT, product_paths


@pytest.fixture
def kept_connection(transactional_db, monkeypatch):
    """As served: the connection outlives a request."""
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 600)


def end_every_connection() -> None:
    """What a restart of the database does to the one we hold."""
    with connections["default"].copy().cursor() as other:
        other.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        other.connection.close()


def test_a_page_is_answered_after_the_database_came_back(kept_connection, client):
    assert client.get("/").status_code == 200
    end_every_connection()
    assert client.get("/").status_code == 200


def test_what_fails_on_a_sound_connection_is_not_tried_again(kept_connection, client, monkeypatch):
    tries = []

    def failing(at, language):
        tries.append(1)
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 1; SELECT pg_sleep(1)")

    monkeypatch.setattr(front_page, "load_site", failing)
    assert client.get("/").status_code == 503
    assert tries == [1]


def test_no_module_keeps_the_clock_by_its_name():
    """A module that imports `now` when a test has set the clock would tell that hour from then on."""
    assert [path for path in product_paths() if "timezone import now" in (ROOT / path).read_text()] == []


@pytest.mark.parametrize(
    "address",
    ["/", "/articles/harbour/", "/articles/nothing/", "/feed.atom", "/sitemap-pages.xml", "/topics/x/"],
)
def test_a_broken_cookie_is_not_answered_with_another(address, site):
    """Django mends what it cannot read, and has shared caches keep the page for each cookie."""
    published(slug="harbour", at=NOW)
    clean = site.get(address)
    for cookie in ("sessionid=x", "csrftoken=y", "sessionid=x; csrftoken=y; messages=z"):
        answer = site.get(address, headers={"cookie": cookie})
        assert not answer.cookies, cookie
        assert (answer.status_code, answer.content) == (clean.status_code, clean.content)
        assert answer.headers.get("Vary") == clean.headers.get("Vary")
