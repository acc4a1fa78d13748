"""The sample desk in a database of its own, and copies of that database, one for each role."""

import io
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.signals import connection_created
from psycopg import sql

from tests.crawl.determinism import freeze_randomness, frozen
from thinktank.local_postgres.base import create_default_database

NAME = f"thinktank_test_crawl_{os.getpid()}"  # only with this prefix may a session pin the database's clock
LEDGER_INSERT = 'INSERT INTO "articles_ledgerentry"'
BETWEEN_ACTS = timedelta(minutes=1)


@contextmanager
def sample_desk() -> Iterator[Callable[[str], None]]:
    """Make the desk; yield a function that copies it for a role. Drop all databases at the end."""
    settings.SECRET_KEY = "the same in every checkout"  # pages contain signatures
    connection_created.connect(_pin_database_clock)
    names: list[str] = []
    with tempfile.TemporaryDirectory() as home, _server() as server:

        def make(name: str, template: str) -> None:
            names.append(name)
            _drop(server, name)
            # The lock that `tests.database` takes as well: test runs that clean up leave this database alone.
            server.execute("SELECT pg_advisory_lock_shared(hashtext(%s))", [name])
            server.execute(_create(name, template))

        settings.DESK_HOME = Path(home)
        freeze_randomness()
        try:
            make(NAME, "template0")
            connect_to(NAME)
            _fill()
            yield lambda role: make(database_of(role), NAME)
        finally:
            connections.close_all()
            for name in names:
                _drop(server, name)


def database_of(role: str) -> str:
    return f"{NAME}_{role}".replace("-", "_")


def connect_to(name: str) -> None:
    """Switch Django's connection to another database."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@contextmanager
def advancing_clock() -> Iterator[None]:
    """Advance the clock by one minute per ledger entry, however often the code reads it in between."""
    with connection.execute_wrapper(_advance_after_act):
        yield


def _fill() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    _renumber_permissions()
    call_command("setup_groups", stdout=io.StringIO())
    frozen.start_request()
    with advancing_clock():
        call_command("sample_desk", verbosity=0)


def _renumber_permissions() -> None:
    """Give content types and permissions primary keys made from their names.

    Their usual keys follow the order in which modules are imported, and some addresses contain them.
    """
    permissions = sorted(
        Permission.objects.values_list("content_type__app_label", "content_type__model", "codename", "name")
    )
    content_types = sorted(ContentType.objects.values_list("app_label", "model"))
    Permission.objects.all().delete()
    ContentType.objects.all().delete()
    ContentType.objects.clear_cache()
    for app_label, model in content_types:
        ContentType.objects.create(pk=_number(app_label, model), app_label=app_label, model=model)
    for app_label, model, codename, name in permissions:
        Permission.objects.create(
            pk=_number(app_label, model, codename),
            content_type_id=_number(app_label, model),
            codename=codename,
            name=name,
        )


def _number(*names: str) -> int:
    return zlib.crc32(".".join(names).encode()) >> 1  # the column holds 31 bits


def _advance_after_act(
    execute: Callable[..., Any], statement: Any, params: Any, many: bool, context: Any
) -> Any:
    result = execute(statement, params, many, context)
    if str(statement).startswith(LEDGER_INSERT):
        # The database refuses editions that begin in its past, so its clock takes this act's instant only now.
        _pin_database_clock()
        frozen.now += BETWEEN_ACTS
    return result


def _pin_database_clock(**signal: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('desk.now', %s, false)", [frozen.now.isoformat()])


@contextmanager
def _server() -> Iterator[psycopg.Connection]:
    """A connection to the server outside of Django, for making and dropping databases."""
    create_default_database()
    parameters = connection.get_connection_params()
    names = ("host", "port", "user", "password")
    wanted = {name: parameters[name] for name in names if parameters.get(name)}
    with psycopg.connect(dbname="postgres", autocommit=True, **wanted) as server:
        yield server


def _create(name: str, template: str) -> sql.Composed:
    return sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
