"""Words that stand nowhere else: one for each version of a piece, in every field of it, and where they are found."""

import hashlib
import re

_WORD = re.compile(r"[zZ](q[a-z]{10})(?:(?:[ -]|%20)([a-z]+))?")
"""A word with the field that follows it. In capitals, as searches ask for it, it is no find."""

_IN_PART = (
    (re.compile(r'("givenName":"[zZ]q[a-z]{10})(?=")'), "author"),
    (re.compile(r"(\bkind-[zZ]q[a-z]{10})"), "kind"),
)
"""The name of an author in two parts, as programs get it, and the address of a content type."""


def new_word(number: int) -> str:
    """A word like no other, so that no spelling is near another's."""
    return "zq" + "".join(chr(97 + byte % 26) for byte in hashlib.sha256(str(number).encode()).digest()[:10])


UNKNOWN = new_word(-1)
"""A word that stands nowhere at all."""


def words_in(text: str) -> set[tuple[str, str]]:
    """Each word of a text, with the name of the field that follows it."""
    for pattern, part in _IN_PART:
        text = pattern.sub(rf"\1 {part}", text)
    return {(f"z{word}", part) for word, part in _WORD.findall(text)}
