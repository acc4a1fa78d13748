"""Load topics and series from a desk file, with their names in other languages."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from django.db.models import Q

from articles.models.grouping.series import Series, SeriesName, series_on_record
from articles.models.topic import Topic, TopicName, topic_on_record
from desk.setup_file.entries import Entry
from desk.setup_file.memory import match
from desk.setup_file.records import Loader, new_slug, values_for
from prose.models.former_slugs import with_slug
from prose.typography import clean_line


class _Noun(NamedTuple):
    """A kind of records with names: its table in a desk file, its models, and how a name finds its record."""

    table: str
    model: Any
    names: Any
    on_record: Callable[[str], Any]


_TOPIC = _Noun("topic", Topic, TopicName, topic_on_record)
_SERIES = _Noun("series", Series, SeriesName, series_on_record)


def load_topics(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load each topic. Its slug identifies it, or else its name, in any case and spaces and in any language."""
    for entry in entries["topic"]:
        values = {}
        if broader := entry.values.get("belongs_to"):
            values["parent"] = topic_on_record(broader)
            if values["parent"] is None:
                loader.add_problem(
                    entry, "belongs_to", f"there is no topic “{broader}”: list it above this one."
                )
        _load(loader, entry, _TOPIC, values)


def load_series(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load each series, which is identified like a topic."""
    for entry in entries["series"]:
        _load(loader, entry, _SERIES, {})


def _load(loader: Loader, entry: Entry, noun: _Noun, more: Mapping[str, Any]) -> None:
    name, slug = clean_line(entry.values["name"]), entry.values.get("slug")
    same = noun.on_record(name) if not slug else None
    records = noun.model._default_manager
    known = match(
        noun.model,
        [slug or name.casefold()],
        records.filter(with_slug(noun.model, [slug]) if slug else Q(pk=same and same.pk)),
    )
    new = noun.model(slug=slug or new_slug(name, noun.model, entry.values.get("name_language", "")))
    values = {"name": name, **values_for(entry, "name_language", "introduction"), **more}
    record = loader.save(entry, known, new, values, names={"parent": "belongs_to"})
    for row in entry.inner["other_name"] if record else ():
        of_it = {noun.table: record, "language": row.values["language"]}
        named = match(
            noun.names, [known.identity, row.values["language"]], noun.names.objects.filter(**of_it)
        )
        loader.save(row, named, noun.names(**of_it), values_for(row, "name", "introduction"))
