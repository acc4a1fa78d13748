"""Prove a backup: restore it into a server of its own, bring it to this version, and throw everything away.

The desk is not touched. The server is the local cluster's, in a folder that is deleted at the end.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from ..environment import PROJECT
from ..local_postgres.binaries import find_binaries
from ..local_postgres.errors import LocalPostgresError
from ..local_postgres.membership import Membership
from ..local_postgres.place import place_of
from ..schema import known_migrations
from . import manifest
from .errors import BackupError
from .restore import opened_backup, refuse_newer_server, refuse_other_count, unpacked
from .server import Server
from .sql import filled

_PREFIX = "thinktank-check-"
STOP_LIMIT = 60.0  # seconds


def check_backup(file: Path) -> manifest.Manifest:
    """Restore a backup elsewhere, count its pieces, and run the migrations that it lacks. Raises BackupError.

    Needs free space for a whole desk in TMPDIR, or else /var/tmp.
    """
    with opened_backup(file) as (archive, backup):
        try:
            refuse_newer_server(backup, find_binaries().major)
            with _scratch_server() as server:
                with unpacked(archive, _scratch_parent()) as dump, filled(server, dump) as pieces:
                    refuse_other_count(backup, pieces)
                if set(backup.migrations) != known_migrations():
                    _migrate(server)
        except LocalPostgresError as problem:
            raise BackupError(f"{file} could not be tried: {problem}") from None
    return backup


@contextmanager
def _scratch_server() -> Iterator[Server]:
    """A running server with an empty database, which is deleted with its folder. Deletes those of killed checks too."""
    for left in _scratch_parent().glob(f"{_PREFIX}*"):
        _delete_unused(left)
    home = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_scratch_parent()))
    home.chmod(0o711)  # if this is root, another user runs the server and has to enter
    lock = os.open(home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    member = Membership(home, durable=False)
    try:
        sockets = member.join(create=True).sockets
        variables = {"PGHOST": str(sockets), "PGUSER": "postgres", "PGDATABASE": "postgres"}
        yield Server(variables, find_binaries().major)
    finally:
        member.leave(wait=STOP_LIMIT)
        os.close(lock)
        _delete_unused(home)


def _delete_unused(home: Path) -> None:
    """Delete the folder of a check that has ended. A folder of another user stays, and so does one in use."""
    with suppress(OSError):
        lock = os.open(home / "lock", os.O_RDWR)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for folder in {place_of(home).cluster, place_of(home).sockets, home}:
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(lock)


def _migrate(server: Server) -> None:
    """Apply this version's migrations, as a restore does. Raises BackupError."""
    url = f"postgres://{server.variables['PGUSER']}@{quote(server.variables['PGHOST'], safe='')}/postgres"
    migrating = subprocess.run(  # noqa: S603
        [sys.executable, str(PROJECT / "manage.py"), "migrate", "--verbosity=0", "--no-input"],
        env={**os.environ, "DATABASE_URL": url, "STATEMENT_TIMEOUT": "0"},
        capture_output=True,
        text=True,
    )
    if migrating.returncode:
        last_line = (migrating.stderr.strip().splitlines() or ["no reason was given"])[-1]
        raise BackupError(f"The backup is whole, but cannot be brought to this version: {last_line}")


def _scratch_parent() -> Path:
    return Path(os.environ.get("TMPDIR") or "/var/tmp")  # noqa: S108 - mkdtemp makes names that nobody can take
