"""The web server as `make run` starts it, from outside: its process group, its memory, its first page."""

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
from thinktank.run import HOST, SERVER

DESK, BARE = "thinktank.wsgi:application", "thinktank.bench.bare:application"
_LIMIT = 60.0  # seconds for the first page, and for the end


@dataclass(frozen=True)
class Served:
    """A running server: where it answers, and how long after its start it first did (seconds)."""

    address: str
    group: int
    first_page_after: float

    def megabytes(self) -> float:
        """Memory of all its processes, what they share counted once (PSS)."""
        return sum(_kilobytes(folder) for folder in _processes(self.group)) / 1024

    def processor_seconds(self) -> float:
        """Time all its processes have spent on a processor so far."""
        return sum(_ticks(folder) for folder in _processes(self.group)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(application: str, log: Path, database_url: str = "") -> Iterator[Served]:
    """Serve on a free port, writing the server's log to a file; take everything down at the end."""
    port = _free_port()
    arguments = [application if part == DESK else part for part in SERVER]
    settings = {"PORT": str(port), "SITE_URL": "", "DEBUG": "false", "LOG_LEVEL": "WARNING"}
    if database_url:
        settings["DATABASE_URL"] = database_url
    begun = time.monotonic()
    with log.open("a") as lines:
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, *arguments, "--port", str(port)],
            cwd=PROJECT,
            env={**os.environ, **settings},
            stdout=lines,
            stderr=lines,
            start_new_session=True,
        )
    try:
        address = f"http://{HOST}:{port}"
        _await_first_page(server, f"{address}/")
        yield Served(address, server.pid, time.monotonic() - begun)
    finally:
        _end(server)


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
        if (found := _figures(folder)) and int(found[2]) == group:
            yield folder


def _figures(folder: Path) -> list[str]:
    """The fields of /proc/PID/stat after the command's name (proc(5)): state is the first, utime the twelfth."""
    with suppress(OSError):
        return (folder / "stat").read_text().rpartition(")")[2].split()
    return []


def _ticks(folder: Path) -> int:
    return sum(int(ticks) for ticks in _figures(folder)[11:13])


def _kilobytes(folder: Path) -> int:
    with suppress(OSError):
        for line in (folder / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
