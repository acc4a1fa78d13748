"""Quotation marks of languages, for straight quotes typed in the editor.

From the delimiters of Unicode CLDR 47 (https://cldr.unicode.org), with two departures: French guillemets have their
no-break spaces and curly marks inside them, and Dutch double marks are those of its newspapers.
"""

from prose.languages import CHOICES, base

_CURLY = ("“", "”", "‘", "’")
_LOW = ("„", "“", "‚", "‘")
_GUILLEMETS = ("«", "»", "“", "”")
_MARKS: dict[str, tuple[str, str, str, str]] = {
    "en": _CURLY,
    "de": _LOW,
    "fr": ("«\xa0", "\xa0»", "“", "”"),
    "it": _GUILLEMETS,
    "sv": ("”", "”", "’", "’"),
    "fi": ("”", "”", "’", "’"),
    "pl": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "uk": ("«", "»", "„", "“"),
    "be": ("«", "»", "„", "“"),
    "cs": _LOW,
    "sk": _LOW,
    "sl": _LOW,
    "hr": _LOW,
    "mk": _LOW,
    "is": _LOW,
    "et": _LOW,
    "bg": ("„", "“", "„", "“"),
    "lt": ("„", "“", "„", "“"),
    "sr": ("„", "”", "’", "’"),
    "hu": ("„", "”", "»", "«"),
    "ro": ("„", "”", "«", "»"),
    "sq": _GUILLEMETS,
    "el": _GUILLEMETS,
    "ca": _GUILLEMETS,
    "eu": _GUILLEMETS,
    "nb": ("«", "»", "‘", "’"),
    "ur": ("”", "“", "’", "‘"),
    "ar": ("”", "“", "’", "‘"),
    "fa": ("«", "»", "‹", "›"),
    "he": ("”", "”", "’", "’"),
    "ja": ("「", "」", "『", "』"),
    "zh-Hant": ("「", "」", "『", "』"),
}


def quotation_marks(code: str) -> tuple[str, str, str, str]:
    """Opening and closing marks for a double quote, then for a single one; the English ones where none are known."""
    return _MARKS.get(code) or _MARKS.get(base(code), _CURLY)


def marks_by_language() -> dict[str, tuple[str, str, str, str]]:
    """The marks of every language that a piece may have, by code."""
    return {code: quotation_marks(code) for code, _name in CHOICES}


def in_quotes(words: object, most: int | None = None) -> str:
    """Words in the quotation marks of the desk's sentences, as headlines are named: marks inside become single ones.

    `most`: of longer words only so many characters, with an ellipsis.
    Words that stand in marks already, as in the headline “We were never asked”, get no second pair.
    """
    text = str(words)
    text = text if most is None or len(text) <= most else f"{text[:most]}…"
    is_quoted = text.startswith("“") and text.find("”") == len(text) - 1
    return text if is_quoted else f"“{text.replace('“', '‘').replace('”', '’')}”"
