"""How a process uses the cluster: it holds a shared lock, which the kernel drops however the process ends."""

import fcntl
import functools
import os
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
        deadline = time.monotonic() + wait
        while time.monotonic() < deadline and self._is_owned() and not self._is_used():
            time.sleep(0.05)

    def _settle_in(self) -> None:
        place = place_of(self.home)
        place.root.mkdir(parents=True, exist_ok=True)
        with self._locked(place.lock("start")):
            if self._users is None:
                self._users = _open(place.lock("users"))
                fcntl.flock(self._users, fcntl.LOCK_SH)
            if not self._is_owned():
                self._launch()

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

    def _is_used(self) -> bool:
        return _is_held(place_of(self.home).lock("users"), by="a sharer")

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


def _is_held(path: Path, *, by: str = "an owner") -> bool:
    """Whether somebody holds the lock: exclusively, or, asked for a sharer, at all."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        kind = fcntl.LOCK_SH if by == "an owner" else fcntl.LOCK_EX
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
