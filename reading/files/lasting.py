"""The time for which copies of a file may be kept: a minute, and never past an instant at which it has to go."""

import datetime as dt

MOST_SECONDS = 60
"""The bytes behind an address never change, but they may have to go: within a minute, as texts do."""


def seconds_left(at: dt.datetime, until: dt.datetime | None) -> int:
    """Whole seconds for which a copy may be kept. `until`: from when on it may not be shown, if that is known."""
    if until is None:
        return MOST_SECONDS
    return max(0, min(MOST_SECONDS, int((until - at).total_seconds())))


def cache_control(seconds: int) -> str:
    """The header; 0: a copy is kept, and asked for anew each time."""
    return f"public, max-age={seconds}, s-maxage={seconds}" if seconds else "no-cache"
