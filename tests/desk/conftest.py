"""Clients who are logged in."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client


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
