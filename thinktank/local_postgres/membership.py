"""Use of the cluster by a process, as a shared file lock: the kernel releases it when the process ends."""

import atexit
import fcntl
import functools
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import LocalPostgresError, NoClusterError
from .place import Place, place_of

PROJECT = Path(__file__).resolve().parent.parent.parent


class Membership:
    """This process's use of one desk's cluster. Threads share it."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.home = home.resolve()
        self.durable = durable
        self._users: int | None = None
        self._guard = threading.Lock()

    def join(self, *, create: bool = False, after_trouble: bool = False) -> Place:
        """Start the server if it is not running, and keep it running while this process lives.

        With `create`, make the cluster if there is none: a command that only reads must not leave an empty desk
        behind. After trouble (a refused connection) wait for a process that is just starting or stopping the server.
        Raises LocalPostgresError.
        """
        with self._guard:
            if not create and not self._has_cluster():
                raise NoClusterError(
                    f"There is no desk in {self.home}: it has no database. `make run` makes one there; "
                    "to use another desk, set DESK_HOME or DATABASE_URL."
                )
            if self._users is None or after_trouble or not self._is_owned():
                self._start_server()
        return place_of(self.home)

    def leave(self, *, wait: float = 0) -> None:
        """Release the lock. Then wait up to `wait` seconds for the server to stop, if no other process uses it."""
        with self._guard:
            if self._users is not None:
                os.close(self._users)
                self._users = None
                self._say_goodbye()
        deadline, times_in_use = time.monotonic() + wait, 0
        while time.monotonic() < deadline and self._is_owned() and times_in_use < 3:
            # Three times, because the watchdog's own test of the lock looks like a user.
            times_in_use = times_in_use + 1 if _is_shared(place_of(self.home).lock("users")) else 0
            time.sleep(0.05)

    def _say_goodbye(self) -> None:
        """Let the server stop at once if nobody else uses it. Else it waits for a killed desk to come back."""
        place = place_of(self.home)
        with suppress(OSError):  # the whole home is gone
            if not _is_shared(place.lock("users")):
                place.left.touch()

    def _start_server(self) -> None:
        """Take the users' lock and start a watchdog if no server answers. One process at a time does this."""
        place = place_of(self.home)
        try:
            place.root.mkdir(parents=True, exist_ok=True)
            os.close(_open(place.lock("start")))
        except OSError as problem:
            raise LocalPostgresError(
                f"The database in {place.root} cannot be used: {problem.strerror}."
            ) from None
        with _exclusive_lock(place.lock("start")):
            place.left.unlink(missing_ok=True)
            if self._users is None:
                self._users = _open(place.lock("users"))
                fcntl.flock(self._users, fcntl.LOCK_SH)
                atexit.register(self.leave)
            if not self._is_answering():
                self._start_watchdog()

    def _has_cluster(self) -> bool:
        """True if there is a complete cluster, one of another user, or a watchdog that may be making one."""
        try:
            return (place_of(self.home).data / "PG_VERSION").exists() or self._is_owned()
        except PermissionError:
            return True

    def _is_answering(self) -> bool:
        """True if the server accepts connections. Waits while one is starting, recovering or stopping.

        A server that reads its log after a crash takes connections already, and refuses them. So its state is read
        after it took one: before, the file may be that of the server that crashed.
        """
        place = place_of(self.home)
        while self._is_owned():
            with socket.socket(socket.AF_UNIX) as probe:
                listens = probe.connect_ex(str(place.sockets / ".s.PGSQL.5432")) == 0
            if listens and place.pid_file()[1] in ("ready", ""):
                return True
            time.sleep(0.02)
        return False

    def _start_watchdog(self) -> None:
        """Start a watchdog and wait for its report. It has its own session, so that Ctrl-C does not reach it."""
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
        with os.fdopen(reading) as pipe:
            report = pipe.read()
        if report != "ready":
            raise LocalPostgresError(
                report or f"The database server did not start; see {place_of(self.home).log}."
            )

    def _is_owned(self) -> bool:
        """True if a watchdog runs."""
        return _is_exclusive(place_of(self.home).lock("owner"))


@functools.cache
def membership(home: Path, durable: bool = True) -> Membership:
    """This process's only membership for a DESK_HOME."""
    return Membership(home, durable=durable)


@contextmanager
def _exclusive_lock(path: Path) -> Iterator[None]:
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _is_exclusive(path: Path) -> bool:
    """True if a process holds the lock exclusively."""
    return not _can_lock(path, fcntl.LOCK_SH)


def _is_shared(path: Path) -> bool:
    """True if at least one process shares the lock."""
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
