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

Builder = Callable[..., Any]
BUILDERS: list[Builder] = []


def kept(build: Builder) -> Any:
    """Decorator: a fixture from a function that builds rows; its parameters are other kept fixtures.

    Tests get the rows as they are in the database. Where the whole database is cleared after a test (it has no
    transaction around it), the rows are built for this test alone.
    """
    BUILDERS.append(build)

    def fixture(clock: Any, **given: Any) -> Any:
        return _read_again(STACK.values[build]) if build in STACK.values else build(**given)

    asked = [*inspect.signature(fixture).parameters.values()][:1]
    fixture.__signature__ = inspect.Signature([*asked, *inspect.signature(build).parameters.values()])
    fixture.build = build
    fixture.__doc__ = build.__doc__
    return pytest.fixture(name=build.__name__)(fixture)


class Stack:
    """What is built at present: each layer in a savepoint inside the one before."""

    def __init__(self) -> None:
        self.values: dict[Builder, Any] = {}
        self.layers: list[tuple[Builder, transaction.Atomic]] = []

    def value_of(self, name: str) -> Any:
        """Return what a function of that name has built, or None."""
        return next((value for build, value in self.values.items() if build.__name__ == name), None)

    def reduce_to(self, wanted: list[Builder]) -> None:
        """Roll back what is not wanted, and what was built after it."""
        while self.layers and [build for build, _ in self.layers] != wanted[: len(self.layers)]:
            self.pop()

    def pop(self) -> None:
        build, atomic = self.layers.pop()
        self.values.pop(build, None)  # absent where the function failed
        if connection.connection is not None:
            transaction.set_rollback(True)
        atomic.__exit__(None, None, None)

    def build(self, wanted: list[Builder], pin_clock: Callable[[], None]) -> None:
        for build in wanted[len(self.layers) :]:
            atomic = transaction.atomic()
            atomic.__enter__()
            self.layers.append((build, atomic))
            try:
                pin_clock()
                given = [self.value_of(name) for name in inspect.signature(build).parameters]
                self.values[build] = build(*given)
                connection.check_constraints()  # now, and not again in every test
            except BaseException:
                self.pop()
                raise


STACK = Stack()
BLOCKER = pytest.StashKey[Any]()


def wanted_by(item: pytest.Item) -> list[Builder]:
    """Return the functions of the kept fixtures that a test asks for, in the order of their definition."""
    marker = item.get_closest_marker("django_db")
    names = getattr(item, "fixturenames", [])
    if {"transactional_db", "live_server"} & {*names} or (marker and marker.kwargs.get("transaction")):
        return []
    found = item._fixtureinfo.name2fixturedefs
    asked = {getattr(found[name][-1].func, "build", None) for name in names if name in found}
    return [build for build in BUILDERS if build in asked]


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
