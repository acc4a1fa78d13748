"""A text that is taken down is gone from every shared cache within a minute: the headers of every surface agree."""

import re

import pytest
from django.test import Client
from django.urls import resolve

from articles import acts
from articles.models import Article
from reading.urls import urlpatterns
from tests import public_addresses
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DocumentFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    PictureFactory,
    published,
)
from tests.kept import kept

MINUTE = 60
pytestmark = pytest.mark.django_db


@kept
def addresses(desk: object) -> list[str]:
    """An address of every public route, with one that is gone and one that never was."""
    article: Article = ArticleFactory(
        slug="tides", topics=["ports"], series="Small Print", licence=LicenceFactory()
    )
    elsewhere = AppearanceFactory()
    published(elsewhere.article, at=NOW)
    BylineFactory(article=article, author=AuthorFactory(slug="ida", biography="Ida Quay counts ships."))
    published(article, at=NOW)
    quay = PictureFactory()
    report = DocumentFactory()
    illustrated = ArticleFactory(lead_picture=quay, lead_alt="Cranes")
    illustrated.attachments.create(document=report, order=1)
    published(illustrated, at=NOW)
    gone = ArticleFactory(slug="gone")
    published(gone, at=NOW)
    acts.take_down(gone, because="legal", sentence="Removed.", by=None, at=NOW, reason="A court order.")
    published(at=NOW, institution=InstitutionFactory())
    published(at=NOW, is_archive=True)  # of no known day
    published(ArticleFactory(slug="about", kind=KindFactory(code="page", genre="page")), at=NOW)
    return [*public_addresses.addresses(), "/articles/gone/", "/articles/never/", "/nowhere/"]


def freshness(cache_control: str) -> int:
    """Seconds for which a shared cache may answer by itself (RFC 9111, section 4.2.1), even while the desk is away."""
    assert "stale-" not in cache_control
    if re.search(r"no-cache|no-store|private", cache_control):
        return 0
    shared = re.search(r"s-maxage=(\d+)", cache_control)
    assert shared, f"{cache_control!r} leaves the time to the cache"
    return int(shared.group(1))


def test_a_text_taken_down_is_gone_from_every_shared_cache_within_a_minute(
    addresses: list[str], client: Client
) -> None:
    routes, statuses = set(), set()
    for address in addresses:
        answer = client.get(address)
        statuses.add(answer.status_code)
        routes.add(resolve(address).route if answer.status_code == 200 else "")
        # A colour tells of no piece, and a redirect has no text.
        if not address.startswith("/colours/") and answer.status_code != 301:
            assert freshness(answer.headers["Cache-Control"]) <= MINUTE, address
        if tag := answer.headers.get("ETag"):
            again = client.get(address, headers={"If-None-Match": tag})
            statuses.add(again.status_code)
            assert again.headers["Cache-Control"] == answer.headers["Cache-Control"], address
    assert {200, 304, 404, 451} <= statuses
    every = {str(pattern.pattern) for pattern in urlpatterns}
    answering = {route for route in every if "languages/" not in route}  # those lead on
    assert routes >= {route for route in answering if public_addresses.is_swept(route)}
