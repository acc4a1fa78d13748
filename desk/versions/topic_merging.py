"""Three-way merge of a piece's topics, each for itself: what one side added or removed is taken."""

import uuid
from collections.abc import Iterable

from django.db import models
from django.db.models.functions import Lower

from articles.models.topic import Topic, parse_topics
from prose.models.former_slugs import lasting_slug, with_slug
from prose.slugs import slug_for

_UNUSED = uuid.UUID(int=0)


def merge_topics(base: Iterable[str], mine: str, theirs: Iterable[str]) -> str:
    """The topics as the form lists them. `base`, `theirs`: web addresses; `mine`: names, separated by commas."""
    before, saved = list(base), list(theirs)
    topics = Topic.objects.filter(with_slug(Topic, [*before, *saved]))
    names = dict(topics.values_list(lasting_slug(Topic), "name"))
    typed = _by_address(parse_topics(mine), {slug: names[slug] for slug in before if slug in names})
    removed_by_them = set(before) - set(saved)
    kept = {slug: name for slug, name in typed.items() if slug not in removed_by_them}
    added_by_them = [slug for slug in saved if slug not in before]
    kept |= {slug: names.get(slug, slug) for slug in added_by_them}
    return ", ".join(kept.values())


def are_topics(typed: str, slugs: Iterable[str]) -> bool:
    """True if these are the names of exactly the topics with these web addresses."""
    return set(_by_address(parse_topics(typed), {})) == set(slugs)


def _by_address(typed: list[str], known: dict[str, str]) -> dict[str, str]:
    """Web address -> name, for typed names. A new topic stands under its name.

    A topic that was renamed while the form was open (`known`: today's names) is recognised by its address.
    """
    lowered = [Lower(models.Value(name)) for name in typed]
    on_record = Topic.objects.alias(low=Lower("name")).filter(low__in=lowered)
    slugs = {name.lower(): slug for name, slug in on_record.values_list("name", lasting_slug(Topic))}
    renamed = {slug: name for slug, name in known.items() if slug_for(name, fallback=_UNUSED) != slug}
    topics: dict[str, str] = {}
    for name in typed:
        slug = slugs.get(name.lower()) or slug_for(name, fallback=_UNUSED)
        if name.lower() in slugs:
            topics[slug] = name
        elif slug in renamed and slug not in slugs.values():
            topics[slug] = renamed[slug]
        else:
            topics[f"new topic {name.lower()}"] = name
    return topics
