"""Kinds of trouble with the database, told by the SQLSTATE of an error (PostgreSQL manual, appendix A)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DatabaseError, InterfaceError, OperationalError


@dataclass(frozen=True)
class Trouble:
    """One kind: its name in the log, a sentence for the user, seconds until it is worth another try.

    `can_read`: the database still answers questions, so that a page can be drawn.
    """

    name: str
    sentence: str
    retry_after: int
    can_read: bool = False

    @property
    def outcome(self) -> str:
        """What became of a form. A connection that broke while a change was confirmed leaves that open."""
        return (
            "Nothing has been saved." if self.can_read or self is CROWDED else "It may not have been saved."
        )


AWAY = Trouble("away", "The desk cannot reach its database at the moment.", 10)
RESTARTING = Trouble("restarting", "The desk’s database is being restarted.", 5)
CROWDED = Trouble("out of connections", "More people use the desk at this moment than it can serve.", 5)
LOCKED = Trouble(
    "lock timeout", "Somebody else is saving or publishing this at this moment.", 3, can_read=True
)
SLOW = Trouble("statement timeout", "This took the database too long, and it was stopped.", 30, can_read=True)
READ_ONLY = Trouble(
    "read-only", "The desk’s database takes no changes at the moment: it can only be read.", 60, can_read=True
)
FULL = Trouble(
    "disk full",
    "The disk of the desk’s database is full. Whoever runs the desk must make room.",
    300,
    can_read=True,
)
BROKEN = Trouble("fault of the database", "The desk’s database has a fault.", 60)

KINDS = {
    "55P03": LOCKED,  # lock_not_available
    "40P01": LOCKED,  # deadlock_detected
    "40001": LOCKED,  # serialization_failure
    "57014": SLOW,  # query_canceled
    "25P03": SLOW,  # idle_in_transaction_session_timeout
    "25P04": SLOW,  # transaction_timeout
    "57P05": AWAY,  # idle_session_timeout
    "25006": READ_ONLY,  # read_only_sql_transaction
    "53100": FULL,  # disk_full
    "53300": CROWDED,  # too_many_connections
    "53400": CROWDED,  # configuration_limit_exceeded
    "53000": CROWDED,  # insufficient_resources
    "53200": CROWDED,  # out_of_memory
    "57P01": RESTARTING,  # admin_shutdown
    "57P02": RESTARTING,  # crash_shutdown
    "57P03": RESTARTING,  # cannot_connect_now
}
CLASSES = {"08": AWAY, "28": AWAY, "3D": AWAY, "58": BROKEN, "XX": BROKEN, "F0": BROKEN}
REFUSED_CONNECTIONS = {  # psycopg gives no SQLSTATE for what the server says while a connection is made
    "too many clients": CROWDED,
    "too many connections": CROWDED,
    "remaining connection slots are reserved": CROWDED,
    "is starting up": RESTARTING,
    "is shutting down": RESTARTING,
    "is in recovery mode": RESTARTING,
}


def trouble_of(error: BaseException | None) -> Trouble | None:
    """The kind of trouble behind an error or one that it comes from; None if it is something else, such as a bug."""
    for cause in causes(error):
        if not isinstance(cause, DatabaseError | InterfaceError):
            continue
        state = getattr(cause.__cause__, "sqlstate", None) or ""
        if kind := KINDS.get(state) or CLASSES.get(state[:2]):
            return kind
        if isinstance(cause, InterfaceError) or (isinstance(cause, OperationalError) and not state):
            words = str(cause)
            return next((kind for said, kind in REFUSED_CONNECTIONS.items() if said in words), AWAY)
    return None


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that it comes from, one after the other."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
