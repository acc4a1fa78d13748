"""Ending a child process: with its whole group, and within a time."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.thinktank.server.desk import PATIENCE, runs
from thinktank.server import child

# Two processes that take no notice of SIGTERM; the first says who the second is.
DEAF = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
worker = os.fork()
if worker:
    print(worker, flush=True)
time.sleep(600)
"""


@pytest.fixture
def deaf() -> Iterator["subprocess.Popen[bytes]"]:
    process = child.start(["-S", "-c", DEAF], {}, stdout=subprocess.PIPE)
    yield process
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # the second too, which keeps the pipe open
    process.communicate()


def test_a_server_that_hangs_while_it_ends_is_killed_with_its_workers_after_a_deadline(
    deaf: "subprocess.Popen[bytes]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "STOP_LIMIT", 1)
    assert deaf.stdout is not None
    worker = int(deaf.stdout.readline())
    child.end(deaf)
    assert deaf.returncode == -9
    deadline = time.monotonic() + PATIENCE
    while runs(worker) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not runs(worker)


def test_a_server_that_ends_in_good_order_is_not_waited_for_any_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "STOP_LIMIT", 600)
    process = child.start(["-S", "-c", "import time; time.sleep(600)"], {})
    started_at = time.monotonic()
    child.end(process)
    assert process.returncode == -15
    assert time.monotonic() - started_at < PATIENCE
