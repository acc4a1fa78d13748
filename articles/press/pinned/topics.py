"""Names of topics as a page prints them: those of its last edition stay until they are read anew."""

from collections.abc import Mapping

from articles.models.edition import Edition
from articles.press.names import PrintedTopic
from articles.renewed import Renewable, Renewed


def pinned_topics(
    topics: Mapping[str, PrintedTopic], previous: Edition | None, renewed: Renewed, language: str
) -> tuple[PrintedTopic, ...]:
    """The topics by name; one that `previous` names in this language keeps that name, unless it is read anew."""
    is_pinned = previous is not None and previous.language == language
    rows = previous.printed["topics"] if previous and is_pinned else ()
    printed = {row["slug"]: PrintedTopic(**row) for row in rows}
    kept: dict[str, PrintedTopic] = {}
    for slug, topic in topics.items():
        if any(renewed.covers(Renewable.TOPICS, key) for key in (slug, topic.slug)):
            kept[topic.slug] = topic
        else:
            pinned = printed.get(slug) or printed.get(topic.slug, topic)
            kept[pinned.slug] = pinned
    return tuple(sorted(kept.values()))
