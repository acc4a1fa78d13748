"""The tests' database: one template per set of migrations, cloned for each worker.

Building a database by migrations takes seconds, cloning it a tenth of one. Names are of this run only, so
that runs of several checkouts and at the same time can share one server. Works on any PostgreSQL from 15 on.
"""

import hashlib
import io
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import TransactionTestCase
from psycopg import sql

from tests.emptied import State, emptied
from thinktank.local_postgres.base import create_default_database

TEMPLATE, CLONE = "thinktank_template_", "thinktank_test_"
KEPT_TEMPLATES = 3
END_OTHERS = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = %s AND backend_type = 'client backend'"""  # waits for each, five seconds at most


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Point the default connection at a clone of the template; drop it at the end."""
    with django_db_blocker.unblock(), _maintenance() as server:
        template = _template(server)
        clone = f"{CLONE}{uuid.uuid4().hex[:12]}"
        _hold(server, template)
        _hold(server, clone)
        _sweep(server)
        _copy(server, template, clone)
        _point_at(clone)
        with connected(clone) as database:
            beginning = State.of(database)
        given_back = TransactionTestCase._fixture_teardown
        TransactionTestCase._fixture_teardown = lambda case: _bring_back(server, template, clone, beginning)
        try:
            yield
        finally:
            TransactionTestCase._fixture_teardown = given_back
            _drop(server, clone)


@contextmanager
def in_a_copy() -> Iterator[None]:
    """Work in a copy of the test's database as it is now; the database itself stays as it is."""
    own = settings.DATABASES["default"]["NAME"]
    copy = f"{own}_copy"
    with _maintenance() as server:
        _hold(server, copy)
        _copy(server, own, copy)
        _point_at(copy)
        try:
            yield
        finally:
            _point_at(own)
            _drop(server, copy)


@contextmanager
def _maintenance() -> Iterator[psycopg.Connection]:
    """A connection of the run's own to the server, outside of Django, for making and dropping databases."""
    create_default_database()
    with connected("postgres") as server:
        yield server


def connected(name: str) -> psycopg.Connection:
    """A connection to a database of the server, outside of Django."""
    known = connection.get_connection_params()
    wanted = {key: known[key] for key in ("host", "port", "user", "password") if known.get(key)}
    return psycopg.connect(dbname=name, autocommit=True, **wanted)


def database_url() -> str:
    """Address of the tests' database, with an & as many a provider's has."""
    known = connection.get_connection_params()
    host = quote(str(known.get("host", "")), safe="")
    password = f":{quote(known['password'], safe='')}" if known.get("password") else ""
    name = f"{known['user']}{password}@{host}:{known.get('port') or 5432}/{known['dbname']}"
    return f"postgres://{name}?application_name=desk&connect_timeout=20"


def _template(server: psycopg.Connection) -> str:
    """The name of a database with every migration applied, built now if it is not there."""
    name = f"{TEMPLATE}{_fingerprint(server)}"
    server.execute("SELECT pg_advisory_lock(hashtext('thinktank templates'))")  # one builder at a time
    try:
        if not _exists(server, name):
            building = f"{name}_new"
            _drop(server, building)
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(building)))
            _point_at(building)
            call_command("migrate", verbosity=0, interactive=False)
            call_command("setup_groups", stdout=io.StringIO())
            with connection.cursor() as cursor:  # else each test that commits changes a row of the beginning
                cursor.execute("DELETE FROM articles_press")
            connections.close_all()
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                    sql.Identifier(building), sql.Identifier(name)
                )
            )
    finally:
        server.execute("SELECT pg_advisory_unlock(hashtext('thinktank templates'))")
    return name


def _fingerprint(server: psycopg.Connection) -> str:
    """Changes with any migration, of ours or a library's, with the groups' rights, and with the server's version.

    An app that has no migrations yet is made from its models, so all its modules count.
    """
    from articles.groups import GROUPS  # models: not before Django is set up

    found = hashlib.sha256(f"{server.info.server_version} {GROUPS}".encode())
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        home = Path(app.path)
        pattern = "migrations/*.py" if (home / "migrations").is_dir() else "**/*.py"
        for module in sorted(home.glob(pattern)):
            found.update(f"{app.label} {module.relative_to(home)}".encode())
            found.update(module.read_bytes())
    return found.hexdigest()[:16]


def _bring_back(server: psycopg.Connection, template: str, clone: str, beginning: State) -> None:
    """Give the next test the clone as it was. Connections that threads left open are ended, not waited for."""
    connections.close_all()
    server.execute(END_OTHERS, [clone])
    with connected(clone) as database:
        is_back = emptied(database, beginning)
    if not is_back:
        _copy(server, template, clone)


def _copy(server: psycopg.Connection, template: str, clone: str) -> None:
    """Make the clone anew."""
    connections.close_all()
    _drop(server, clone)
    command = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    server.execute(command.format(sql.Identifier(clone), sql.Identifier(template)))


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _hold(server: psycopg.Connection, name: str) -> None:
    """Say, until this connection ends (a kill included), that a database is in use."""
    server.execute("SELECT pg_advisory_lock_shared(hashtext(%s))", [name])


def _sweep(server: psycopg.Connection) -> None:
    """Drop what killed runs and former migrations left: clones nobody holds, all but the newest templates."""
    rows = server.execute("SELECT datname FROM pg_database ORDER BY oid DESC").fetchall()
    names = [name for (name,) in rows]
    templates = [name for name in names if name.startswith(TEMPLATE) and not name.endswith("_new")]
    for name in [*(name for name in names if name.startswith(CLONE)), *templates[KEPT_TEMPLATES:]]:
        free = server.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [name]).fetchone()
        if free == (True,):
            _drop(server, name)
            server.execute("SELECT pg_advisory_unlock(hashtext(%s))", [name])


def _point_at(name: str) -> None:
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name
