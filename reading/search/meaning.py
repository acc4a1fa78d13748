"""“Did you mean”: the query with its words replaced by near ones that pieces on show have in headlines and names."""

import datetime as dt
import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from prose.text_language.search_query import Query
from prose.text_language.search_words import fold
from reading.search.limited import limited_rows
from reading.search.visible import visible

MOST_WORDS = 4
_LEAST = 0.4  # of similarity by trigrams: the rest is for Python to decide
_NEAR = 0.7
_TITLES = 30
_WORD = re.compile(r"[^\W\d_]{3,}")


def near_spelling(query: Query, at: dt.datetime) -> str:
    """The query as it may have been meant; "" if no other words are near."""
    words = [word for word in dict.fromkeys(_WORD.findall(query.text)) if len(word) > 3][:MOST_WORDS]
    if not words:
        return ""
    titles = _titles([fold(word) for word in words], at)
    text = query.text
    for word in words:
        near = _nearest(fold(word), titles)
        if near:
            text = text.replace(word, near)
    return text if fold(text) != fold(query.text) else ""


def _titles(words: list[str], at: dt.datetime) -> list[str]:
    rows, shown = visible(at)
    values = {f"word_{number}": word for number, word in enumerate(words)}
    some = " UNION ALL ".join(
        f"(SELECT t.title FROM articles_editiontext t JOIN ({rows}) e ON e.id = t.edition_id"
        f" WHERE %({name})s <%% t.title ORDER BY word_similarity(%({name})s, t.title) DESC LIMIT {_TITLES})"
        for name in values
    )
    threshold = f"pg_trgm.word_similarity_threshold = {_LEAST}"
    return [title for (title,) in limited_rows(some, values | shown, threshold)]


def _nearest(word: str, titles: Iterable[str]) -> str:
    """The word of the titles that is most like this one; the word itself if they have it, "" if none is near."""
    others = {other for title in titles for other in _WORD.findall(title)}
    likeness = {other: SequenceMatcher(None, word, other).ratio() for other in others}
    best = max(sorted(likeness), key=likeness.__getitem__, default="")
    return best if best and likeness[best] >= _NEAR else ""
