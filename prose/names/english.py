"""Articles of English: "a research fellow", "director of research"; "the Africa Programme", "Gower House"."""

import re

_HEADS_OF_OFFICES = """
ambassador ceo cfo chair chairman chairperson chairwoman chancellor chief commander commissioner coo counsel dean
director editor founder governor head leader manager minister officer president principal provost publisher rector
secretary speaker treasurer
"""
_HEADS_OF_UNITS = """
academy agency alliance association authority bank board bureau center centre chair commission committee council
department directorate division endowment faculty forum foundation fund group initiative institute institution
laboratory lab league ministry mission museum navy network office organisation organization panel programme program
project secretariat section service society task team trust union unit
"""
_OFFICES = frozenset(_HEADS_OF_OFFICES.split())
"""Heads of titles that one person holds: "She is director of research", without an article."""

_UNITS = frozenset(_HEADS_OF_UNITS.split())
"""Heads of names that take "the"; those of `_WITH_OF` take it only before "of" or "for": "the College of Tides"."""


_WITH_OF = frozenset({"college", "school", "university"})
_OPENS = frozenset({"a", "an", "the", "his", "her", "their"})
_BEHIND_HEAD = frozenset({"of", "for", "in", "at", "on", "to", "and", "with", "&"})
_SILENT_H = re.compile(r"hono|hour|heir|honest", re.IGNORECASE)
_SOUNDS_LIKE_Y = re.compile(r"uni(?!n|m)|use|usu|eu|one\b|u[ks]\b", re.IGNORECASE)
_LETTERS_SPOKEN_WITH_A_VOWEL = frozenset("AEFHILMNORSX")


def preposition(title: str, usual: str) -> str:
    """ "of" between an office and what it leads, "director of the Africa Programme"; else the usual one."""
    return "of" if is_office(title) and not _head(title)[1] else usual


def is_office(title: str) -> bool:
    """True for a title that one person holds: "director", "chief economist"."""
    head, _ = _head(title)
    return bool(_OFFICES & set(head.split("-"))) or _words(title)[:1] == ["chief"]


def indefinite(title: str) -> str:
    """ "a " or "an " before a title that several people may hold; "" before an office: "director of research"."""
    head, _ = _head(title)
    is_plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    if not head or is_office(title) or is_plural or _words(title)[0] in _OPENS:
        return ""
    return "an " if _begins_with_a_vowel(title) else "a "


def definite(name: str) -> str:
    """ "the " before a name whose head is a common noun, "the Africa Programme"; "" before "Tides" or "The Harbour"."""
    head, following = _head(name)
    if not head or _words(name)[0] in _OPENS:
        return ""
    return "the " if head in _UNITS or (head in _WITH_OF and following in ("of", "for")) else ""


def before_place(name: str, preposition: str) -> str:
    """The words before a unit or house: "at the ", "with "."""
    return f"{preposition} {definite(name)}"


def _words(text: str) -> list[str]:
    return [word for part in text.partition(",")[0].split() if (word := part.strip(".;:()").lower())]


def _head(text: str) -> tuple[str, str]:
    """The noun that a title or name is about, and the word behind it: ("director", "of"), ("fellow", "")."""
    spoken = _words(text)
    for position, word in enumerate(spoken[1:], start=1):
        if word in _BEHIND_HEAD:
            return spoken[position - 1], word
    return (spoken[-1] if spoken else ""), ""


def _begins_with_a_vowel(text: str) -> bool:
    first = text.split()[0]
    if len(first) > 1 and first.isupper():  # letters that are spoken one by one: "an MP"
        return first[0] in _LETTERS_SPOKEN_WITH_A_VOWEL
    if _SILENT_H.match(first):
        return True
    return first[0].lower() in "aeiou" and not _SOUNDS_LIKE_Y.match(first)
