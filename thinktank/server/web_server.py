"""One run of granian and its workers."""

import os
import select
import socket
import time
from collections.abc import Mapping

from . import child
from .descriptors import LIFELINE, LISTENER, NOTICE, PREPARED, REPORTS
from .reports import describe_end

WORKERS = 2
COMMAND = ["-m", "thinktank.server.granian", "--interface", "asginl", "thinktank.asgi:application"]
COMMAND += ["--workers", str(WORKERS), "--no-ws", "--log-level", "warning"]
COMMAND += ["--workers-kill-timeout", "10", "--respawn-failed-workers"]
# A connection that sends no whole headers for so long is closed (only with HTTP/1 alone), and until then takes no
# place from others.
COMMAND += ["--http", "1", "--http1-header-read-timeout", "15000", "--backpressure", "4000"]


class WebServer:
    """Granian on a socket that its starter keeps, so that another run can take over from this one."""

    def __init__(
        self, listener: socket.socket, environment: Mapping[str, str], *, prepare: bool = False
    ) -> None:
        """Start it, and let it `prepare` the desk first. It accepts connections as soon as its workers are loaded."""
        self._reports, reports = os.pipe()
        os.set_blocking(reports, False)
        lifeline, self._lifeline = os.pipe()
        notice_end, notice = os.pipe()
        self._notice = os.fdopen(notice_end)
        descriptors = {LISTENER: listener.fileno(), REPORTS: reports, LIFELINE: lifeline}
        if prepare:
            descriptors[NOTICE] = notice
        variables = {name: str(number) for name, number in descriptors.items()}
        self._started_at = time.monotonic()
        self._process = child.start(COMMAND, {**environment, **variables}, passed=descriptors.values())
        for descriptor in (reports, lifeline, notice):
            os.close(descriptor)

    def notice(self) -> str | None:
        """What `prepare` had to say, when it is done, which may take minutes. None if it failed."""
        with self._notice:
            notice = self._notice.read()
        if notice.endswith(PREPARED):
            return notice.removesuffix(PREPARED)
        self._process.wait()
        return None

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
            readable, _, _ = select.select([self._reports], [], [], max(0.0, deadline - time.monotonic()))
            reports = os.read(self._reports, WORKERS) if readable else b""
            if not reports:
                return False
            loaded += len(reports)
        return True

    def end(self) -> None:
        """End server and workers. Requests that are being answered get the time to finish."""
        child.end(self._process)
        os.close(self._lifeline)
        os.close(self._reports)
        self._notice.close()

    def describe_end(self) -> str:
        return describe_end(self._process)
