"""One run of granian and its workers."""

import socket
import time
from collections.abc import Mapping

from . import child
from .granian import LISTENER, STARTER

WORKERS = 2
COMMAND = ["-m", "thinktank.server.granian", "--interface", "asginl", "thinktank.asgi:application"]
COMMAND += ["--workers", str(WORKERS), "--no-ws", "--log-level", "warning"]
COMMAND += ["--workers-kill-timeout", "10", "--respawn-failed-workers"]
# A connection that sends no whole headers for so long is closed (only with HTTP/1 alone), and until then takes no
# place from others.
COMMAND += ["--http", "1", "--http1-header-read-timeout", "15000", "--backpressure", "4000"]


class WebServer:
    """Granian on a socket that its starter keeps, so that another run can take over from this one."""

    def __init__(self, listener: socket.socket, environment: Mapping[str, str]) -> None:
        """Start it. It accepts connections as soon as its workers have loaded the application."""
        self._connection, theirs = socket.socketpair()
        descriptors = listener.fileno(), theirs.fileno()
        variables = {LISTENER: str(descriptors[0]), STARTER: str(descriptors[1])}
        self._started_at = time.monotonic()
        self._process = child.start(COMMAND, {**environment, **variables}, passed=descriptors)
        theirs.close()

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    @property
    def age(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started_at

    def becomes_ready(self, limit: float) -> bool:
        """Wait until every worker has loaded the application. False if the server ends or takes `limit` seconds."""
        loaded, deadline = 0, time.monotonic() + limit
        while loaded < WORKERS:
            self._connection.settimeout(max(0.01, deadline - time.monotonic()))
            try:
                reports = self._connection.recv(WORKERS)
            except TimeoutError:
                return False
            if not reports:
                return False
            loaded += len(reports)
        return True

    def end(self) -> None:
        """End server and workers. Requests that are being answered get the time to finish."""
        child.end(self._process)
        self._connection.close()

    def describe_end(self) -> str:
        """How it ended: "exit code 1" or "signal 9"."""
        code = self._process.returncode
        return f"signal {-code}" if code < 0 else f"exit code {code}"
