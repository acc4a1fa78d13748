"""Size limits of texts, shared by forms, intake and acts, and how a limit is named."""

MAX_BODY_CHARS = 400_000
"""Longest body with markup: a PostgreSQL search vector fails above 1 MB."""

MAX_DEPTH = 40
"""Deepest nesting of elements in a body. Editors stay below ten; parsers get slow far above this."""

MAX_LINE_CHARS = 300
"""Longest headline-like line."""

MAX_URL_CHARS = 2000
"""Longest address that all browsers and feed readers accept."""


def over_limit(what: str, limit: int, size: int) -> str:
    """A limit of bytes and by how much it was missed: "A file may have 20 MB; this one has 23.4 MB." """
    return f"{what} may have {megabytes(limit)}; this one has {megabytes(size)}."


def megabytes(size: int) -> str:
    """A size of bytes in megabytes, rounded up, so that what is refused never looks as small as the limit."""
    tenths = -(-size // 100_000)
    return f"{tenths / 10:g} MB"
