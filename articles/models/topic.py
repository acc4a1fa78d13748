"""Topic: a subject of pieces. Manuscripts and editions refer to topics by rows of their own.

Every use of django-taggit is in this module, so that replacing the library touches one file.
"""

import uuid
from collections.abc import Iterable, Sequence

import pgtrigger
from django.db import models
from django.db.models.functions import Lower
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

from prose.slugs import slug_for
from prose.typography import clean_line

__all__ = ["TaggableManager", "Topic", "TopicUseBase", "parse_topics", "topics_named"]

MAX_TOPIC_CHARS = 100


class Topic(TagBase):  # type: ignore[misc]  # taggit carries no types
    """A tag of taggit's whose web address follows the one slug rule: `韓国` has one too."""

    class Meta:
        ordering = ["name"]
        triggers = [pgtrigger.ReadOnly(name="topic_address_stays", fields=["slug"])]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The slug of a name; taggit calls it again with a count while the slug is taken."""
        slug = slug_for(tag, fallback=uuid.uuid4())
        return f"{slug}-{i}" if i else slug


class TopicUseBase(ItemBase):  # type: ignore[misc]  # taggit carries no types
    """Base of the rows that relate a piece to a topic. Use `bulk_create`: `add` costs ten queries a topic."""

    class Meta:
        abstract = True


def parse_topics(text: str) -> list[str]:
    """The names in a text separated by commas or semicolons: cleaned, each once, in order of writing."""
    names = (clean_line(part) for part in text.replace(";", ",").split(","))
    return list(dict.fromkeys(name for name in names if name))


def topics_named(names: Iterable[str]) -> Sequence[Topic]:
    """The topics with these names, in this order: those on record in any case of letters, the others new."""
    wanted = list(dict.fromkeys(clean_line(name)[:MAX_TOPIC_CHARS] for name in names if clean_line(name)))
    # The database lowers both sides: it and Python lower “ΟΔΟΣ” and “İ” differently.
    on_record = Topic._default_manager.alias(low=Lower("name")).filter(
        low__in=[Lower(models.Value(name)) for name in wanted]
    )
    topics: dict[str, Topic] = {topic.name.lower(): topic for topic in on_record}
    for name in wanted:
        if name.lower() not in topics:
            # get_or_create, because another request may be creating it at this moment.
            topics[name.lower()], _ = Topic._default_manager.get_or_create(name=name)
    return [topics[name.lower()] for name in wanted]
