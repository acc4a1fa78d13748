"""Passages of a text with the reader's words: PostgreSQL marks them by control characters, which no text holds.

Reading a whole text for its passages is slow. So it is given the places that look like the words, and the whole text
where none does.
"""

import re
from html import escape
from typing import Any, NamedTuple

from prose.text_language.search_query import Query
from prose.text_language.search_words import fold, has_pairs

BEGINS, ENDS, APART, BETWEEN = "\x02", "\x03", "\x1e", "\x1f"
PLACES = 3
READ_CHARS = 60_000
_BEFORE, _AFTER = 110, 190
"""Characters around a place, enough for a passage of `MaxWords`."""
_OPTIONS = f"StartSel={BEGINS}, StopSel={ENDS}, FragmentDelimiter={BETWEEN}, MaxFragments=2, MinWords=12, MaxWords=28"
_MARK = re.compile(f"[{BEGINS}{ENDS}]")
_TOUCHING = r"([\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]|-(?=\d))"
"""Marks that PostgreSQL may take for letters of the words that they touch (`prose.text_language.search_words`)."""
_SENTENCE_ENDS = tuple(".!?…。！？؟”’»」)")


class Snippet(NamedTuple):
    """A stretch of a passage; `is_marked`: it is one of the reader's words; `is_gap`: text is left out before it."""

    text: str
    is_marked: bool = False
    is_gap: bool = False


class PassageSql(NamedTuple):
    """SQL of the marked passages of a text `t`, what is joined to `t` for it, and its parameters."""

    passage: str
    joined: str
    values: dict[str, Any]


def passage_sql(query: Query, words: str) -> PassageSql:
    """SQL of passages. `words`: SQL of the words to mark."""
    if not query:
        return PassageSql("''", "", {})
    if has_pairs(query.text):
        return PassageSql(f"left(t.plain_text, {READ_CHARS})", "", {})
    patterns = _patterns(query)
    values = {"touching": _TOUCHING} | {f"like_{number}": pattern for number, pattern in enumerate(patterns)}
    places = (
        f"nullif(regexp_instr(body, %(like_{at})s, 1, 1, 0, 'i'), 0) AS p{at}" for at in range(len(patterns))
    )
    joined = (
        "CROSS JOIN LATERAL (SELECT ' ' || t.plain_text || ' ' AS body OFFSET 0) unpacked"  # once for all places
        f" CROSS JOIN LATERAL (SELECT {', '.join(places)} OFFSET 0) places"
    )
    windows = ", ".join(map(_window, range(len(patterns))))
    text = f"coalesce(nullif(concat_ws(' {BETWEEN} ', {windows}), ''), left(body, {READ_CHARS}))"
    text = f"regexp_replace({text}, %(touching)s, '{APART}\\1{APART}', 'g')"
    return PassageSql(
        f"ts_headline(t.configuration::regconfig, {text}, {words}, '{_OPTIONS}')", joined, values
    )


def _window(at: int) -> str:
    """SQL of the text around a place, unless an earlier place is near."""
    apart = " AND ".join(
        f"coalesce(p{at} NOT BETWEEN p{other} - {_BEFORE} AND p{other} + {_AFTER}, true)"
        for other in range(at)
    )
    # From a space to a space: no half words.
    around = f"substring(substr(body, p{at} - {_BEFORE}, {_BEFORE + _AFTER}) FROM '\\s.*\\s')"
    return f"CASE WHEN {apart} THEN {around} END" if apart else around


def _patterns(query: Query) -> list[str]:
    """Regular expressions for the beginnings of words and phrases, by which their places are guessed."""
    terms = [term for terms in query.alternatives for term in terms][:PLACES]
    return [r"\m" + r"\w*\W+".join(re.escape(_beginning(word)) for word in term.split()) for term in terms]


def _beginning(word: str) -> str:
    return word[: max(3, len(word) - 3)]


def passage_html(found: list[Snippet]) -> str:
    """The parts as HTML, with the reader's words in `<mark>`."""
    return "".join(map(_snippet_html, found))


def _snippet_html(part: Snippet) -> str:
    text = escape(part.text)
    return f"{' … ' if part.is_gap else ''}{f'<mark>{text}</mark>' if part.is_marked else text}"


def parts(passage: str, query: Query) -> list[Snippet]:
    """The parts of a passage from the database; none if no word of the reader's stands in it."""
    marked = _mark_pairs(passage, query) if has_pairs(query.text) else passage.replace(APART, "")
    if BEGINS not in marked:
        return []
    found: list[Snippet] = []
    for at, fragment in enumerate(piece for piece in marked.split(BETWEEN) if BEGINS in piece):
        pieces = _MARK.split(" ".join(fragment.split()))
        found += [
            Snippet(text, bool(number % 2), bool(at) and not number)
            for number, text in enumerate(pieces)
            if text or (at and not number)
        ]
    return _with_its_edges(found) if found else []


def _with_its_edges(found: list[Snippet]) -> list[Snippet]:
    """The parts with a gap before them if they begin within a sentence, and after them if they end within one."""
    first, last = found[0], found[-1].text.rstrip()
    edge = Snippet("", is_gap=True)
    opened = [first._replace(is_gap=True), *found[1:]] if first.text[:1].islower() else found
    return opened if last.endswith(_SENTENCE_ENDS) else [*opened, edge]


def _mark_pairs(text: str, query: Query) -> str:
    """Passages of a text in a script without spaces: its words stand in the text as they were typed."""
    typed = sorted({fold(word) for word in re.findall(r"[^\W_]+", query.text)}, key=len, reverse=True)
    like = re.compile("|".join(map(re.escape, typed)) or "(?!)")
    folded_text = fold(text)
    first = like.search(folded_text)
    if not first:
        return ""
    start, end = max(0, first.start() - 40), first.end() + 80
    marked, at = "", start
    for hit in like.finditer(folded_text, start, end):
        marked += f"{text[at : hit.start()]}{BEGINS}{text[hit.start() : hit.end()]}{ENDS}"
        at = hit.end()
    return marked + text[at:end]
