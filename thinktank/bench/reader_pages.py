"""Addresses of readers' pages on the measured desk: lists on their first and on a far page, indexes, feeds."""

from typing import Any

from django.db.models import Count, F
from django.utils import timezone

from articles.models import Edition
from articles.models.edition import EditionByline, EditionTopic
from articles.states import Surface
from reading.lists.paging import PAGE_LENGTH, cursor_of

FAR = 500
"""The page of a list that is measured beside the first, on a desk that has so many."""


def reader_addresses() -> dict[str, list[str]]:
    """Paths by the names of the table."""
    shown = Edition.objects.shown_in(Surface.HOME, timezone.now())
    far = _far("/", shown)
    topic = _most(EditionTopic.objects.all(), "tag__slug")
    on_topic = shown.filter(pk__in=EditionTopic.objects.filter(tag__slug=topic).values("content_object"))
    person = _most(EditionByline.objects.exclude(author=None), "author__slug")
    return {
        "list": ["/"],
        "list, far": [far],
        "topic": [f"/topics/{topic}/"],
        "topic, far": [_far(f"/topics/{topic}/", on_topic)],
        "person": [f"/authors/{person}/"],
        "people A-Z": ["/authors/"],
        "archive": ["/archive/"],
        "feed": ["/feed.rss"],
        "feed, JSON": ["/feed.json"],
        "feed of a topic": [f"/topics/{topic}/feed.atom"],
    }


def _far(path: str, shown: Any) -> str:
    """The page FAR of a list, or its last whole one."""
    last = min(FAR - 1, shown.count() // PAGE_LENGTH - 1)
    if last < 1:
        return path
    above = shown.annotate(placed_at=F("ordered_at")).values("placed_at", "article_id")
    return f"{path}?before={cursor_of(above[last * PAGE_LENGTH - 1])}"


def _most(rows: Any, slug: str) -> str:
    """The slug of the record that most editions name."""
    counted = rows.order_by().values(slug).annotate(number=Count("pk")).order_by("-number", slug)
    return str(counted.values_list(slug, flat=True)[0])
