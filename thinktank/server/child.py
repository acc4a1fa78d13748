"""A Python process of the desk in a process group of its own, which ends as a whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress

from ..environment import PROJECT
from ..local_postgres.account import ending_with_parent

STOP_LIMIT = 15  # seconds


def start(
    arguments: list[str],
    environment: Mapping[str, str],
    *,
    stdout: int | None = None,
    passed: Iterable[int] = (),
) -> "subprocess.Popen[bytes]":
    """Start Python with these arguments. It gets SIGTERM when this process ends for any reason."""
    return subprocess.Popen(  # noqa: S603
        [sys.executable, *arguments],
        cwd=PROJECT,
        env=environment,
        stdout=stdout,
        start_new_session=True,
        pass_fds=list(passed),
        preexec_fn=ending_with_parent(signal.SIGTERM),
    )


def end(child: "subprocess.Popen[bytes]") -> None:
    """Terminate a child and its group, kill what is left after `STOP_LIMIT`, and wait for the child.

    A process that is just starting misses the signal, so the group is signalled again every second.
    """
    for second in range(STOP_LIMIT):
        child.terminate() if second == 0 else _signal(child.pid, signal.SIGTERM)
        deadline = time.monotonic() + 1
        while time.monotonic() < deadline:
            if child.poll() is not None and not _is_alive(child.pid):
                return
            time.sleep(0.02)
    _signal(child.pid, signal.SIGKILL)
    child.wait()


def _is_alive(group: int) -> bool:
    """True if a process of the group exists. One that ended and that nobody waited for counts too."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _signal(group: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, number)
