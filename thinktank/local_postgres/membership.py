"""How a process uses the cluster: it holds a shared lock, which the kernel drops however the process ends."""

import fcntl
import functools
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import LocalPostgresError
from .place import Place, place_of

PROJECT = Path(__file__).resolve().parent.parent.parent


class Membership:
    """This process's part in one desk's cluster. Threads share it."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.home = home.resolve()
        self.durable = durable
        self._users: int | None = None
        self._guard = threading.Lock()

    def join(self, *, after_trouble: bool = False) -> Place:
        """Start the server if it does not run, and keep it up while this process lives.

        After trouble (a connection was refused) it waits for whoever is starting or stopping it.
        Raises LocalPostgresError.
        """
        with self._guard:
            if self._users is None or after_trouble or not self._is_owned():
                self._settle_in()
        return place_of(self.home)

    def leave(self, *, wait: float = 0) -> None:
        """Let go; with `wait`, up to that many seconds for the server to stop if this was the last user."""
        with self._guard:
            if self._users is not None:
                os.close(self._users)
                self._users = None
        deadline, seen_in_use = time.monotonic() + wait, 0
        while time.monotonic() < deadline and self._is_owned() and seen_in_use < 3:
            # More than once: the watchdog's own look at the lock can be mistaken for a user's.
            seen_in_use = seen_in_use + 1 if _is_shared(place_of(self.home).lock("users")) else 0
            time.sleep(0.05)

    def _settle_in(self) -> None:
        place = place_of(self.home)
        try:
            place.root.mkdir(parents=True, exist_ok=True)
            os.close(_open(place.lock("start")))
        except OSError as problem:
            raise LocalPostgresError(
                f"The database in {place.root} cannot be used: {problem.strerror}."
            ) from None
        with self._locked(place.lock("start")):
            if self._users is None:
                self._users = _open(place.lock("users"))
                fcntl.flock(self._users, fcntl.LOCK_SH)
            if not self._is_answering():
                self._launch()

    def _is_answering(self) -> bool:
        """Whether an owner's server takes connections, once one that is just going has gone."""
        path = str(place_of(self.home).sockets / ".s.PGSQL.5432")
        while self._is_owned():
            with socket.socket(socket.AF_UNIX) as probe:
                if probe.connect_ex(path) == 0:
                    return True
            time.sleep(0.05)
        return False

    def _launch(self) -> None:
        """Start a watchdog, in a session of its own so that Ctrl-C here is not its business."""
        reading, writing = os.pipe()
        try:
            module = f"{__package__}.watchdog"
            command = [sys.executable, "-m", module, str(self.home), str(writing)]
            command.append("durable" if self.durable else "throwaway")
            with place_of(self.home).log.open("ab") as log:
                subprocess.run(  # noqa: S603
                    command,
                    cwd=PROJECT,
                    pass_fds=[writing],
                    start_new_session=True,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    check=True,
                )
        finally:
            os.close(writing)
        with os.fdopen(reading) as ready:
            said = ready.read()
        if said != "ready":
            raise LocalPostgresError(
                said or f"The database server did not start; see {place_of(self.home).log}."
            )

    def _is_owned(self) -> bool:
        return _is_held(place_of(self.home).lock("owner"))

    @contextmanager
    def _locked(self, path: Path) -> Iterator[None]:
        descriptor = _open(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


@functools.cache
def membership(home: Path, durable: bool = True) -> Membership:
    """The one membership of this process for a DESK_HOME."""
    return Membership(home, durable=durable)


def _is_held(path: Path) -> bool:
    """Whether somebody holds the lock exclusively: the watchdog its own, or, while it stops, that of the users."""
    return not _can_lock(path, fcntl.LOCK_SH)


def _is_shared(path: Path) -> bool:
    """Whether users hold the lock."""
    return _can_lock(path, fcntl.LOCK_SH) and not _can_lock(path, fcntl.LOCK_EX)


def _can_lock(path: Path, kind: int) -> bool:
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
