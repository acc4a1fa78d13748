"""A test with transactions of its own leaves the database as it found it."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.utils import timezone

from articles.models import Edition
from tests.database import connected, in_a_copy
from tests.emptied import State, emptied
from tests.factories import InstitutionFactory, published


@pytest.fixture
def copy(transactional_db: None) -> Iterator[psycopg.Connection[Any]]:
    """A connection of its own to a copy of the database, in which the test works."""
    with in_a_copy(), connected(connection.settings_dict["NAME"]) as copy:
        yield copy


def test_rows_behind_triggers_go_numbers_begin_again_and_nothing_else_is_touched(copy: Any, now: Any) -> None:
    beginning = State.of(copy)
    assert Group.objects.exists()
    published(at=timezone.now(), institution=InstitutionFactory(is_home=True))
    assert State.of(copy) != beginning
    assert emptied(copy, beginning)
    assert State.of(copy) == beginning
    assert not Edition.objects.exists()


def test_what_deleting_does_not_bring_back_is_told(copy: Any) -> None:
    beginning = State.of(copy)
    User.objects.create_user("ada")
    Group.objects.filter(name="Editors").update(name="Others")
    assert not emptied(copy, beginning)
    assert User.objects.exists(), "nothing is done by halves"
    beginning = State.of(copy)
    copy.execute("ALTER TABLE auth_group ADD COLUMN colour text")
    assert not emptied(copy, beginning)
