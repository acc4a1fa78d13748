"""Clients that send a byte now and then cost readers nothing, on a real server."""

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.thinktank.front.clients import (
    SLOW_BODY,
    SLOW_HEADERS,
    Waiting,
    ask_again_and_again,
    dribble,
    fetch,
    get,
)
from thinktank.environment import PROJECT
from thinktank.server.web_server import COMMAND

pytestmark = pytest.mark.starts_servers
SLOW = 100
PAGES, HEALTH = 60, 20  # answers that readers get while all slow clients are there
PATIENCE = 120.0  # seconds


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server as `make run` starts it, with one worker, a shorter wait for headers, and pages without a database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    options = [
        "tests.thinktank.front.small_desk:application" if "asgi:" in part else part for part in COMMAND
    ]
    server = subprocess.Popen(
        [
            sys.executable,
            *options,
            "--workers",
            "1",
            "--http1-header-read-timeout",
            "3000",
            "--port",
            str(number),
        ],
        cwd=PROJECT,
    )
    try:
        asyncio.run(_answering(number))
        yield number
    finally:
        server.terminate()
        server.wait(PATIENCE)


async def _answering(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            await fetch(port, get("/healthz"))
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return
    raise TimeoutError("The server did not start.")


def test_a_hundred_slow_clients_cost_readers_nothing(port: int) -> None:
    pages, health = asyncio.run(_beside_slow_clients(port))
    assert pages.failures == health.failures == []
    assert len(pages.seconds) >= PAGES, str(pages)
    assert len(health.seconds) >= HEALTH, str(health)


async def _beside_slow_clients(port: int) -> tuple[Waiting, Waiting]:
    """What readers got. The slow clients stay until that is enough: a server that has no thread left would wait."""
    end = time.monotonic() + PATIENCE
    pages, health = Waiting(), Waiting()

    def until() -> bool:
        enough = len(pages.seconds) >= PAGES and len(health.seconds) >= HEALTH
        return enough or time.monotonic() > end

    kinds = [SLOW_HEADERS, SLOW_BODY] * (SLOW // 2)
    slow = [asyncio.ensure_future(dribble(port, *kind, pause=0.5, until=until)) for kind in kinds]
    await asyncio.sleep(0.5)
    readers = [ask_again_and_again(port, "/", pages, pause=0.05, until=until) for _ in range(4)]
    await asyncio.gather(*readers, ask_again_and_again(port, "/healthz", health, pause=0.1, until=until))
    await asyncio.gather(*slow)
    return pages, health


def test_a_request_that_stalls_is_closed_before_long(port: int) -> None:
    """A connection without a byte, after the time for headers. (For bodies see `test_application`.)"""

    async def silent() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        async with asyncio.timeout(PATIENCE):
            answer = await reader.read(-1)
        writer.close()
        return answer

    assert b"200" not in asyncio.run(silent())
