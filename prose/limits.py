"""Size limits of texts, shared by forms, intake and acts; how a limit is named; limits of a reading process."""

import resource

MAX_BODY_CHARS = 400_000
"""Longest body with markup: a PostgreSQL search vector fails above 1 MB."""

MAX_DEPTH = 40
"""Deepest nesting of elements in a body. Editors stay below ten; parsers get slow far above this."""

MAX_LINE_CHARS = 300
"""Longest headline-like line."""

MAX_ALT_CHARS = 1000
"""Longest text alternative of a picture: it is read aloud in one go, and what needs more belongs into the text."""

MAX_URL_CHARS = 2000
"""Longest address that all browsers and feed readers accept."""


def over_limit(what: str, limit: int, size: int) -> str:
    """A limit of bytes and by how much it was missed: "A file may have 20 MB; this one has 23.4 MB." """
    return f"{what} may have {megabytes(limit)}; this one has {megabytes(size)}."


def megabytes(size: int) -> str:
    """A size of bytes in megabytes, rounded up, so that what is refused never looks as small as the limit."""
    tenths = -(-size // 100_000)
    return f"{tenths / 10:g} MB"


def limit_process(*, cpu_seconds: int, memory_bytes: int) -> None:
    """Limit this process and its children; no core file. A second after the time's end the process is killed.

    A limit that is lower already stays: only root may raise it (setrlimit(2)).
    """
    _lower(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)
    _lower(resource.RLIMIT_AS, memory_bytes, memory_bytes)
    _lower(resource.RLIMIT_CORE, 0, 0)


def _lower(kind: int, soft: int, hard: int) -> None:
    held = resource.getrlimit(kind)
    resource.setrlimit(kind, (_lower_of(soft, held[0]), _lower_of(hard, held[1])))


def _lower_of(wanted: int, held: int) -> int:
    return wanted if held == resource.RLIM_INFINITY else min(wanted, held)
