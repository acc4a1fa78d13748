"""Numbers out of addresses and forms: a record's key, a version, a place in a list."""

_MOST_DIGITS = 18  # what the database's largest whole number holds; far below what Python refuses to read


def as_key(text: object) -> int | None:
    """The whole number a text spells in plain digits; None for any other text or one that no record can have."""
    digits = str(text)
    is_key = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if is_key else None
