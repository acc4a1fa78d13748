"""When somebody else holds a piece for longer than the desk waits for a lock (settings: lock_timeout)."""

from django.db import OperationalError
from psycopg.errors import LockNotAvailable

BUSY = "Somebody else is saving or publishing this piece at this moment. Nothing of yours is lost: try again."


def is_busy(error: OperationalError) -> bool:
    """Whether this is a lock that was waited for in vain."""
    return isinstance(error.__cause__, LockNotAvailable)
