"""`make run`: bring the desk up, say where it is, and take everything down again at the end.

Run as `python -m thinktank.run`. It holds the database up between its steps, and stays small: the steps are
processes of their own.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from environs import EnvError, env

from .environment import PROJECT, desk_home, site_url
from .local_postgres.account import following_parent
from .local_postgres.errors import LocalPostgresError
from .local_postgres.membership import membership

HOST = "127.0.0.1"
START_LIMIT = 60.0  # seconds for the first answer
STOP_LIMIT = 15  # seconds
SERVER = ["-m", "granian", "--interface", "wsgi", "thinktank.wsgi:application", "--host", HOST]
SERVER += ["--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
SERVER += ["--workers-kill-timeout", "10", "--respawn-failed-workers"]


class Ended(Exception):
    """Somebody asked the desk to end: Ctrl-C, TERM, or the terminal is gone."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        port: int = env.int("PORT", 8000)
        _refuse_taken(port)
        with _database():
            return _prepare_and_serve(port)
    except (EnvError, LocalPostgresError) as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return 1
    except Ended:
        return 0


def _prepare_and_serve(port: int) -> int:
    prepare = [str(PROJECT / "manage.py"), "prepare"]
    with _child(prepare, STATEMENT_TIMEOUT="0", stdout=subprocess.PIPE) as preparing:
        notice, _ = preparing.communicate()
    if preparing.returncode:
        return preparing.returncode
    quiet = os.environ.get("LOG_LEVEL", "WARNING")  # a terminal is for reading; a service logs everything
    with _child([*SERVER, "--port", str(port)], LOG_LEVEL=quiet) as server:
        if _answers(server, port):
            address = site_url(port)
            print(f"\nThe desk is at {address}/ and its admin at {address}/admin/", flush=True)  # noqa: T201
            print(notice.decode(), end="", flush=True)  # noqa: T201
            print("Ctrl-C stops it.", flush=True)  # noqa: T201
        return server.wait() or 0


@contextmanager
def _database() -> Iterator[None]:
    """The local cluster, held up until the end and seen down after it, if there is no other server to use."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    local = membership(desk_home())
    local.join()
    try:
        yield
    finally:
        local.leave(wait=STOP_LIMIT)


@contextmanager
def _child(
    arguments: list[str], stdout: int | None = None, **settings: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """A Python process in a group of its own, which is ended with all its children when the block is left."""
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, *arguments],
        cwd=PROJECT,
        env={**os.environ, **settings},
        stdout=stdout,
        start_new_session=True,
        preexec_fn=following_parent(signal.SIGTERM),
    )
    try:
        yield child
    finally:
        _end_group(child)


def _end_group(child: "subprocess.Popen[bytes]") -> None:
    """Ask the child, which ends its own workers; remind them all, as one that is starting misses the first word."""
    child.terminate()
    for _ in range(STOP_LIMIT):
        with suppress(subprocess.TimeoutExpired):
            child.wait(1)
            break
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _answers(server: "subprocess.Popen[bytes]", port: int) -> bool:
    deadline = time.monotonic() + START_LIMIT
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/readyz", timeout=5)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return True
    return False


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            raise EnvError(
                f"Port {port} cannot be used ({problem.strerror}). Try PORT=8001 make run."
            ) from None


def _end(number: int, frame: FrameType | None) -> None:
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise Ended


if __name__ == "__main__":
    sys.exit(main())
