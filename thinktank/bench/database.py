"""Databases for the benchmark, one for each size, on the desk's server. The desk's own database is not touched."""

import hashlib
import inspect
import os
from types import ModuleType
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from django.core.management import call_command
from django.db import connection, connections
from psycopg import sql

from articles import snapshot
from articles.press import columns, facts
from thinktank.bench import cast, illustrated, pieces, texts
from thinktank.local_postgres.base import create_default_database
from thinktank.schema import known_migrations

PREFIX = "thinktank_bench_"
_MAKERS: tuple[ModuleType, ...] = (texts, cast, pieces, illustrated, snapshot, facts, columns)


def enter(size: int, *, fresh: bool = False) -> str:
    """Connect this process to the database for a size, and return its DATABASE_URL. Creates it if necessary.

    A database that another version of the code filled is dropped and created again. The fingerprint of the code is
    in the database's comment.
    """
    name, fingerprint = f"{PREFIX}{size}", _fingerprint()
    with _connect_to_server() as server:
        if fresh or _comment(server, name) != fingerprint:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
            comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
            server.execute(comment.format(sql.Identifier(name), sql.Literal(fingerprint)))
    connections.close_all()
    connection.settings_dict["NAME"] = name
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
    call_command("migrate", verbosity=0, interactive=False)
    return _url(name)


def tidy() -> None:
    """Vacuum and analyse, as autovacuum has done on a real desk of this size."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone()[0].startswith(PREFIX)  # noqa: S101
        cursor.execute("VACUUM ANALYZE")


def _connect_to_server() -> "psycopg.Connection[tuple[str]]":
    create_default_database()
    parameters = connection.get_connection_params()
    address = {key: parameters[key] for key in ("host", "port", "user", "password") if parameters.get(key)}
    return psycopg.connect(dbname="postgres", autocommit=True, **address)


def _comment(server: "psycopg.Connection[tuple[str]]", name: str) -> str:
    row = server.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
    ).fetchone()
    return row[0] if row and row[0] else ""


def _fingerprint() -> str:
    """Hash over the code and migrations that the generated rows depend on."""
    code = "".join(map(inspect.getsource, _MAKERS)) + str(sorted(known_migrations()))
    return hashlib.sha256(code.encode()).hexdigest()[:16]


def _url(name: str) -> str:
    """DATABASE_URL of a database on the desk's server, for a web process."""
    if url := os.environ.get("DATABASE_URL"):
        return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    parameters = connection.get_connection_params()
    return f"postgres://{parameters['user']}@{quote(str(parameters['host']), safe='')}/{name}"
