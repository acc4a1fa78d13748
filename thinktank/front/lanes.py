"""Lanes: groups of threads that answer requests, so that one kind of request cannot take the threads of another."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
LARGE = 1_000_000  # bytes; hardly a text is larger, so this body holds files


class LaneFull(Exception):
    """As many requests wait in the lane as it takes."""


class Lane:
    """Threads with a queue. Each thread keeps a database connection, so there are few."""

    def __init__(self, name: str, *, threads: int, waiting: int) -> None:
        self.name, self.places = name, threads + waiting
        self.taken = 0
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)

    async def begin(self, call: Callable[[], T]) -> T:
        """The result of a request's first call, made in one of the threads. Raises LaneFull."""
        if self.taken >= self.places:
            raise LaneFull(self.name)
        return await self.go_on(call)

    async def go_on(self, call: Callable[[], T]) -> T:
        """The result of a further call. It is never refused: a response that has begun is finished."""
        self.taken += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, call)
        finally:
            self.taken -= 1


class Lanes:
    """The lanes of one worker process, and which requests go where."""

    def __init__(self) -> None:
        self.readers = Lane("readers", threads=3, waiting=400)
        self.desk = Lane("desk", threads=4, waiting=100)
        self.passwords = Lane(
            "passwords", threads=1, waiting=20
        )  # checking one takes half a second of processor
        self.ready = Lane("ready", threads=1, waiting=20)
        self.files = Lane("files", threads=2, waiting=100)  # those that wait are files on disk, not in memory

    def of(self, method: str, path: str, size: int = 0) -> Lane:
        """The lane of a request with so many bytes of body."""
        if path == "/readyz":
            return self.ready
        if method == "POST" and path.startswith(("/admin/login/", "/admin/password_change/", "/welcome/")):
            return self.passwords
        if size > LARGE:
            return self.files
        if path.startswith(("/admin/", "/welcome/")) or method not in ("GET", "HEAD"):
            return self.desk
        return self.readers
