"""Clients who are logged in, and a place whose permission is looked after."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from articles import acts
from articles.models import Appearance
from disclaimers.models import Institution
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.desk.pages import Fields, form_of
from tests.factories import AppearanceFactory, OutletFactory, saved
from tests.kept import kept


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    return logged_in


@pytest.fixture
def eve(editor: User) -> Client:
    """The editor's browser."""
    return logged_in(editor)


@pytest.fixture
def ada(author_user: User) -> Client:
    """The author's browser."""
    return logged_in(author_user)


@pytest.fixture
def paul(publisher: User) -> Client:
    """The publisher's browser."""
    return logged_in(publisher)


@kept
def place(desk: Institution) -> Appearance:
    """A piece of ours from an outlet of which nothing is on record, with readers who get headline, dek and link."""
    outlet = OutletFactory(name="Lantern", terms="Thirty days after it ran.")
    place: Appearance = AppearanceFactory(
        rights=False,
        outlet=outlet,
        article__headline="Tides of paper",
        article__body="<p>Paper comes in.</p>",
    )
    revision = saved(place.article, at=NOW)
    acts.publish(place.article, revision=revision, by=None, at=NOW, without_text=True)
    return place


@kept
def blank_form(desk: Institution) -> tuple[str, Fields]:
    """The editor's empty form, for tests that send it and do not ask what stands in it: her session, and its fields."""
    client = logged_in(User.objects.get(username="eve"))
    return client.cookies[settings.SESSION_COOKIE_NAME].value, form_of(client)
