"""Clients of a running desk: readers whose waiting is measured, and clients that are slow on purpose."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

TIMEOUT = 60.0


@dataclass
class Waiting:
    """Seconds that each request took, and the answers that were no 200 or 304."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def at(self, share: float) -> float:
        """The seconds that this share of the requests stayed under: 0.99 for p99."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]

    def __str__(self) -> str:
        return (
            f"{len(self.seconds)} requests: p50 {self.at(0.5) * 1000:.0f} ms, p99 {self.at(0.99) * 1000:.0f} ms, "
            f"slowest {self.at(1) * 1000:.0f} ms, {len(self.failures)} failed"
        )


async def fetch(port: int, request: bytes, *, timeout: float = TIMEOUT) -> tuple[int, bytes]:
    """Status and whole response of one request on a connection of its own."""
    async with asyncio.timeout(timeout):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(request)
            answer = await reader.read(-1)
        finally:
            writer.close()
    return int(answer.split(b" ", 2)[1]), answer


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()


async def ask_again_and_again(
    port: int, path: str, into: Waiting, *, pause: float, until: Callable[[], bool]
) -> None:
    """One reader: ask for a page, wait a moment, ask again."""
    while not until():
        start = time.monotonic()
        try:
            status, _ = await fetch(port, get(path))
        except (OSError, TimeoutError, IndexError) as error:
            into.failures.append(repr(error))
        else:
            into.seconds.append(time.monotonic() - start)
            if status != 200:
                into.failures.append(str(status))
        await asyncio.sleep(pause)


async def dribble(port: int, head: bytes, rest: bytes, *, pause: float, until: Callable[[], bool]) -> bytes:
    """Send `head`, then a byte of `rest` at each pause; returns what was answered by then."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answered = asyncio.ensure_future(reader.read(-1))
    with suppress(OSError):
        writer.write(head)
        for number in range(len(rest)):
            if until() or answered.done():
                break
            writer.write(rest[number : number + 1])
            await writer.drain()
            await asyncio.sleep(pause)
    writer.close()
    if not answered.done():
        answered.cancel()
        return b""
    return b"" if answered.exception() else answered.result()


SLOW_HEADERS = (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", b"a" * 10_000)
SLOW_BODY = (
    b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 10000\r\n\r\n",
    b"a" * 10_000,
)
