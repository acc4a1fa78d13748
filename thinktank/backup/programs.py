"""PostgreSQL's own programs, pointed at the desk's database."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from django.db import connection

from ..local_postgres.binaries import Binaries, binaries_with
from .errors import BackupError

_NAMES = {
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
    """The major version of the server the desk uses, 18 for 18.6."""
    connection.ensure_connection()
    return connection.pg_version // 10000  # type: ignore[attr-defined, no-any-return]


def programs() -> Binaries:
    """Programs of the server's own version if there are any, else the next newer ones: older ones refuse."""
    major = server_major()
    fitting = sorted(
        (found for found in binaries_with("pg_dump") if found.major >= major), key=lambda found: found.major
    )
    if not fitting:
        raise BackupError(
            f"The server is PostgreSQL {major}, and no pg_dump of that version or a newer one was found. "
            f"On Debian: apt-get install postgresql-client-{major}; or set POSTGRES_BIN to its directory."
        )
    return fitting[0]


def start(
    program: str, arguments: Sequence[str], *, stdin: IO[bytes] | int | None = None, stdout: int | None = None
) -> "subprocess.Popen[bytes]":
    """Start a program on the desk's database. The password travels in the environment, not in the arguments."""
    return subprocess.Popen(  # noqa: S603
        [programs().program(program), *arguments],
        env=_environment(),
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def run(program: str, arguments: Sequence[str]) -> None:
    """Run a program to its end. Raises BackupError with what it complained of."""
    running = start(program, arguments)
    _, complaint = running.communicate()
    if running.returncode:
        raise BackupError(f"{program} failed: {complaint.decode(errors='replace').strip()}")


def dump(file: Path) -> None:
    """The whole database, in pg_dump's custom format, as of one instant."""
    run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", f"--file={file}"])


def _environment() -> dict[str, str]:
    """This process's environment with the desk's database, and without any limit on how long a statement takes."""
    known = connection.get_connection_params()
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    wanted = {_NAMES[key]: str(value) for key, value in known.items() if key in _NAMES and value}
    return {
        **inherited,
        **wanted,
        "PGOPTIONS": "-c statement_timeout=0 -c lock_timeout=0",
        "PGCLIENTENCODING": "UTF8",
    }
