"""The process that owns a cluster's server: it starts the server, again if it dies, and stops it at the end.

The end is when no process uses it any more: at once after the last has left in good order, else after `GRACE`, because
whoever killed a desk starts it again.

Runs as `python -m thinktank.local_postgres.watchdog HOME READY_FD DURABLE`. It reports on READY_FD, by `ready` or by
a sentence with the reason why the server did not start, and closes it.
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from .cluster import STOP_LIMIT, Cluster
from .errors import LocalPostgresError
from .place import Place, place_of, set_up_place

CHECK_EVERY = 0.3  # seconds between two checks for users
GRACE = 5.0  # seconds without a user after a kill
START_LIMIT = 300.0  # seconds; after a crash a big database replays its log first


def main(home: str, ready_fd: str, durable: str) -> None:
    """Start the server, report, and wait until it is to stop. Returns when it has stopped."""
    if os.fork():
        os._exit(0)  # the starter waits for this process; its child never becomes the starter's zombie
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    place = place_of(Path(home))
    owner = os.open(place.lock("owner"), os.O_RDWR | os.O_CREAT, 0o644)
    fcntl.flock(owner, fcntl.LOCK_EX)
    with os.fdopen(int(ready_fd), "w") as ready:
        try:
            cluster = Cluster(*set_up_place(Path(home)))
            cluster.create()
            server = _start(cluster, durable == "durable")
        except (LocalPostgresError, OSError, subprocess.SubprocessError) as problem:
            ready.write(str(problem))
            return
        ready.write("ready")
    _serve_users(cluster, server, durable == "durable")


def _start(cluster: Cluster, durable: bool) -> "subprocess.Popen[bytes]":
    """Start the server and wait until it accepts connections. Raises LocalPostgresError."""
    server = cluster.start(durable=durable)
    _wait_until_ready(cluster, server)
    return server


def _wait_until_ready(cluster: Cluster, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_LIMIT
    while not cluster.is_ready(server):
        if server.poll() is not None or time.monotonic() > deadline:
            server.kill()
            last_lines = cluster.place.log.read_text(errors="replace").splitlines()[-5:]
            raise LocalPostgresError("The database server did not start. It said: " + " / ".join(last_lines))
        time.sleep(0.02)


def _serve_users(cluster: Cluster, server: "subprocess.Popen[bytes]", durable: bool) -> None:
    """Keep the server running until no process uses the cluster, then stop it. Raises LocalPostgresError.

    Users wait meanwhile: while this process runs, they do not start another one.
    """
    watch = _Watch(cluster.place)
    try:
        while not watch.is_over():
            with suppress(subprocess.TimeoutExpired):
                server.wait(CHECK_EVERY)
                _say(f"The server ended (exit code {server.returncode}). It is started again.")
                server = _start(cluster, durable)
    finally:
        _stop(server)


class _Watch:
    """The users' lock, and how long nobody has held it."""

    def __init__(self, place: Place) -> None:
        self._left = place.left
        self._users = os.open(place.lock("users"), os.O_RDWR | os.O_CREAT, 0o644)
        self._start = os.open(place.lock("start"), os.O_RDWR | os.O_CREAT, 0o644)
        self._unused_since: float | None = None

    def is_over(self) -> bool:
        """True if no process uses the cluster, nor comes back. Then both locks are held, so that nobody starts one."""
        if not _try_lock(self._users):
            self._unused_since = None
            return False
        now = time.monotonic()
        self._unused_since = self._unused_since or now
        has_left = self._left.exists() or now > self._unused_since + GRACE
        if has_left and _try_lock(self._start):
            self._left.unlink(missing_ok=True)
            return True
        fcntl.flock(self._users, fcntl.LOCK_UN)  # perhaps a process is just joining
        return False


def _stop(server: "subprocess.Popen[bytes]") -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGINT)  # fast shutdown: sessions end, no data is lost
    try:
        server.wait(STOP_LIMIT)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _say(sentence: str) -> None:
    print(f"{datetime.now(UTC):%F %T} watchdog: {sentence}", flush=True)  # noqa: T201 - the cluster's log


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
