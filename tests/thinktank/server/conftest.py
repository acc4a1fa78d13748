"""Desks that are brought up by `thinktank.run`, each in a home of its own."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.database import database_url, in_a_copy
from tests.thinktank.server.desk import left


@pytest.fixture
def place(tmp_path: Path) -> Iterator[dict[str, str]]:
    with _place(tmp_path) as place:
        yield place


@pytest.fixture(scope="module")
def shared_place(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[dict[str, str]]:
    """One for all tests of a module, on a copy of the tests' database: to make and migrate a new one takes seconds."""
    with (
        django_db_blocker.unblock(),
        in_a_copy(),
        _place(tmp_path_factory.mktemp("desk")) as place,
    ):
        yield {**place, "DATABASE_URL": database_url()}


@contextmanager
def _place(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a desk of its own; whatever is left of it at the end is ended, and its sockets go."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {
        name: value for name, value in os.environ.items() if name not in ("SITE_URL", "DATABASE_URL", "DEBUG")
    }
    place = {**kept, "DESK_HOME": str(folder / "home"), "PORT": str(port), "DESK_SAMPLE": "0"}
    place["DJANGO_SETTINGS_MODULE"] = "thinktank.settings"
    yield place
    for pid in left(place):
        os.kill(pid, signal.SIGKILL)
