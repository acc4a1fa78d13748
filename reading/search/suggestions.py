"""Suggestions while one types: names of people, outlets, topics and series, and headlines of what may be shown."""

import datetime as dt
from dataclasses import dataclass

from prose.text_language.search_query import parse
from prose.text_language.search_words import fold, has_pairs
from reading.search.limited import limited_rows
from reading.search.names import folded_words_sql, names_with, words_of_names
from reading.search.visible import visible

HEADLINES = 6
LEAST_CHARS = 2


@dataclass(frozen=True)
class Suggestion:
    """Something that a reader may mean, and the path of its page.

    `kind`: "person", "body", "outlet", "topic" or "series"; "" for a piece.
    """

    text: str
    path: str
    kind: str = ""


def suggest(
    typed: str, at: dt.datetime, *, language: str, today: dt.date, spoken: str = ""
) -> list[Suggestion]:
    """Names that begin words with what is typed, then the newest headlines that have it.

    `spoken`: the language of the headlines, without script and region; "" for every one.
    """
    query = parse(typed)
    words = words_of_names(query) if len(query.text) >= LEAST_CHARS else []
    if not words:
        return []
    rows, values = visible(at)
    values |= {"words": words, "spoken": spoken}
    sql = f"SELECT NULL, NULL, {folded_words_sql()}"
    # The index of the titles holds groups of three characters: shorter words are looked for in names alone.
    if any(len(word) > 2 or has_pairs(word) for word in words):
        values["in_title"] = [f"%{fold(word)}%" for word in words]
        sql += f" UNION ALL ({_headlines(rows, spoken)})"
    (_, _, folded), *headlines = limited_rows(sql, values)
    names = names_with(folded, language, at, today)
    found = [Suggestion(each.name, each.path, "body" if each.is_body else each.noun) for each in names]
    found += [Suggestion(headline, path) for path, headline, _ in headlines]
    return list({each.path: each for each in found}.values())


def _headlines(rows: str, spoken: str) -> str:
    is_spoken = "AND split_part(w.language, '-', 1) = %(spoken)s" if spoken else ""
    return f"""
SELECT l.path, w.headline, NULL
FROM articles_editiontext t JOIN ({rows}) e ON e.id = t.edition_id
    JOIN articles_edition w ON w.id = e.id JOIN articles_permalink l ON l.id = w.permalink_id
WHERE t.title LIKE ALL (%(in_title)s) {is_spoken} ORDER BY e.ordered_at DESC, e.article_id DESC LIMIT {HEADLINES}"""
