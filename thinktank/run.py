"""`make run`: prepare the desk, serve it, print its address, and stop everything at the end.

Runs as `python -m thinktank.run`. This process keeps the local database running and holds the socket on which the desk
listens; a child process prepares the desk and serves it. SIGUSR1 lets new workers of the code that is there now take
over.
"""

import os
import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

from environs import EnvError, env

from .environment import desk_home, site_url
from .environment_file import environment_file_values
from .local_postgres.errors import LocalPostgresError
from .local_postgres.membership import membership
from .server.listener import allow_open_files, listen
from .server.supervisor import Supervisor

DATABASE_STOP_LIMIT = 15  # seconds


class StopRequested(Exception):
    """A signal to stop: Ctrl-C, TERM, or the terminal was closed."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)  # until there are workers to take over from
    try:
        given = dict(os.environ)
        os.environ.update(_environment(given))
        port: int = env.int("PORT", 8000)
        allow_open_files()
        with listen(port) as listener, _database():
            return _serve(listener, port, given)
    except (EnvError, LocalPostgresError) as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return 1
    except StopRequested:
        return 0


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """Variables for the desk's processes: those this process was started with, and the environment file's."""
    inherited = {name: value for name, value in given.items() if not name.startswith("LISTEN_")}
    return {"LOG_LEVEL": "WARNING", **environment_file_values(), **inherited}


def _serve(listener: socket.socket, port: int, given: Mapping[str, str]) -> int:
    supervisor = Supervisor(listener, environment=lambda: _environment(given))
    try:
        if not supervisor.start():
            return 1
        address = site_url(port)
        print(f"\nThe desk is at {address}/ and its admin at {address}/admin/", flush=True)  # noqa: T201
        print(supervisor.notice, end="", flush=True)  # noqa: T201
        print("Ctrl-C stops it.", flush=True)  # noqa: T201
        supervisor.serve()
    finally:
        supervisor.end()
    return 0


@contextmanager
def _database() -> Iterator[None]:
    """Without a DATABASE_URL, keep the local cluster running inside the block and stop it afterwards."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    local = membership(desk_home())
    local.join(create=True)
    try:
        yield
    finally:
        local.leave(wait=DATABASE_STOP_LIMIT)


def _stop(number: int, frame: FrameType | None) -> None:
    """Signal handler: ignore further signals and unwind `main`."""
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise StopRequested


if __name__ == "__main__":
    sys.exit(main())
