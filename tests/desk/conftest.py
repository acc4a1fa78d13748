"""Clients who are logged in, and a place whose permission is looked after."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import acts
from articles.models import Appearance
from tests.factories import AppearanceFactory, OutletFactory, saved


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    def enter(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return enter


@pytest.fixture
def eve(editor: User, as_user: Callable[[User], Client]) -> Client:
    """The editor's browser."""
    return as_user(editor)


@pytest.fixture
def ada(author_user: User, as_user: Callable[[User], Client]) -> Client:
    """The author's browser."""
    return as_user(author_user)


@pytest.fixture
def paul(publisher: User, as_user: Callable[[User], Client]) -> Client:
    """The publisher's browser."""
    return as_user(publisher)


@pytest.fixture
def place(desk: Any, now: dt.datetime) -> Appearance:
    """A piece of ours from an outlet of which nothing is on record, with readers who get headline, dek and link."""
    outlet = OutletFactory(name="Lantern", terms="Thirty days after it ran.")
    place: Appearance = AppearanceFactory(
        rights=False,
        outlet=outlet,
        article__headline="Tides of paper",
        article__body="<p>Paper comes in.</p>",
    )
    revision = saved(place.article, at=now)
    acts.publish(place.article, revision=revision, by=None, at=now, without_text=True)
    return place
