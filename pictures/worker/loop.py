"""The loop of a worker: it works while there is something to do, then waits until an act tells it."""

import logging
import time
from collections.abc import Callable

import psycopg
from django.db import DatabaseError, connection
from django.utils import timezone

from pictures.worker.channel import listen
from pictures.worker.work import do_one

log = logging.getLogger(__name__)
LOOK_SECONDS = 60.0  # a notice can get lost with a connection
PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)  # seconds after the first, second … trouble in a row; then the last
STEP = 0.5  # seconds; a worker hears so soon that it is to end


def work_until(is_ended: Callable[[], bool]) -> None:
    """Work and wait until the program is to end. Trouble with database or storage is waited out."""
    troubles = 0
    while not is_ended():
        try:
            listen()
            while not is_ended() and do_one(timezone.now):
                troubles = 0
            _wait(is_ended)
            troubles = 0
        except (DatabaseError, psycopg.Error, OSError) as trouble:  # psycopg's own comes while it waits
            pause = PAUSES[min(troubles, len(PAUSES) - 1)]
            log.warning("The worker of pictures waits %g seconds: %s", pause, trouble)
            troubles += 1
            connection.close()
            _pause(pause, is_ended)


def work_off() -> int:
    """Do all that there is to do; the number of files."""
    done = 0
    while do_one(timezone.now):
        done += 1
    return done


def _wait(is_ended: Callable[[], bool]) -> None:
    """Wait for a notice, a minute at most."""
    assert isinstance(connection.connection, psycopg.Connection)  # noqa: S101 - of psycopg, as in all settings
    deadline = time.monotonic() + LOOK_SECONDS
    while not is_ended() and time.monotonic() < deadline:
        for _ in connection.connection.notifies(timeout=STEP, stop_after=1):
            return


def _pause(seconds: float, is_ended: Callable[[], bool]) -> None:
    deadline = time.monotonic() + seconds
    while not is_ended() and time.monotonic() < deadline:
        time.sleep(min(STEP, seconds))
