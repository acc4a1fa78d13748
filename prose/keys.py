"""Keys from addresses and forms: whole numbers (primary keys, version numbers, positions) and UUIDs."""

import uuid

_MOST_DIGITS = 18  # a bigint holds every number of 18 digits


def as_key(text: object) -> int | None:
    """The number written in ASCII digits; None for any other text, or if it is too large for a key."""
    digits = str(text)
    is_key = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if is_key else None


def as_uuid(text: str) -> uuid.UUID | None:
    """The UUID that a text writes (RFC 9562); None for any other text."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
