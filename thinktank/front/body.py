"""Reading a request's body before any thread is needed, with a deadline and a limit."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from typing import IO, Any

from .stop import Stop

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]

GRACE = 20.0  # seconds for the first bytes
SLOWEST = 4_000  # bytes a second, on average, after the grace
IN_MEMORY = 500_000  # bytes; a larger body goes to a temporary file
MOST_DRAINED = 200_000_000  # bytes


class TooSlow(Exception):
    """The body did not come in time. Its argument: the bytes that came."""


class Stopped(Exception):
    """The worker ends, and the body has not come whole."""


class TooLarge(Exception):
    """The body is larger than the limit. Its argument: the bytes that came, or that were announced."""


class ClientGone(Exception):
    """The client closed the connection before the body was complete."""


async def read_body(receive: Receive, stop: Stop, *, limit: int) -> IO[bytes]:
    """Return the body as a file at its start; it may be shorter than announced.

    Raises TooSlow, TooLarge, Stopped, ClientGone.
    A body over the limit is read to its end, as far as that is reasonable, and dropped: a browser shows the answer
    only after it has sent everything.
    """
    start = asyncio.get_running_loop().time()
    body = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the caller closes it
    size, is_complete = 0, False
    try:
        while not is_complete and size <= MOST_DRAINED:
            chunk, is_complete = await _next_chunk(
                receive, stop, until=start + GRACE + size / SLOWEST, after=size
            )
            size += len(chunk)
            if size <= limit:
                body.write(chunk)
        if size > limit:
            raise TooLarge(size)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


async def _next_chunk(receive: Receive, stop: Stop, *, until: float, after: int) -> tuple[bytes, bool]:
    """The next bytes, and True if they are the last."""
    try:
        async with asyncio.timeout_at(until) as deadline:
            with stop.shortening(deadline):
                message = await receive()
    except TimeoutError:
        if stop.has_come:
            raise Stopped from None
        raise TooSlow(after) from None
    if message["type"] != "http.request":
        raise ClientGone
    return message.get("body", b""), not message.get("more_body", False)
