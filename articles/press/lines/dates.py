"""Dates in sentences: in the language of the words around them, as precise as they are known."""

import datetime as dt
from dataclasses import replace

from articles.press.facts import Facts
from articles.press.relations import PlaceRow
from prose import printed_line
from prose.dates import Precision, in_words, iso, joined_by_precision, with_preposition
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, Span, words


def dated_phrase(facts: Facts, position: str) -> PagePhrase:
    """The house's words for a place; a preposition before its date follows the date's precision."""
    phrase = facts.phrase(position)
    return replace(phrase, text=joined_by_precision(phrase.text, phrase.spoken))


def dates_there(facts: Facts, phrase: PagePhrase, row: PlaceRow) -> dict[str, PrintedLine]:
    """The date there in the words of a phrase, alone and with its preposition; {} if it is not known, or over."""
    written = row["published_on"] or row["planned_on"]
    if not written or (not row["published_on"] and written < facts.live_on.isoformat()):
        return {}
    day, language = dt.date.fromisoformat(written), phrase.spoken
    precision = row["precision"] if row["published_on"] else Precision.DAY
    date = printed_line.date(in_words(day, language, precision), iso(day, precision), phrase.mark)
    joined = with_preposition(day, language, precision)
    before, found, after = joined.partition(date["text"])
    spans = [*words(before, phrase.mark), date, *words(after, phrase.mark)]
    return {"date": [date], "on_date": spans if found else [Span(**date | {"text": joined})]}


def day_in(phrase: PagePhrase, day: dt.date) -> PrintedLine:
    """A day as a phrase says it."""
    return [printed_line.date(in_words(day, phrase.spoken), iso(day), phrase.mark)]
