"""`make run`: prepare the desk, serve it, print its address, and stop everything at the end.

Runs as `python -m thinktank.run`. This process keeps the local database running; `manage.py prepare` and the web
server are child processes.
"""

import os
import resource
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
from .environment_file import load_environment_file
from .local_postgres.account import ending_with_parent
from .local_postgres.errors import LocalPostgresError
from .local_postgres.membership import membership

HOST = "127.0.0.1"
START_LIMIT = 60.0  # seconds until the first response
STOP_LIMIT = 15  # seconds
SERVER = ["-m", "granian", "--interface", "asginl", "thinktank.asgi:application", "--host", HOST]
SERVER += ["--workers", "2", "--no-ws", "--log-level", "warning"]
SERVER += ["--workers-kill-timeout", "10", "--respawn-failed-workers"]
# A connection that sends no whole headers for so long is closed (only with HTTP/1 alone), and until then takes no
# place from others.
SERVER += ["--http", "1", "--http1-header-read-timeout", "15000", "--backpressure", "4000"]
OPEN_FILES = 10_000  # for as many connections as two workers take


class StopRequested(Exception):
    """A signal to stop: Ctrl-C, TERM, or the terminal was closed."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        load_environment_file()
        port: int = env.int("PORT", 8000)
        _require_free(port)
        _allow_open_files()
        with _database():
            return _prepare_and_serve(port)
    except (EnvError, LocalPostgresError) as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return 1
    except StopRequested:
        return 0


def _prepare_and_serve(port: int) -> int:
    prepare = [str(PROJECT / "manage.py"), "prepare"]
    with _child(prepare, STATEMENT_TIMEOUT="0", stdout=subprocess.PIPE) as preparing:
        notice, _ = preparing.communicate()
    if preparing.returncode:
        return preparing.returncode
    quiet = os.environ.get("LOG_LEVEL", "WARNING")  # a service sets LOG_LEVEL; a terminal shows warnings only
    with _child([*SERVER, "--port", str(port)], LOG_LEVEL=quiet) as server:
        if _wait_until_ready(server, port):
            address = site_url(port)
            print(f"\nThe desk is at {address}/ and its admin at {address}/admin/", flush=True)  # noqa: T201
            print(notice.decode(), end="", flush=True)  # noqa: T201
            print("Ctrl-C stops it.", flush=True)  # noqa: T201
        return server.wait() or 0


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
        local.leave(wait=STOP_LIMIT)


@contextmanager
def _child(
    arguments: list[str], stdout: int | None = None, **settings: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a Python process in its own process group. The whole group ends with the block."""
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, *arguments],
        cwd=PROJECT,
        env={**os.environ, **settings},
        stdout=stdout,
        start_new_session=True,
        preexec_fn=ending_with_parent(signal.SIGTERM),
    )
    try:
        yield child
    finally:
        _end_group(child)


def _end_group(child: "subprocess.Popen[bytes]") -> None:
    """Terminate the child, which ends its workers. A worker that is just starting misses the signal, so the whole
    group is signalled again every second, and killed at the end.
    """
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


def _wait_until_ready(server: "subprocess.Popen[bytes]", port: int) -> bool:
    """Return True as soon as /readyz responds with 200, False if the server ends or takes too long."""
    deadline = time.monotonic() + START_LIMIT
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/readyz", timeout=5)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return True
    return False


def _require_free(port: int) -> None:
    """Raise EnvError if another program uses the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            raise EnvError(
                f"Port {port} cannot be used ({problem.strerror}). Try PORT=8001 make run."
            ) from None


def _allow_open_files() -> None:
    """Raise the limit of open files for this process and its children, as far as the system allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _stop(number: int, frame: FrameType | None) -> None:
    """Signal handler: ignore further signals and unwind `main`."""
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise StopRequested


if __name__ == "__main__":
    sys.exit(main())
