"""Locks in one order for all acts, so that no two of them wait for each other: first the records, then the pieces.

Pages are printed from records (people, outlets, houses …). Many acts may print at once, and none while a record is
saved: so a page that is scheduled at the same moment either prints the new fact or is found and printed again.

Pieces that hang together are locked by the length of the longest chain of sources above them, then by key.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import connection, transaction

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.rights.sources import MADE_FROM, made_from, source_keys
from articles.snapshot import content_of

_RECORDS = 4_017_102
"""Key of the advisory lock on all records that pages print (PostgreSQL, 13.3.5 Advisory Locks)."""


def lock_records_to_print() -> None:
    """Wait until nobody is saving a record, and let nobody save one until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_RECORDS])


def lock_records_to_change() -> None:
    """Wait until no act is printing a page, and let none print until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_RECORDS])


@contextmanager
def changing_records() -> Iterator[None]:
    """A transaction in which records change. Take it before any row is locked."""
    with transaction.atomic():
        lock_records_to_change()
        yield


def lock(key: int) -> Article:
    """Lock a piece until the transaction ends, and load its headline."""
    return Article.objects.locked().only("pk", "headline").get(pk=key)


def lock_sources(revision: Revision, at: dt.datetime) -> None:
    """Lock the pieces that a version is made from, over any number of steps, itself excepted."""
    nearest = set(source_keys(content_of(revision)))
    if nearest:
        sources = _sources_above(nearest, at)
        for key in _in_order(set(sources) - {revision.article_id}, sources):
            lock(key)


def pieces_made_from(key: int, at: dt.datetime) -> list[int]:
    """Keys of all pieces before readers, or about to be, that are made from a piece, in the order of their locks.

    One made from it by way of a piece that readers have never had is found too.
    """
    found: set[int] = set()
    visited, ahead = {key}, {key}
    while ahead:
        public, drafts = made_from(ahead, at)
        ahead = (public | drafts) - visited
        found |= public
        visited |= ahead
    return in_lock_order(found - {key}, at)


def in_lock_order(keys: Iterable[int], at: dt.datetime) -> list[int]:
    """Pieces in the order in which every act locks them."""
    several = set(keys)
    return _in_order(several, _sources_above(several, at)) if len(several) > 1 else list(several)


def _sources_above(keys: Iterable[int], at: dt.datetime) -> dict[int, set[int]]:
    """The sources of each of these pieces, as their editions of now and later name them, and of those in turn.

    Those of a piece that readers have never had are the ones that its manuscript names.
    """
    sources: dict[int, set[int]] = {}
    ahead = set(keys)
    while ahead:
        sources |= {key: set() for key in ahead}
        editions = Edition.objects.filter(article__in=ahead).not_ended(at).order_by()
        members = [f"revision__content__{name}" for name in MADE_FROM]
        for row in editions.values("article_id", *members):
            sources[row["article_id"]] |= {row[member] for member in members if row[member]}
        for row in Article.objects.filter(pk__in=ahead).never_public(at).values("pk", *MADE_FROM):
            sources[row["pk"]] |= {row[member] for member in MADE_FROM if row[member]}
        ahead = {source for key in ahead for source in sources[key]} - set(sources)
    return sources


def _in_order(keys: Iterable[int], sources: Mapping[int, set[int]]) -> list[int]:
    return sorted(keys, key=lambda key: (_depth(key, sources, frozenset()), key))


def _depth(key: int, sources: Mapping[int, set[int]], below: frozenset[int]) -> int:
    """The length of the longest chain of sources above a piece; old editions may name each other in a circle."""
    above = sources.get(key, set()) - below - {key}
    return 1 + max((_depth(source, sources, below | {key}) for source in above), default=-1)
