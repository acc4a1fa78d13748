"""A person whose name changes, and a clock that has moved on since their pieces were published."""

import datetime as dt

import pytest
from django.utils import timezone

from authors.models import Author
from desk.updates import views
from disclaimers.models import Institution
from tests.desk.updates.pages import HOUR
from tests.factories import AuthorFactory
from tests.kept import kept


@pytest.fixture
def an_hour_later(monkeypatch: pytest.MonkeyPatch, now: dt.datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now + HOUR)


@pytest.fixture(autouse=True)
def _all_pages_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine looks at as many pages in one request as a quiet one; a test of the limit sets its own."""
    monkeypatch.setattr(views, "LOOK_SECONDS", 600.0)


@kept
def ida(desk: Institution) -> Author:
    return AuthorFactory(display_name="Ida Quay", slug="ida-quay")
