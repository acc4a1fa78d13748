"""A reader's search, as words, phrases, alternatives and words that may not be there.

The marks are those of web searches: "in quotation marks" is a phrase, OR stands between alternatives, and a hyphen
before a word leaves pieces with it out. Any text is a query: what cannot be one is passed over.
"""

import re
from dataclasses import dataclass

from prose.text_language.search_words import query_words

MAX_CHARS = 200
MAX_TERMS = 16

_UNSEEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_QUOTES = str.maketrans("“”„«»‟「」『』", '""""""""""')
_TERM = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_HYPHENS = "-−–"


@dataclass(frozen=True)
class Query:
    """A search as it was understood.

    `alternatives`: of one of them each word and phrase must be there. `without`: none of these may. `text`: what was
    typed, cleaned; `is_cut`: it was longer than a search may be.
    """

    text: str = ""
    alternatives: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def wanted(self) -> str:
        """The words that must be there, in PostgreSQL's syntax of web searches: only words, quotation marks and OR."""
        return " or ".join(" ".join(f'"{term}"' for term in terms) for terms in self.alternatives)

    @property
    def barred(self) -> str:
        """The words that may not, in the same syntax."""
        return " or ".join(f'"{term}"' for term in self.without)

    @property
    def words(self) -> list[str]:
        """The single words that must be there, each once, as PostgreSQL compares them."""
        return list(
            dict.fromkeys(word for terms in self.alternatives for term in terms for word in term.split())
        )

    def __bool__(self) -> bool:
        return bool(self.alternatives)


def parse(typed: str) -> Query:
    """The query in a text of any kind and length."""
    line = " ".join(_UNSEEN.sub(" ", typed[: 2 * MAX_CHARS]).split())
    text = line[:MAX_CHARS].strip()
    alternatives: list[list[str]] = [[]]
    without: list[str] = []
    terms = _terms(text)
    for is_barred, term in terms[:MAX_TERMS]:
        if term is None:
            alternatives.append([])
        elif is_barred:
            without.append(term)
        else:
            alternatives[-1].append(term)
    is_cut = len(line) > MAX_CHARS or len(typed) > 2 * MAX_CHARS or len(terms) > MAX_TERMS
    return Query(text, tuple(tuple(some) for some in alternatives if some), tuple(without), is_cut)


def _terms(text: str) -> list[tuple[bool, str | None]]:
    """Each term with True if it may not be there; None is an OR. Terms without a letter or digit are none."""
    found: list[tuple[bool, str | None]] = []
    for minus, phrase, word in _TERM.findall(text.translate(_QUOTES)):
        if word.lower() == "or":
            found.append((False, None))
            continue
        is_barred = bool(minus) or (len(word) > 1 and word[0] in _HYPHENS)
        term = query_words((phrase or word.lstrip(_HYPHENS)).replace('"', " "))
        if any(char.isalnum() for char in term):
            found.append((is_barred, term))
    return found
