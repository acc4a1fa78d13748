"""Words of a programmer that no screen of the desk says to an editor: neither in labels and help nor in refusals."""

import re

WORDS = frozenset(
    """
    admin administration algorithm authenticate authentication authorization backend backends boolean code codes
    constraint database hash instance integer json ldap model models null object objects pbkdf2_sha256 primary
    query queryset salt session slot slots slug slugs staff string superuser taggit user users uuid
    """.split()
)
FORMATS = re.compile("text, json (?:and|or) epub")
"""Formats of files that an editor may have, where a page lists them."""
PHRASES = ("first day it is not", "is violated", "staff status", "log entry", "home ›")


def programmers_words(text: str) -> list[str]:
    """Those that a page says, given its words."""
    said = FORMATS.sub("", text.lower())
    return sorted(WORDS.intersection(re.findall(r"[a-z_0-9]+", said))) + [
        phrase for phrase in PHRASES if phrase in said
    ]
