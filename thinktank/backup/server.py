"""A PostgreSQL server and database, as pg_dump, pg_restore and psql are told of it."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection

from ..local_postgres.binaries import Binaries, binaries_with
from .errors import BackupError

_ENVIRONMENT_NAMES = {
    "dbname": "PGDATABASE",
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "sslmode": "PGSSLMODE",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslrootcert": "PGSSLROOTCERT",
}
_NO_LIMITS = "-c statement_timeout=0 -c lock_timeout=0"


@dataclass(frozen=True)
class Server:
    """One database: libpq's variables for it, and the server's major version (18 for 18.6)."""

    variables: dict[str, str]
    major: int

    def start(
        self,
        program: str,
        arguments: Sequence[str],
        *,
        errors: IO[bytes],
        stdin: IO[bytes] | int,
        stdout: int,
    ) -> "subprocess.Popen[bytes]":
        """Start a program on the database. The password is in its environment, not in its arguments."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return subprocess.Popen(  # noqa: S603
            [self._programs().program(program), *arguments],
            env={**inherited, **self.variables, "PGOPTIONS": _NO_LIMITS, "PGCLIENTENCODING": "UTF8"},
            stdin=stdin,
            stdout=stdout,
            stderr=errors,
        )

    def _programs(self) -> Binaries:
        """Programs of the server's version or the next newer one; older programs refuse to work with it."""
        usable = [binaries for binaries in binaries_with("pg_dump") if binaries.major >= self.major]
        if not usable:
            raise BackupError(
                f"The server is PostgreSQL {self.major}, and no pg_dump of that version or a newer one was found. "
                f"On Debian: apt-get install postgresql-client-{self.major}; or set POSTGRES_BIN to its directory."
            )
        return min(usable, key=lambda binaries: binaries.major)


def desk_server() -> Server:
    """The desk's own server and database."""
    connection.ensure_connection()
    parameters = connection.get_connection_params()
    variables = {
        _ENVIRONMENT_NAMES[key]: str(value)
        for key, value in parameters.items()
        if key in _ENVIRONMENT_NAMES and value
    }
    return Server(variables, connection.pg_version // 10000)  # type: ignore[attr-defined]


def database_name() -> str:
    """Name and place of the desk's database, without user and password: `thinktank on db.example.org`."""
    parameters = connection.get_connection_params()
    name = parameters.get("dbname") or parameters.get("service") or "(the user's own)"
    if connection.settings_dict["ENGINE"] == "thinktank.local_postgres":
        return f"{name} in {Path(settings.DESK_HOME) / 'postgres'}"
    return f"{name} on {parameters.get('host') or 'this machine'}"
