"""Databases of the bench's own, one for each size of desk, on the server that the desk uses. Never the desk's."""

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
from thinktank.bench import cast, pieces, texts
from thinktank.health import known_migrations

PREFIX = "thinktank_bench_"
_MAKERS: tuple[ModuleType, ...] = (texts, cast, pieces, snapshot, facts, columns)


def enter(size: int, *, fresh: bool = False) -> str:
    """Turn this process to the bench's database for a size, made if need be. Gives back its DATABASE_URL.

    One that other code has filled is made anew, so that figures belong to the code they are measured on.
    """
    name, mark = f"{PREFIX}{size}", _fingerprint()
    with _server() as server:
        if fresh or _mark(server, name) != mark:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
            say = sql.SQL("COMMENT ON DATABASE {} IS {}")
            server.execute(say.format(sql.Identifier(name), sql.Literal(mark)))
    connections.close_all()
    connection.settings_dict["NAME"] = name
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
    call_command("migrate", verbosity=0, interactive=False)
    return _url(name)


def tidy() -> None:
    """What autovacuum would have done by the time a desk is this large."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone()[0].startswith(PREFIX)  # noqa: S101
        cursor.execute("VACUUM ANALYZE")


def _server() -> "psycopg.Connection[tuple[str]]":
    known = connection.get_connection_params()
    wanted = {key: known[key] for key in ("host", "port", "user", "password") if known.get(key)}
    connection.ensure_connection()  # brings a local server up
    return psycopg.connect(dbname="postgres", autocommit=True, **wanted)


def _mark(server: "psycopg.Connection[tuple[str]]", name: str) -> str:
    row = server.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
    ).fetchone()
    return row[0] if row and row[0] else ""


def _fingerprint() -> str:
    made_by = "".join(map(inspect.getsource, _MAKERS)) + str(sorted(known_migrations()))
    return hashlib.sha256(made_by.encode()).hexdigest()[:16]


def _url(name: str) -> str:
    """The address by which a web process reaches it, on a local socket or where DATABASE_URL leads."""
    if given := os.environ.get("DATABASE_URL"):
        return urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
    known = connection.get_connection_params()
    return f"postgres://{known['user']}@{quote(str(known['host']), safe='')}/{name}"
