"""Indexes made of today's names: of people by their family names, of outlets without their articles, topics, series."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from heapq import nsmallest

from articles.models.grouping.series import Series
from articles.models.topic import Topic
from authors.models import Author, sort_name_of
from authors.naming import person_words
from prose import printed_line
from prose.printed_line import words
from reading.indexes import queries
from reading.indexes.entries import Index, IndexEntry, in_order, index_of
from reading.indexes.newest import newest_of
from reading.kept import while_marked
from reading.profiles.counting import Numbers
from reading.profiles.names import ProfileNames

Maker = Callable[[dt.datetime, ProfileNames], Index]


def kept_index(make: Maker, at: dt.datetime, names: ProfileNames) -> Index:
    """An index, made anew when anything that it shows has changed, and on each day: names have days."""
    key = (make.__name__, names.site.house, names.site.language, names.today)
    return while_marked(at, key, lambda: make(at, names))


def people(at: dt.datetime, names: ProfileNames) -> Index:
    """People without titles, sorted by the name that the page prints."""
    return index_of(people_entries(at, names), names.site.language)


def people_entries(at: dt.datetime, names: ProfileNames, house: int = 0) -> list[IndexEntry]:
    """The same in no order; of a house and its centres those who write there."""
    rows, numbers = queries.people(at, names.site.read_in, house)
    return [_person(row, numbers[row.pk], names) for row in rows]


def topic_entries(at: dt.datetime, names: ProfileNames, house: int) -> list[IndexEntry]:
    """The topics of a house and its centres, in no order."""
    rows, numbers = queries.topics(at, names.site.read_in, house)
    return [_entry(topic, "topics", numbers, names) for topic in rows]


def most_named(entries: Iterable[IndexEntry], language: str, most: int) -> tuple[IndexEntry, ...]:
    """The entries with the most pieces, in the order of the alphabet."""
    chosen = nsmallest(most, entries, key=lambda entry: (-entry.number, entry.path))
    return tuple(in_order(chosen, language))


def _person(author: Author, number: int, names: ProfileNames) -> IndexEntry:
    name = person_words(names.page, author, getattr(author, "shown_names", ()))["name"]
    if name.value == author.display_name:
        sorted_as = author.sort_name or author.default_sort_name
    elif name.value == author.native_name:
        sorted_as = name.value  # in its own script a name is written in the order in which it is sorted
    else:
        sorted_as = sort_name_of(name.value, author.form, author.name_order)
    return IndexEntry(f"/authors/{author.slug}/", words(name.value, name.language), sorted_as, number)


def outlets(at: dt.datetime, names: ProfileNames) -> Index:
    """Outlets; "The Hill" stands under H."""
    entries = []
    rows, numbers = queries.outlets(at, names.site.read_in)
    for outlet in rows:
        shown = getattr(outlet, "shown_names", [])
        heading, _ = names.outlet(outlet, getattr(outlet, "shown_former", []), shown)
        full = printed_line.text(heading)
        articles = {outlet.article, *(row["article"] for row in shown)} - {""}
        article = next((one for one in articles if full.lower().startswith(f"{one.lower()} ")), "")
        entries.append(
            IndexEntry(f"/outlets/{outlet.slug}/", heading, full[len(article) :].strip(), numbers[outlet.pk])
        )
    return index_of(entries, names.site.language)


def topics(at: dt.datetime, names: ProfileNames) -> Index:
    """Topics with their introductions and newest pieces, the narrower ones below those to which they belong."""
    rows, pieces = queries.topics_with_pieces(at, names.site.read_in)
    numbers = {topic: len(keys) for topic, keys in pieces.items()}
    by_key = {topic.pk: topic for topic in rows}
    below: dict[int | None, list[Topic]] = {}
    for topic in by_key.values():
        below.setdefault(topic.parent_id if topic.parent_id in by_key else None, []).append(topic)
    tops = below.get(None, [])
    newest = newest_of({topic.pk: pieces[topic.pk] for topic in tops}, names.site.language)
    entries = []
    for topic in tops:
        narrower = (_entry(one, "topics", numbers, names) for one in below.get(topic.pk, ()))
        entry = _entry(topic, "topics", numbers, names, tuple(narrower))
        entries.append(replace(entry, newest=newest[topic.pk]))
    return index_of(entries, names.site.language)


def series(at: dt.datetime, names: ProfileNames) -> Index:
    """Series with their introductions."""
    rows, numbers = queries.series(at, names.site.read_in)
    return index_of((_entry(row, "series", numbers, names) for row in rows), names.site.language)


def _entry(
    record: Topic | Series,
    noun: str,
    numbers: Numbers,
    names: ProfileNames,
    narrower: tuple[IndexEntry, ...] = (),
) -> IndexEntry:
    rows = getattr(record, "shown_names", [])
    name, about = names.grouping(record, rows), names.introduction(record, rows)
    return IndexEntry(
        f"/{noun}/{record.slug}/", name, printed_line.text(name), numbers[record.pk], about, narrower
    )
