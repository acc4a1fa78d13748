"""What every test may ask for: the cast, one fixed now, and a desk to stand on."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.db import connection
from django.db.backends.signals import connection_created
from hypothesis import HealthCheck, settings

from desk.new_from_a_text.line import LINE
from desk.new_from_a_text.reading import read_brought_text
from disclaimers.models import Institution
from reading.faces.last import forget_faces
from tests.browsers import open_session
from tests.factories import (
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    WordingFactory,
)
from tests.kept import _kept_rows, kept, pytest_runtest_setup, wanted_by  # noqa: F401 (pytest finds them here)

pytest_plugins = [
    "tests.lean",
    "tests.database",
    "tests.vacuum",
    "tests.browser.window",
]

# A property says nothing about speed: machines are noisy, and `make bench` measures. A run tries the same examples
# as the one before; to search further, at random and ten times as long: pytest --hypothesis-profile=search
settings.register_profile(
    "desk", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, max_examples=60
)
settings.register_profile("search", settings.get_profile("desk"), derandomize=False, max_examples=600)
settings.load_profile("desk")


def examples(usual: int) -> int:
    """The number of examples of a property whose examples are slow, or need to be many; ten times that in a search."""
    return usual * settings.default.max_examples // settings.get_profile("desk").max_examples


NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def now() -> dt.datetime:
    """The instant at which tests happen."""
    return NOW


def set_clock(at: dt.datetime | None) -> None:
    """Set the database's `desk_now()` for this connection; None gives it back to the server's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('desk.now', %s, false)", [at.isoformat() if at else ""])


@pytest.fixture
def clock(db: None) -> Iterator[Callable[[dt.datetime], None]]:
    """Set the database's `desk_now()` for this and every later connection of the test; NOW to begin with."""
    pinned = {"at": NOW}

    def pin_new(sender: Any, connection: Any, **kwargs: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('desk.now', %s, false)", [pinned["at"].isoformat()])

    def pin(at: dt.datetime) -> None:
        pinned["at"] = at
        set_clock(at)

    connection_created.connect(pin_new)
    pin(NOW)
    yield pin
    connection_created.disconnect(pin_new)
    set_clock(None)


@pytest.fixture
def _django_db_helper(request: pytest.FixtureRequest, django_db_blocker: Any) -> None:
    """Build the kept rows that a test asks for before its own transaction begins."""
    stack = request.getfixturevalue("_kept_rows")
    request.getfixturevalue("vacuum").one_more_test()
    with django_db_blocker.unblock():
        stack.build(wanted_by(request.node), lambda: set_clock(NOW))
    request.getfixturevalue("_django_db_helper")


@kept
def desk() -> Institution:
    """The home institution with a house style, a content type and one disclaimer, and everybody's account.

    The clock is pinned. (The groups stand in every tests' database already: `tests.database`.)
    """
    home = InstitutionFactory(is_home=True, default_kind=KindFactory())
    HouseStyleFactory(institution=home)
    WordingFactory(disclaimer=DisclaimerFactory(institution=home))
    for name, group in ACCOUNTS.items():
        user = User.objects.create_user(name, password="a long password", is_staff=True)
        user.groups.set(Group.objects.filter(name=group))
        open_session(user)
    User.objects.filter(username="ann").update(is_superuser=True)
    return home


class ReadsHere:
    """Reads a text that was brought in at once, in the test's own process and transaction."""

    def hand_over(self, key: uuid.UUID) -> None:
        read_brought_text(key)

    def warm_up(self) -> None:
        pass


@pytest.fixture(autouse=True, scope="session")
def _texts_are_read_here() -> None:
    LINE.reader = ReadsHere()


@pytest.fixture(autouse=True)
def _nobody_has_been_here() -> None:
    """The process counts wrong passwords from this address and keeps the faces of pages: those of other tests."""
    cache.clear()
    forget_faces()


ACCOUNTS = {"ada": "Authors", "eve": "Editors", "paul": "Publishers", "ann": "", "sam": ""}


@pytest.fixture
def author_user(desk: Institution) -> User:
    """Ada writes: she may change her own manuscripts and publish none."""
    return User.objects.get(username="ada")


@pytest.fixture
def editor(desk: Institution) -> User:
    """Eve edits: every manuscript, publishing and scheduling."""
    return User.objects.get(username="eve")


@pytest.fixture
def publisher(desk: Institution) -> User:
    """Paul publishes: all of Eve's, and he takes pieces down and keeps the house's words."""
    return User.objects.get(username="paul")


@pytest.fixture
def administrator(desk: Institution) -> User:
    """Ann administers: a superuser, who is bound by every guard all the same."""
    return User.objects.get(username="ann")


@pytest.fixture
def stranger(desk: Institution) -> User:
    """Sam has an account and no group."""
    return User.objects.get(username="sam")
