"""Django database backend for the local cluster. The first connection starts the server."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base, client
from django.db.utils import OperationalError
from psycopg import errors, sql

from .binaries import find_binaries
from .membership import Membership, membership

DESK_DATABASE = "thinktank"


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
        self.settings_dict["HOST"] = str(self._membership.join().sockets)
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except (psycopg.OperationalError, OperationalError):
            self._membership.join(after_trouble=True)
            self._create_database(conn_params)
            return super().get_new_connection(conn_params)

    def _create_database(self, conn_params: dict[str, Any]) -> None:
        """Create the desk's database if a new cluster lacks it."""
        if self.settings_dict["NAME"] != DESK_DATABASE:
            return
        create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DESK_DATABASE))
        with psycopg.connect(
            dbname="postgres", host=conn_params["host"], user=conn_params["user"], autocommit=True
        ) as connection:
            exists = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DESK_DATABASE]
            ).fetchone()
            if not exists:
                with contextlib.suppress(errors.DuplicateDatabase, errors.UniqueViolation):
                    connection.execute(create)
