"""Words that a file says of itself, as they are kept: short, on one line, of characters that a text may have."""

from typing import Any

MOST_CHARS = 300


def lines_of(stated: dict[str, Any]) -> dict[str, str]:
    """Those that say something."""
    lines = {name: line(value) for name, value in stated.items()}
    return {name: words for name, words in lines.items() if words}


def line(value: Any) -> str:
    words = "".join(char if char.isprintable() else " " for char in str(value or ""))
    return " ".join(words.split())[:MOST_CHARS].strip()
