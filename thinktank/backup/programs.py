"""Run pg_dump, pg_restore and psql on the desk's database."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO

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


def server_major() -> int:
    """Major version of the desk's server: 18 for 18.6."""
    connection.ensure_connection()
    return connection.pg_version // 10000  # type: ignore[attr-defined, no-any-return]


def programs() -> Binaries:
    """Programs of the server's major version or the next newer one; older programs refuse to work with it."""
    major = server_major()
    usable = [binaries for binaries in binaries_with("pg_dump") if binaries.major >= major]
    if not usable:
        raise BackupError(
            f"The server is PostgreSQL {major}, and no pg_dump of that version or a newer one was found. "
            f"On Debian: apt-get install postgresql-client-{major}; or set POSTGRES_BIN to its directory."
        )
    return min(usable, key=lambda binaries: binaries.major)


def start(
    program: str, arguments: Sequence[str], *, stdin: IO[bytes] | int | None = None, stdout: int | None = None
) -> "subprocess.Popen[bytes]":
    """Start a program on the desk's database. The password is in its environment, not in its arguments."""
    return subprocess.Popen(  # noqa: S603
        [programs().program(program), *arguments],
        env=_environment(),
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def run(program: str, arguments: Sequence[str]) -> None:
    """Run a program to its end. Raises BackupError with its error output."""
    running = start(program, arguments)
    _, errors = running.communicate()
    if running.returncode:
        raise BackupError(f"{program} failed: {errors.decode(errors='replace').strip()}")


def dump(file: Path) -> None:
    """Write a consistent dump of the whole database, in pg_dump's custom format."""
    run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", f"--file={file}"])


def _environment() -> dict[str, str]:
    """This process's environment, with libpq's variables for the desk's database and no statement timeout."""
    parameters = connection.get_connection_params()
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    database = {
        _ENVIRONMENT_NAMES[key]: str(value)
        for key, value in parameters.items()
        if key in _ENVIRONMENT_NAMES and value
    }
    return {
        **inherited,
        **database,
        "PGOPTIONS": "-c statement_timeout=0 -c lock_timeout=0",
        "PGCLIENTENCODING": "UTF8",
    }
