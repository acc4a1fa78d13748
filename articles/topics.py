"""Topics through django-taggit: every call to that library stands here, so that a successor touches one file."""

import uuid
from collections.abc import Iterable, Sequence

from django.db import models
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

from prose.slugs import slug_for
from prose.typography import clean_line

__all__ = ["TaggableManager", "TopicBase", "TopicUseBase", "parse", "topics_named"]


class TopicBase(TagBase):  # type: ignore[misc]  # taggit carries no types
    """A taggit tag whose web address follows our one slug rule (`韓国` has one too)."""

    class Meta:
        abstract = True

    def slugify(self, tag: str, i: int | None = None) -> str:
        """taggit asks again with a count while the address is taken."""
        slug = slug_for(tag, fallback=uuid.uuid4())
        return f"{slug}-{i}" if i else slug


class TopicUseBase(ItemBase):  # type: ignore[misc]  # taggit carries no types
    """A through row without generic relations; `bulk_create` it, `add` costs ten queries a topic."""

    class Meta:
        abstract = True


def parse(text: str) -> list[str]:
    """Topics as typed, separated by commas: cleaned, each once, in order of writing."""
    names = (clean_line(part) for part in text.replace(";", ",").split(","))
    return list(dict.fromkeys(name for name in names if name))


def topics_named(model: type[TopicBase], names: Iterable[str]) -> Sequence[TopicBase]:
    """The topics of these names in this order, found without regard to case or created."""
    wanted = list(dict.fromkeys(clean_line(name)[:100] for name in names if clean_line(name)))
    lower = models.functions.Lower
    # Both sides by the database: it and Python lower “ΟΔΟΣ” and “İ” differently.
    found = {
        topic.name.lower(): topic
        for topic in model._default_manager.alias(low=lower("name")).filter(
            low__in=[lower(models.Value(name)) for name in wanted]
        )
    }
    for name in wanted:
        if name.lower() not in found:
            # Somebody else may be making it at this moment.
            found[name.lower()], _ = model._default_manager.get_or_create(name=name)
    return [found[name.lower()] for name in wanted]
