"""Start the web server as `make run` does, and measure its memory, processor time and time to the first page."""

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
from dataclasses import dataclass
from pathlib import Path

from thinktank.environment import PROJECT
from thinktank.server.listener import HOST
from thinktank.server.web_server import COMMAND

DESK, BARE = "thinktank.asgi:application", "thinktank.bench.bare:application"
_LIMIT = 60.0  # seconds until the first page, and until the end


@dataclass(frozen=True)
class RunningGroup:
    """A process group that runs."""

    group: int

    def megabytes(self) -> float:
        """Memory of all its processes, shared memory counted once (PSS)."""
        return sum(_kilobytes(folder) for folder in _processes(self.group)) / 1024

    def processor_seconds(self) -> float:
        """Processor time of all its processes so far."""
        return sum(_ticks(folder) for folder in _processes(self.group)) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class RunningServer(RunningGroup):
    """A running server: its address, and the seconds from its start to its first page."""

    address: str
    first_page_after: float


@contextmanager
def serve(application: str, log: Path, database_url: str = "", **variables: str) -> Iterator[RunningServer]:
    """Serve on a free port inside the block, with the server's log in a file. `variables`: of its environment."""
    port = _free_port()
    arguments = [application if part == DESK else part for part in COMMAND]
    settings = {"PORT": str(port), "SITE_URL": "", "DEBUG": "false", "LOG_LEVEL": "WARNING"}
    if database_url:
        settings["DATABASE_URL"] = database_url
    start = time.monotonic()
    with log.open("a") as lines:
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, *arguments, "--host", HOST, "--port", str(port)],
            cwd=PROJECT,
            env={**os.environ, **settings, **variables},
            stdout=lines,
            stderr=lines,
            start_new_session=True,
        )
    try:
        address = f"http://{HOST}:{port}"
        _await_first_page(server, f"{address}/")
        yield RunningServer(server.pid, address, time.monotonic() - start)
    finally:
        _end(server)


@contextmanager
def working_beside(command: list[str], log: Path, **variables: str) -> Iterator[RunningGroup]:
    """Run a command of `manage.py` inside the block."""
    with log.open("a") as lines:
        working = subprocess.Popen(  # noqa: S603
            [sys.executable, "manage.py", *command],
            cwd=PROJECT,
            env={**os.environ, **variables},
            stdout=lines,
            stderr=lines,
            start_new_session=True,
        )
    try:
        yield RunningGroup(working.pid)
    finally:
        _end(working)


def _await_first_page(server: "subprocess.Popen[bytes]", url: str) -> None:
    deadline = time.monotonic() + _LIMIT
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=10).read()  # noqa: S310
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise RuntimeError(f"The server did not answer on {url}.")


def _end(server: "subprocess.Popen[bytes]") -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(server.pid, number)
        with suppress(subprocess.TimeoutExpired):
            server.wait(_LIMIT / 4)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _processes(group: int) -> Iterator[Path]:
    for folder in Path("/proc").glob("[0-9]*"):
        if (fields := _stat_fields(folder)) and int(fields[2]) == group:
            yield folder


def _stat_fields(folder: Path) -> list[str]:
    """Fields of /proc/PID/stat after the command's name (see proc(5)): the first is state, the twelfth utime."""
    with suppress(OSError):
        return (folder / "stat").read_text().rpartition(")")[2].split()
    return []


def _ticks(folder: Path) -> int:
    return sum(int(ticks) for ticks in _stat_fields(folder)[11:13])


def _kilobytes(folder: Path) -> int:
    with suppress(OSError):
        for line in (folder / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
