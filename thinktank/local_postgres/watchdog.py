"""The process that owns a cluster's server: it starts the server, and stops it when no process uses it any more.

Runs as `python -m thinktank.local_postgres.watchdog HOME READY_FD DURABLE`. It reports on READY_FD, by `ready` or by
a sentence with the reason why the server did not start, and closes it.
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from .cluster import STOP_LIMIT, Cluster
from .errors import LocalPostgresError
from .place import Place, place_of, set_up_place

CHECK_EVERY = 0.3  # seconds between two checks for users
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
            server = cluster.start(durable=durable == "durable")
            _wait_until_ready(cluster, server)
        except (LocalPostgresError, OSError, subprocess.SubprocessError) as problem:
            ready.write(str(problem))
            return
        ready.write("ready")
    _serve_users(place, server)


def _wait_until_ready(cluster: Cluster, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_LIMIT
    while not cluster.is_ready(server):
        if server.poll() is not None or time.monotonic() > deadline:
            server.kill()
            last_lines = cluster.place.log.read_text(errors="replace").splitlines()[-5:]
            raise LocalPostgresError("The database server did not start. It said: " + " / ".join(last_lines))
        time.sleep(0.02)


def _serve_users(place: Place, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the server ends, or until the users' lock is free: then no process uses the cluster. Stop it."""
    users = os.open(place.lock("users"), os.O_RDWR | os.O_CREAT, 0o644)
    start = os.open(place.lock("start"), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while server.poll() is None:
            time.sleep(CHECK_EVERY)
            if not _try_lock(users):
                continue
            if _try_lock(start):  # kept until the server has stopped, so that no other one starts meanwhile
                return
            fcntl.flock(users, fcntl.LOCK_UN)  # a process is just joining
    finally:
        _stop(server)


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


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
