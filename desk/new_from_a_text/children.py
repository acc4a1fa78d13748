"""Children of the reader process: each reads one text, within its limits, and can be ended at any moment."""

import gc
import logging
import os
import select
import signal
import sys
import threading
import time
import uuid
from functools import partial

from django.db import DatabaseError, connection
from django.utils import timezone

from desk.models import BroughtText
from desk.new_from_a_text.limits import PICTURE_SECONDS, READ_BYTES, READ_SECONDS, TOO_LONG
from desk.new_from_a_text.line import begin_next
from desk.new_from_a_text.reading import read_brought_text
from intake.drafts.load_knowledge import load_knowledge
from intake.patterns import compile_usual
from intake.recognition.source import recognise_pasted
from intake.sources.manuscript import CannotRead
from prose.limits import limit_process

log = logging.getLogger(__name__)
LOOK_SECONDS = 0.2
IDLE_SECONDS = 3600.0
NICENESS = 10  # readers' pages go first
OUT_OF_TIME = (signal.SIGALRM, signal.SIGXCPU)
Stage = BroughtText.Stage


def read_texts_from(input_fd: int) -> None:
    """Read texts, each in a child, whose keys come one on a line; end with the input, or after an idle hour.

    This process keeps no database connection: a child would share it.
    """
    _warm_up()
    children: dict[int, uuid.UUID] = {}
    idle_since, rest = time.monotonic(), b""
    while children or time.monotonic() - idle_since < IDLE_SECONDS:
        keys: list[uuid.UUID] = []
        if select.select([input_fd], [], [], LOOK_SECONDS)[0]:
            if not (got := os.read(input_fd, 4096)):
                return  # children go on by themselves, within their limits
            *lines, rest = (rest + got).split(b"\n")
            keys = [uuid.UUID(line.decode()) for line in lines]
        if _note_ended(children):
            keys += _next_keys()
        for key in keys:
            idle_since = time.monotonic()
            children[_child(key)] = key


def _next_keys() -> list[uuid.UUID]:
    try:
        return begin_next(timezone.now())
    except DatabaseError:
        log.exception("The line of texts stands still until somebody looks at it.")
        return []
    finally:
        connection.close()


def _warm_up() -> None:
    """Do once what each child would do again: compile patterns, and fill caches by reading a small text."""
    compile_usual()
    try:
        recognise_pasted("A headline\n\nBy Ida Quay\n\nA sentence of the text.\n", load_knowledge())
    except (CannotRead, DatabaseError):
        log.exception("The reader of texts starts cold.")
    finally:
        connection.close()
    gc.collect()
    gc.freeze()  # children share the memory that the collector does not touch


def _child(key: uuid.UUID) -> int:
    """Fork a child that reads the text; its process id."""
    if child := os.fork():
        return child
    status = 1
    try:
        _limit()
        threading.Thread(target=_end_when_stopped, args=[key], daemon=True).start()
        read_brought_text(key, before_picture=partial(_allow, PICTURE_SECONDS))
        status = 0
    except BaseException:  # whatever it is, the child ends here, and its parent settles the text
        log.exception("Not read: text %s", key)
    finally:
        sys.stderr.flush()
        os._exit(status)
    return 0


def _limit() -> None:
    """Limit time and memory of this process, and let every other one go first."""
    limit_process(cpu_seconds=READ_SECONDS, memory_bytes=READ_BYTES)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _allow(READ_SECONDS)
    os.nice(NICENESS)


def _allow(seconds: float) -> None:
    """End this process after so many seconds of a clock, whatever it was allowed before."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _end_when_stopped(key: uuid.UUID) -> None:
    """Thread of a child: end the process when the text is no longer to be read."""
    while BroughtText.objects.being_read().filter(pk=key).exists():
        time.sleep(2 * LOOK_SECONDS)
    time.sleep(LOOK_SECONDS)  # it may have been read just now
    os._exit(0)


def _note_ended(children: dict[int, uuid.UUID]) -> bool:
    """Settle the texts of children that were ended by a limit, or by something else. True if any child has ended."""
    has_ended = False
    while children:
        child, status = os.waitpid(-1, os.WNOHANG)
        if not child:
            break
        has_ended = True
        key = children.pop(child, None)
        if key and status:
            _settle(key, os.waitstatus_to_exitcode(status))
    return has_ended


def _settle(key: uuid.UUID, code: int) -> None:
    """Refuse the text if it took too long; otherwise it waits again."""
    text = BroughtText.objects.being_read().filter(pk=key)
    try:
        if -code in OUT_OF_TIME:
            text.update(state=Stage.REFUSED, refusal=TOO_LONG)
        else:
            log.error("A reader of texts ended with status %s.", code)
            text.give_up()
    except DatabaseError:
        log.exception("Not settled: text %s", key)  # the line does it after some seconds
    finally:
        connection.close()
