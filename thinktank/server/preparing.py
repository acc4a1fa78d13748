"""`manage.py prepare` in the process that then serves, so that the application is loaded only once."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from django.db import connection

from ..management.command_line import run
from .descriptors import PREPARED


def prepare(notice_to: int) -> None:
    """Make the desk ready. Writes what to show when it is served into a pipe. Ends the process if that fails."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
    notice = io.StringIO()
    with os.fdopen(notice_to, "w") as pipe:
        with _without_time_limit(), redirect_stdout(notice):
            run(["manage.py", "prepare"])
        pipe.write(notice.getvalue() + PREPARED)


@contextmanager
def _without_time_limit() -> Iterator[None]:
    """Let statements take their time: a migration of a large desk does. No connection is open yet."""
    options = connection.settings_dict["OPTIONS"]
    limited = options["options"]
    options["options"] = f"{limited} -c statement_timeout=0"
    try:
        yield
    finally:
        options["options"] = limited
