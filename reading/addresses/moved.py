"""Where the address of a profile leads that is not its address any more: merged, or under another slug now."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import Exists, QuerySet
from django.db.models.functions import Coalesce

from articles.models.edition import Edition
from articles.models.grouping.series import Series
from articles.models.topic import Topic
from articles.shown_profiles import credits_of, editions_under, parts_of, places_of, topic_uses
from authors.models import Author
from disclaimers.models import Institution
from outlets.models import Outlet
from prose.models.former_slugs import FormerSlug

_NOUNS: dict[str, tuple[Any, Callable[[int], QuerySet[Any]]]] = {
    "authors": (Author, credits_of),
    "outlets": (Outlet, places_of),
    "topics": (Topic, topic_uses),
    "series": (Series, parts_of),
    "houses": (Institution, editions_under),
}
"""By the first part of an address: the records, and the rows by which editions name one."""


def moved_to(noun: str, slug: str, at: dt.datetime) -> str | None:
    """The path of the profile that an address leads to; None if readers never had a page there."""
    slug_there = slug_now(noun, slug, at)
    return f"/{noun}/{slug_there}/" if slug_there else None


def slug_now(noun: str, slug: str, at: dt.datetime) -> str | None:
    """The slug of the record, or of the one that stands for it, to which a former slug leads; None if to none.

    `noun`: "authors", "outlets", "topics", "series" or "houses". A slug that a record lost before any piece named it
    was never public, and nothing is told of it.
    """
    model, naming = _NOUNS[noun]
    former = FormerSlug.objects.filter(table=model._meta.db_table, slug=slug).values_list("record", "until")
    merged = model._default_manager.filter(slug=slug, merged_into__isnull=False).values_list("pk", flat=True)
    key, until = former.first() or (merged.first(), at)
    if key is None:
        return None
    begun = Edition.objects.ever_live(min(until, at)).order_by().values("pk")
    was_public = Exists(naming(key).filter(edition__in=begun))
    now = model._default_manager.filter(was_public, pk=key)
    found: str | None = now.values_list(Coalesce("merged_into__slug", "slug"), flat=True).first()
    return found if found != slug else None
