"""The loop of a worker: it works while there is something to do, then waits until an act tells it."""

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError, connection
from django.utils import timezone
from psycopg import Connection

from pictures.worker.channel import listen
from pictures.worker.work import do_one

log = logging.getLogger(__name__)
LOOK_SECONDS = 60.0  # a notice can get lost with a connection
PAUSE_SECONDS = 5.0  # after trouble with the database or the storage


def work_until(is_ended: Callable[[], bool]) -> None:
    """Work and wait until the program is to end. Trouble with database or storage is waited out."""
    while not is_ended():
        try:
            listen()
            while not is_ended() and do_one(timezone.now):
                pass
            _wait(is_ended)
        except (DatabaseError, OSError):
            log.exception("The worker of pictures waits %s seconds.", PAUSE_SECONDS)
            connection.close()
            time.sleep(PAUSE_SECONDS)


def work_off() -> int:
    """Do all that there is to do; the number of files."""
    done = 0
    while do_one(timezone.now):
        done += 1
    return done


def _wait(is_ended: Callable[[], bool]) -> None:
    """Wait for a notice, a minute at most."""
    assert isinstance(connection.connection, Connection)  # noqa: S101 - of psycopg, as in all settings
    deadline = time.monotonic() + LOOK_SECONDS
    while not is_ended() and time.monotonic() < deadline:
        for _ in connection.connection.notifies(timeout=0.5, stop_after=1):
            return
