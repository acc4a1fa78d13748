"""What every test may ask for: the cast, one fixed now, and a desk to stand on."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.db.backends.signals import connection_created
from hypothesis import HealthCheck, settings

from disclaimers.models import Institution
from tests.factories import (
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    WordingFactory,
)

pytest_plugins = ["tests.lean", "tests.database", "tests.browser.window"]

# A property says nothing about speed: machines are noisy, and `make bench` measures. A run tries the same examples
# as the one before; to search further: pytest --hypothesis-profile=search
settings.register_profile(
    "desk", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("search", settings.get_profile("desk"), derandomize=False)
settings.load_profile("desk")

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def now() -> dt.datetime:
    """The instant at which tests happen."""
    return NOW


@pytest.fixture
def clock(db: None) -> Iterator[Callable[[dt.datetime], None]]:
    """Set the database's `desk_now()` for this and every later connection of the test; NOW to begin with."""
    pinned = {"at": NOW}

    def pin(sender: Any = None, connection: Any = connection, **kwargs: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('desk.now', %s, false)", [pinned["at"].isoformat()])

    def set_clock(at: dt.datetime) -> None:
        pinned["at"] = at
        pin()

    connection_created.connect(pin)
    set_clock(NOW)
    yield set_clock
    connection_created.disconnect(pin)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('desk.now', '', false)")


@pytest.fixture
def desk(clock: Any) -> Institution:
    """The home institution with a house style, a content type and one disclaimer; the clock is pinned.

    The groups stand in every tests' database already (`tests.database`).
    """
    home = InstitutionFactory(is_home=True, default_kind=KindFactory())
    HouseStyleFactory(institution=home)
    WordingFactory(disclaimer=DisclaimerFactory(institution=home))
    return home


def _person(name: str, group: str = "", **facts: Any) -> User:
    user = User.objects.create_user(name, password="a long password", is_staff=True, **facts)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def author_user(desk: Institution) -> User:
    """Ada writes: she may change her own manuscripts and publish none."""
    return _person("ada", "Authors")


@pytest.fixture
def editor(desk: Institution) -> User:
    """Eve edits: every manuscript, publishing and scheduling."""
    return _person("eve", "Editors")


@pytest.fixture
def publisher(desk: Institution) -> User:
    """Paul publishes: all of Eve's, and he takes pieces down and keeps the house's words."""
    return _person("paul", "Publishers")


@pytest.fixture
def administrator(desk: Institution) -> User:
    """Ann administers: a superuser, who is bound by every guard all the same."""
    return _person("ann", is_superuser=True)


@pytest.fixture
def stranger(desk: Institution) -> User:
    """Sam has an account and no group."""
    return _person("sam")
