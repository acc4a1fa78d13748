"""Turn lock timeouts into a message for the editor (how long the desk waits: settings, lock_timeout)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError
from psycopg.errors import LockNotAvailable

BUSY = "Somebody else is saving or publishing this piece at this moment. Nothing of yours is lost: try again."


class RowsLocked(Exception):
    """Another save or act held the piece's rows for too long. Its text is a sentence for the editor."""

    def __init__(self) -> None:
        super().__init__(BUSY)


@contextmanager
def refusing_locked_rows() -> Iterator[None]:
    """Raise RowsLocked in the place of a lock timeout."""
    try:
        yield
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            raise RowsLocked from error
        raise
