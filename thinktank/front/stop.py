"""The end of a worker: requests that have come whole are answered, what is still coming gets a moment."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

MOMENT = 3.0  # seconds for a body to come whole
LEAVE = 1.0  # seconds after it; what clients still send then is no request yet


class Stop:
    """The end of a worker, which may have begun, and the requests that it waits for. All in the event loop’s thread.

    A server waits for every open connection, also for those that send a byte of their headers now and then: such a
    worker leaves by itself when nothing is being answered. `leave` ends the process at once.
    """

    def __init__(self, leave: Callable[[], object] = lambda: os._exit(0)) -> None:
        self._leave = leave
        self._latest: float | None = None  # the hour of the loop's clock until which bodies may come
        self._coming: set[asyncio.Timeout] = set()
        self._requests = 0

    @property
    def has_come(self) -> bool:
        return self._latest is not None

    def begin(self) -> None:
        """Shorten every deadline, and leave soon after."""
        loop = asyncio.get_running_loop()
        self._latest = loop.time() + MOMENT
        for deadline in self._coming:
            self._shorten(deadline)
        loop.call_later(MOMENT + LEAVE, self._leave_when_idle)

    @contextmanager
    def shortening(self, deadline: asyncio.Timeout) -> Iterator[None]:
        """Let this deadline, which is running, come sooner when the worker is to end."""
        self._coming.add(deadline)
        try:
            self._shorten(deadline)
            yield
        finally:
            self._coming.discard(deadline)

    @contextmanager
    def waiting_for(self) -> Iterator[None]:
        """Keep the worker until a request is answered."""
        self._requests += 1
        try:
            yield
        finally:
            self._requests -= 1

    def _shorten(self, deadline: asyncio.Timeout) -> None:
        when = deadline.when()
        if self._latest is not None and (when is None or when > self._latest):
            deadline.reschedule(self._latest)

    def _leave_when_idle(self) -> None:
        if self._requests:
            asyncio.get_running_loop().call_later(LEAVE, self._leave_when_idle)
        else:
            self._leave()
