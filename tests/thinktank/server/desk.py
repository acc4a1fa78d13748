"""Start a desk as `make run` does, find its processes, and read it while something happens to it."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from thinktank.environment import PROJECT

PATIENCE = 120.0
RUN = [sys.executable, "-m", "thinktank.run"]


def start(
    place: dict[str, str], command: list[str] | None = None, passed: tuple[int, ...] = ()
) -> tuple["subprocess.Popen[str]", str]:
    """The desk, and what it printed until it was up."""
    desk = subprocess.Popen(
        command or RUN,
        cwd=PROJECT,
        env=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        pass_fds=passed,
        start_new_session=True,  # Ctrl-C is for the one who looks on
    )
    return desk, printed_until(desk, "Ctrl-C")


def printed_until(desk: "subprocess.Popen[str]", words: str) -> str:
    """What the desk prints from now on, up to the line with these words, or to its end."""
    printed = ""
    assert desk.stdout is not None
    for line in desk.stdout:
        printed += line
        if words in line:
            break
    return printed


def stop(desk: "subprocess.Popen[str]", number: int) -> tuple[int, str]:
    """The exit status, and what it had to say about stopping."""
    desk.send_signal(number)
    said, _ = desk.communicate(timeout=PATIENCE)
    return desk.returncode, said


def left(place: dict[str, str]) -> list[int]:
    """Living processes that were started with this desk's home, or work in it."""
    home, found = place["DESK_HOME"], []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            said = (process / "environ").read_bytes() + (process / "cmdline").read_bytes()
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if home.encode() in said and state not in "ZX":
            found.append(int(process.name))
    return found


def children(parent: int) -> list[int]:
    """Living children of a process, the oldest first."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (
                (process / "stat").read_text().rpartition(")")[2].split()
            )  # from the state on, see proc(5)
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] not in "ZX":
            found.append((int(fields[19]), int(process.name)))
    return [pid for _, pid in sorted(found)]


def runs(pid: int) -> bool:
    """True if the process lives and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def web_server(desk: "subprocess.Popen[str]") -> int:
    """Process id of the newest granian, the parent of the workers; -1 while there is none."""
    return _newest(desk.pid, b"server.granian")


def picture_worker(desk: "subprocess.Popen[str]") -> int:
    """Process id of the worker of pictures; -1 while there is none."""
    return _newest(desk.pid, b"make_renditions")


def _newest(parent: int, words: bytes) -> int:
    """The newest child of a process that has these words in its command."""
    pids = [pid for pid in children(parent) if words in _command(pid)]
    return pids[-1] if pids else -1


def _command(pid: int) -> bytes:
    """The command line of a process; empty if it has ended since it was found among the children."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def kill(pid: int) -> None:
    """Kill this one process; -1, which stands for none above, would be every process of the machine."""
    assert pid > 1
    os.kill(pid, signal.SIGKILL)


@dataclass(frozen=True)
class Answer:
    """One request of a reader; `failure` is empty if the page came whole."""

    started_at: float
    ended_at: float
    failure: str

    @property
    def seconds(self) -> float:
        return self.ended_at - self.started_at


@dataclass
class Reading:
    """What readers got so far."""

    answers: list[Answer] = field(default_factory=list)

    @property
    def failures(self) -> list[str]:
        return [answer.failure for answer in self.answers if answer.failure]

    @property
    def longest(self) -> float:
        """Seconds of the slowest request."""
        return max((answer.seconds for answer in self.answers), default=0.0)


@contextmanager
def reading(
    port: int, path: str = "/", *, count: int = 2, pause: float = 0.05, patience: float = 60
) -> Iterator[Reading]:
    """Readers who ask for a page again and again inside the block, each time on a new connection, as a proxy does."""
    reading, ending = Reading(), threading.Event()

    def read() -> None:
        while not ending.wait(pause):
            started_at = time.monotonic()
            failure = _failure(port, path, patience)
            reading.answers.append(Answer(started_at, time.monotonic(), failure))

    threads = [threading.Thread(target=read) for _ in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield reading
    finally:
        ending.set()
        for thread in threads:
            thread.join()


def _failure(port: int, path: str, patience: float) -> str:
    """Empty if the page came whole with 200."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return "" if response.status == 200 else f"status {response.status}"
    except (OSError, http.client.HTTPException) as problem:
        return f"{type(problem).__name__}: {problem}"
    finally:
        connection.close()
