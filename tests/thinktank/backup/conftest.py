"""A desk with keys and media, and another, empty one to restore into."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as live_settings
from django.db import connection, connections


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """A home with keys and media, beside the tests' database."""
    home = tmp_path / "home"
    settings.DESK_HOME, settings.MEDIA_ROOT = home, home / "media"
    (home / "media" / "images" / "2026").mkdir(parents=True)
    (home / "media" / "images" / "2026" / "Zürich 1.jpg").write_bytes(b"\xff\xd8 a picture \x00")
    (home / "secret-key").write_text("a key of this desk")
    (home / "sample-accounts.json").write_text("{}")
    return home


@pytest.fixture
def elsewhere(tmp_path: Path, settings: Any) -> Iterator[Callable[[], Path]]:
    """Go to another, empty desk: a new home, and a database without a table."""
    here = connection.settings_dict["NAME"]
    other = f"{here}_other"

    def go() -> Path:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {other}")
            cursor.execute(f"CREATE DATABASE {other} TEMPLATE template0")
        use_database(other)
        settings.DESK_HOME = tmp_path / "other"
        settings.MEDIA_ROOT = tmp_path / "other" / "media"
        return tmp_path / "other"

    yield go
    use_database(here)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {other} WITH (FORCE)")


def use_database(name: str) -> None:
    connections.close_all()
    live_settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
