"""Rows that many tests need: built once, and kept in the database while the next test asks for the same.

A kept fixture is built in a transaction around those of the tests. Each test works in a savepoint of its own, so what
it changes is gone for the next. A test that does not ask for what is there has it rolled back before it begins.
"""

import copy
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, models, transaction

BUILDERS: dict[str, Callable[..., Any]] = {}


def kept(build: Callable[..., Any]) -> Any:
    """Decorator: a fixture from a function that builds rows; it may ask for other kept fixtures by name.

    Tests get the rows as they are in the database. Where the whole database is cleared after a test (it has no
    transaction around it), the rows are built for this test alone.
    """
    name, needed = build.__name__, list(inspect.signature(build).parameters)
    BUILDERS[name] = build

    def fixture(clock: Any, request: pytest.FixtureRequest) -> Any:
        given = [request.getfixturevalue(other) for other in needed]
        return _read_again(STACK.values[name]) if name in STACK.values else build(*given)

    fixture.is_kept = True
    fixture.__doc__ = build.__doc__
    return pytest.fixture(name=name)(fixture)


class Stack:
    """What is built at present: each layer in a savepoint inside the one before."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.layers: list[tuple[str, transaction.Atomic]] = []

    def reduce_to(self, wanted: list[str]) -> None:
        """Roll back what is not wanted, and what was built after it."""
        names = [name for name, _ in self.layers]
        for name in reversed(names):
            if names == wanted[: len(names)]:
                break
            self.pop()
            names.remove(name)

    def pop(self) -> None:
        name, atomic = self.layers.pop()
        self.values.pop(name, None)  # absent where its function failed
        if connection.connection is not None:
            transaction.set_rollback(True)
        atomic.__exit__(None, None, None)

    def build(self, wanted: list[str], pin_clock: Callable[[], None]) -> None:
        for name in wanted[len(self.layers) :]:
            atomic = transaction.atomic()
            atomic.__enter__()
            self.layers.append((name, atomic))
            pin_clock()
            build = BUILDERS[name]
            try:
                given = [self.values[other] for other in inspect.signature(build).parameters]
                self.values[name] = build(*given)
                connection.check_constraints()  # now, and not again in every test
            except BaseException:
                self.pop()
                raise


STACK = Stack()
BLOCKER = pytest.StashKey[Any]()


def wanted_by(item: pytest.Item) -> list[str]:
    """Return the names of the kept fixtures that a test asks for, in the order of their definition."""
    marker = item.get_closest_marker("django_db")
    names = getattr(item, "fixturenames", [])
    if {"transactional_db", "live_server"} & {*names} or (marker and marker.kwargs.get("transaction")):
        return []
    used = item._fixtureinfo.name2fixturedefs  # a module may have a fixture of its own under that name
    asked = {name for name in BUILDERS if name in names and hasattr(used[name][-1].func, "is_kept")}
    for name in reversed(BUILDERS):
        if name in asked:
            asked.update(inspect.signature(BUILDERS[name]).parameters)
    return [name for name in BUILDERS if name in asked]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if STACK.layers:
        with item.config.stash[BLOCKER].unblock():
            STACK.reduce_to(wanted_by(item))


@pytest.fixture(scope="session")
def _kept_rows(django_db_setup: None, django_db_blocker: Any, pytestconfig: pytest.Config) -> Iterator[Stack]:
    pytestconfig.stash[BLOCKER] = django_db_blocker
    yield STACK
    with django_db_blocker.unblock():
        STACK.reduce_to([])


def _read_again(value: Any) -> Any:
    """Return rows as the database has them, and other values as a copy."""
    if isinstance(value, models.Model):
        return type(value)._base_manager.get(pk=value.pk)
    if isinstance(value, dict):
        return {name: _read_again(member) for name, member in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_read_again(member) for member in value)
    return copy.deepcopy(value)
