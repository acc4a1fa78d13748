"""Turns: two files at a time are read on this machine, whichever of the desk's processes was asked.

A turn is a lock on a file in DESK_HOME. The child that reads holds it too, so that it counts even when its parent was
killed; the kernel gives it back when both have ended.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.conf import settings

from pictures.files.errors import NotTaken

AT_A_TIME = 2
WAIT_SECONDS = 15.0
_LOOK_SECONDS = 0.05


class NoTurn(NotTaken):
    """Nothing is wrong with the file, but others were read all the time."""

    def __init__(self) -> None:
        super().__init__(
            f"Other files were being read for {WAIT_SECONDS:g} seconds, and this one had no turn. "
            "Nothing is wrong with it: send it again in a minute."
        )


@contextmanager
def turn() -> Iterator[int]:
    """Wait for a turn and keep it inside the block: the descriptor to pass on to the child. Raises `NotTaken`."""
    deadline = time.monotonic() + WAIT_SECONDS
    while (lock := _free_lock()) is None:
        if time.monotonic() > deadline:
            raise NoTurn
        time.sleep(_LOOK_SECONDS)
    try:
        yield lock
    finally:
        os.close(lock)


def _free_lock() -> int | None:
    """A locked descriptor; None if all turns are taken."""
    for number in range(AT_A_TIME):
        try:
            lock = os.open(settings.DESK_HOME / f"picture-turn-{number + 1}", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as trouble:  # the disk is full, or can only be read
            raise NotTaken(
                f"The desk has no room to read a file at the moment ({trouble.strerror}). "
                "Tell whoever runs it, and send it again later."
            ) from trouble
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        os.close(lock)
    return None
