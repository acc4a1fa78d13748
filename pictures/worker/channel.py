"""The channel on which acts tell the worker that there is something to do (PostgreSQL's NOTIFY)."""

from django.db import connection

CHANNEL = "pictures"


def wake_the_worker() -> None:
    """Tell the worker when this transaction commits; PostgreSQL sends notices then and not before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])


def listen() -> None:
    """Have this connection get the notices."""
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
