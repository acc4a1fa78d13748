"""Django database backend for the local cluster. The first connection starts the server.

A connection creates nothing: only `create_default_database` does, so that a command which was pointed at a wrong
place says so instead of working on a new, empty desk.
"""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psycopg
from django.db import connections
from django.db.backends.postgresql import base, client
from django.db.utils import OperationalError
from psycopg import sql

from .binaries import find_binaries
from .errors import LocalPostgresError, NoClusterError
from .membership import Membership, membership

DESK_DATABASE = "thinktank"
# Seconds; a server that was just killed takes connections for a moment longer, in `join` too.
PAUSES = (0.0, 0.1)


class NoDatabase(LocalPostgresError, OperationalError):
    """There is no database to connect to. Also an OperationalError, with which Django's own commands can deal."""


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` with the psql that belongs to the server's programs."""

    def runshell(self, parameters: Iterable[str]) -> None:
        self.connection.ensure_connection()
        os.environ["PATH"] = f"{find_binaries().directory}{os.pathsep}{os.environ['PATH']}"
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL backend that connects to the socket of the cluster in `settings_dict["DESK_HOME"]`."""

    client_class = DatabaseClient

    @property
    def _membership(self) -> Membership:
        return membership(Path(self.settings_dict["DESK_HOME"]), self.settings_dict.get("DURABLE", True))

    def get_connection_params(self) -> dict[str, Any]:
        try:
            self.settings_dict["HOST"] = str(self._membership.join().sockets)
        except NoClusterError as problem:
            raise NoDatabase(str(problem)) from None
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        for pause in PAUSES:
            try:
                return super().get_new_connection(conn_params)
            except (psycopg.OperationalError, OperationalError):
                time.sleep(pause)
                self._membership.join(after_trouble=True)
        return super().get_new_connection(conn_params)

    def create(self) -> None:
        """Make the cluster and the desk's database in it, as far as they are missing. Raises LocalPostgresError."""
        self._membership.join(create=True)
        parameters = self.get_connection_params()
        with psycopg.connect(
            dbname="postgres", host=parameters["host"], user=parameters["user"], autocommit=True
        ) as server:
            server.execute(
                "SELECT pg_advisory_lock(hashtext('thinktank'))"
            )  # of two creators the second waits
            name = "SELECT 1 FROM pg_database WHERE datname = %s"
            if not server.execute(name, [DESK_DATABASE]).fetchone():
                server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DESK_DATABASE)))


def create_default_database() -> None:
    """Make the desk's local database if it does not exist yet. A desk on a server has one that its operator made.

    Called by `make run` (through `prepare`), `restore`, `bench` and the tests, and by nothing else.
    """
    default = connections["default"]
    if isinstance(default, DatabaseWrapper):
        default.create()


def write_out_default_database() -> None:
    """Write all that changed to the local database's files, so that a killed server is back at once.

    Otherwise its recovery does it, which takes seconds after a desk was filled or migrated.
    """
    default = connections["default"]
    if isinstance(default, DatabaseWrapper):
        with default.cursor() as cursor:
            cursor.execute("CHECKPOINT")
