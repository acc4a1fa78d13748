"""Work of other apps that the worker of pictures does when it has no file to make or store."""

import datetime as dt
from collections.abc import Callable

from django.utils.module_loading import import_string

ReadsClock = Callable[[], dt.datetime]
JOBS: list[str] = []
"""Dotted names of functions, which apps add when they are ready: `job(clock)` does one piece of work, or is False."""

FOLDERS: list[str] = []
"""Dotted names of each `pictures.worker.sweep.SweptFolder` of another app, added likewise."""


def do_one_job(clock: ReadsClock) -> bool:
    """Do one piece of work of another app. False if there is none."""
    return any(import_string(job)(clock) for job in JOBS)
