"""Suggestions while one types: names of people, outlets, topics and series, and headlines of what may be shown."""

import datetime as dt
import re
from dataclasses import dataclass

from django.db import connection

from prose.text_language.search_query import parse
from prose.text_language.search_words import fold, has_pairs
from reading.search.names import MOST_WORDS, names_sql
from reading.search.statement import SECONDS
from reading.search.visible import visible

HEADLINES = 6
LEAST_CHARS = 2
_PATHS = {"person": "/authors/{}/", "outlet": "/outlets/{}/", "topic": "/topics/{}/", "series": "/series/{}/"}


@dataclass(frozen=True)
class Suggestion:
    """Something that a reader may mean, and the path of its page."""

    text: str
    path: str


def suggest(
    typed: str, at: dt.datetime, *, language: str, today: dt.date, spoken: str = ""
) -> list[Suggestion]:
    """Names that begin words with what is typed, then the newest headlines that have it.

    `spoken`: the language of the headlines, without script and region; "" for every one.
    """
    query = parse(typed)
    words = re.findall(r"[^\W_]+", query.text)[:MOST_WORDS]
    rows, values = visible(at)
    named, like = names_sql(query, rows) if len(query.text) >= LEAST_CHARS else ("", {})
    if not named:
        return []
    values |= like | {"today": today, "spoken": spoken, "languages": [language, language.partition("-")[0]]}
    # The index of the titles holds groups of three characters: shorter words are looked for in names alone.
    if any(len(word) > 2 or has_pairs(word) for word in words):
        values["in_title"] = [f"%{fold(word)}%" for word in words]
        named += f" UNION ALL ({_headlines(rows, spoken)})"
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = '{SECONDS}s'; {named}", values)
        cursor.nextset()
        found = [
            Suggestion(text, _PATHS.get(noun, "{}").format(slug)) for noun, slug, text in cursor.fetchall()
        ]
    return list({each.text: each for each in found}.values())


def _headlines(rows: str, spoken: str) -> str:
    is_spoken = "AND split_part(w.language, '-', 1) = %(spoken)s" if spoken else ""
    return f"""
SELECT 'piece', l.path, w.headline
FROM articles_editiontext t JOIN ({rows}) e ON e.id = t.edition_id
    JOIN articles_edition w ON w.id = e.id JOIN articles_permalink l ON l.id = w.permalink_id
WHERE t.title LIKE ALL (%(in_title)s) {is_spoken} ORDER BY e.ordered_at DESC, e.article_id DESC LIMIT {HEADLINES}"""
