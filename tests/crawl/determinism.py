"""Frozen clocks, randomness and UUIDs for making and reading the sample desk.

Freeze before importing models: their fields keep references to `timezone.now` and `uuid.uuid4`.
"""

import datetime as dt
import itertools
import os
import random
import sys
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.utils import timezone

LOADED_AT = dt.datetime(2026, 11, 16, 9, 0, tzinfo=dt.UTC)
"""Instant of the sample's first act, a day after its newest piece; each later act comes one minute after the last."""
READ_AT = dt.datetime(2026, 11, 16, 18, 0, tzinfo=dt.UTC)
"""The evening of that day: scheduled pieces are not live yet, and one permission is about to end."""
READ_LATER = dt.datetime(2027, 1, 15, 18, 0, tzinfo=dt.UTC)
"""Two months later: scheduled pieces are live, and that permission has ended."""


class Frozen:
    """The current instant, and repeatable randomness."""

    def __init__(self) -> None:
        self.now = LOADED_AT
        self.phase = "load"  # part of each UUID's seed, so that no two phases give the same UUID
        self._seconds = 0.0
        self._random = random.Random(0)
        self._uuid_counts: dict[str, Iterator[int]] = defaultdict(itertools.count)

    def start_request(self) -> None:
        """Restart the randomness, so that no answer depends on the requests before it."""
        self._seconds += 3600  # caches that live for seconds expire
        self._random.seed(0)
        self._uuid_counts.clear()

    def random_bytes(self, length: int) -> bytes:
        return self._random.randbytes(length)

    def monotonic(self) -> float:
        return self._seconds

    def uuid4(self) -> uuid.UUID:
        """The next UUID of the model field that calls this.

        Each field counts its own, so more rows of one model do not change the UUIDs of another.
        """
        caller = sys._getframe(1).f_locals.get("self")
        field = str(caller) if hasattr(caller, "attname") else ""
        seed = f"{self.phase} {field} {next(self._uuid_counts[field])}"
        return uuid.UUID(int=random.Random(seed).getrandbits(128), version=4)


frozen = Frozen()


def freeze_clock_and_uuids() -> None:
    """Replace the wall clock and `uuid4`; call it before `django.setup()`."""
    _replace(timezone, "now", lambda: frozen.now)
    _replace(time, "time", lambda: frozen.now.timestamp())  # for signatures and cookies
    _replace(uuid, "uuid4", frozen.uuid4)


def freeze_randomness() -> None:
    """Replace the system's random bytes: password salts, tokens, nonces."""
    _replace(os, "urandom", frozen.random_bytes)
    _replace(random, "_urandom", frozen.random_bytes)  # used by `secrets` and `SystemRandom`


def freeze_monotonic() -> None:
    """Let no time pass within a request: what is cached for two seconds is cached on a slow machine, too.

    Call it in workers only. The parent process waits for them with timeouts, which need the real clock.
    """
    _replace(time, "monotonic", frozen.monotonic)


def _replace(module: Any, name: str, replacement: Callable[..., Any]) -> None:
    setattr(module, name, replacement)
