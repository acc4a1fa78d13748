"""Load topics from a desk file, with their names in other languages."""

from collections.abc import Mapping, Sequence

from articles.models.topic import Topic, TopicName, topic_on_record
from desk.setup_file.entries import Entry
from desk.setup_file.memory import match
from desk.setup_file.records import Loader, new_slug, values_for
from prose.typography import clean_line


def load_topics(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load each topic. Its slug identifies it, or else its name, in any case and spaces and in any language."""
    for entry in entries["topic"]:
        _load_topic(loader, entry)


def _load_topic(loader: Loader, entry: Entry) -> None:
    name, slug = clean_line(entry.values["name"]), entry.values.get("slug")
    topics = Topic._default_manager
    same = topic_on_record(name) if not slug else None
    known = match(
        Topic,
        [slug or name.casefold()],
        topics.filter(**{"slug": slug} if slug else {"pk": same and same.pk}),
    )
    new = Topic(slug=slug or new_slug(name, Topic, entry.values.get("name_language", "")))
    values = values_for(entry, "name_language", "introduction")
    if broader := entry.values.get("belongs_to"):
        values["parent"] = topic_on_record(broader)
        if values["parent"] is None:
            loader.add_problem(entry, "belongs_to", f"there is no topic “{broader}”: list it above this one.")
    topic = loader.save(entry, known, new, {"name": name, **values}, names={"parent": "belongs_to"})
    for row in entry.inner["other_name"] if topic else ():
        of_topic = {"topic": topic, "language": row.values["language"]}
        named = match(
            TopicName, [known.identity, row.values["language"]], TopicName.objects.filter(**of_topic)
        )
        loader.save(row, named, TopicName(**of_topic), values_for(row, "name", "introduction"))
