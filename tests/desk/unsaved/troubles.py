"""Real trouble with the database, each kind as the server makes it, around one request."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.db import connection, transaction

from articles.models import Article

ROLE = "desk_without_connections"


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@contextmanager
def connections_used_up() -> Iterator[None]:
    """Every new connection is one too many: superusers excepted, so for a role of our own."""
    _run(f"DROP ROLE IF EXISTS {ROLE}")
    _run(f"CREATE ROLE {ROLE} LOGIN CONNECTION LIMIT 0")
    with _reconnected(USER=ROLE):
        yield
    _run(f"DROP ROLE {ROLE}")


@contextmanager
def database_gone() -> Iterator[None]:
    with _reconnected(NAME="no_such_database"):
        yield


@contextmanager
def _reconnected(**changed: str) -> Iterator[None]:
    before = {name: connection.settings_dict[name] for name in changed}
    connection.close()
    connection.settings_dict.update(changed)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


@contextmanager
def read_only() -> Iterator[None]:
    """As on a standby."""
    with _session("default_transaction_read_only = on"):
        yield


@contextmanager
def locked() -> Iterator[None]:
    with _session("lock_timeout = '50ms'"), _held():
        yield


@contextmanager
def slow() -> Iterator[None]:
    """The statement waits for a lock until its time is up; all others are faster."""
    with _session("lock_timeout = 0; SET statement_timeout = '400ms'"), _held():
        yield


@contextmanager
def disk_full() -> Iterator[None]:
    """The server's own error code, raised where it would be: at a write."""
    _run(
        "CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END$$;"
        "CREATE TRIGGER disk_full BEFORE UPDATE ON articles_article EXECUTE FUNCTION disk_full()"
    )
    try:
        yield
    finally:
        _run("DROP TRIGGER disk_full ON articles_article; DROP FUNCTION disk_full()")


@contextmanager
def restarting() -> Iterator[None]:
    """The server ends the connection at a write, as it does when it is shut down."""
    _run(
        "CREATE FUNCTION restart() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END$$;"
        "CREATE TRIGGER restart BEFORE UPDATE ON articles_article EXECUTE FUNCTION restart()"
    )
    try:
        yield
    finally:
        connection.close()
        _run("DROP TRIGGER restart ON articles_article; DROP FUNCTION restart()")


@contextmanager
def _session(setting: str) -> Iterator[None]:
    """A setting for the connection of this thread."""
    _run(f"SET {setting}")
    try:
        yield
    finally:
        connection.close()


@contextmanager
def _held() -> Iterator[None]:
    """Somebody else holds every piece."""
    is_held, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            list(Article.objects.select_for_update().values_list("pk"))
            is_held.set()
            may_go.wait(20)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    is_held.wait(20)
    try:
        yield
    finally:
        may_go.set()
        thread.join()


KINDS: dict[str, tuple[Callable[[], AbstractContextManager[None]], str, str]] = {
    "out of connections": (connections_used_up, "More people use the desk", "5"),
    "away": (database_gone, "cannot reach its database", "10"),
    "read-only": (read_only, "takes no changes", "60"),
    "lock timeout": (locked, "Somebody else is saving", "3"),
    "statement timeout": (slow, "took the database too long", "30"),
    "disk full": (disk_full, "is full", "300"),
    "restarting": (restarting, "is being restarted", "5"),
}
"""Kind, as the log calls it -> how to make it, words of its sentence, and Retry-After."""

GONE_FOR_READERS = ("out of connections", "away")
