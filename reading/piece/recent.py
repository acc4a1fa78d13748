"""The newest listed pieces in memory, by author and by topic: enough for the ways on from most pieces.

To find the newest of an author or a topic with thousands of pieces, PostgreSQL would read all of these, for each anew.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Coalesce

from articles.models.edition import Edition, EditionByline, EditionTopic
from articles.querysets import WRITTEN_ROLES, EditionQuerySet
from articles.states import Form, Surface
from reading.kept import IDENTITY, while_marked

RECENT = 2_000


class ListedPiece(NamedTuple):
    """A listed piece: the identity of its edition, by what lists are in order, and which pieces it is one with."""

    identity: tuple[Any, ...]
    ordered_at: dt.datetime
    article: int
    group: uuid.UUID


@dataclass(frozen=True)
class RecentPieces:
    """Pieces by the keys of their authors and topics, the newest first. `is_all`: there are no others.

    Pieces of merged records stand with those of the record that these were merged into.
    """

    by_author: dict[int, list[ListedPiece]]
    by_topic: dict[int, list[ListedPiece]]
    is_all: bool

    def __len__(self) -> int:
        """All places of pieces, by which the memory is bounded."""
        return sum(map(len, chain(self.by_author.values(), self.by_topic.values())))


def recent_pieces(language: str, house: int, at: dt.datetime) -> RecentPieces:
    """The newest in lists in a language; under a house and those that share a parent with it, or, if it is 0, all."""

    def load() -> RecentPieces:
        editions = in_lists(at, language)
        rows = places(editions.published_under(house) if house else editions, RECENT + 1)
        found = [*rows.values_list(*_PLACE, _keys(_AUTHORS), _keys(_TOPICS))]
        by_author: dict[int, list[ListedPiece]] = defaultdict(list)
        by_topic: dict[int, list[ListedPiece]] = defaultdict(list)
        for *place, authors, topics in found[:RECENT]:
            piece = listed_piece(place)
            for keys, by_key in ((authors, by_author), (topics, by_topic)):
                for key in dict.fromkeys(keys):
                    by_key[key].append(piece)
        return RecentPieces(dict(by_author), dict(by_topic), len(found) <= RECENT)

    return while_marked(at, ("recent", language, house), load)


def in_lists(at: dt.datetime, language: str) -> EditionQuerySet:
    """Pieces that lists in a language show."""
    return Edition.objects.shown_in(Surface.LISTS, at).filter(form=Form.PIECE).in_language(language)


def places(editions: EditionQuerySet, most: int) -> QuerySet[Edition, Any]:
    """The newest of some editions, as rows for `listed_piece`."""
    return editions.order_by("-ordered_at", "-article_id").values_list(*_PLACE)[:most]


def listed_piece(row: Sequence[Any]) -> ListedPiece:
    """A piece from a row of `places`."""
    *identity, ordered_at, article, group = row
    return ListedPiece(tuple(identity), ordered_at, article, group or identity[1])


def _keys(rows: QuerySet[Any, Any]) -> ArraySubquery:
    return ArraySubquery(rows.order_by())


_PLACE = (*IDENTITY, "ordered_at", "article_id", "translation_group")
_AUTHORS = EditionByline.objects.filter(edition=OuterRef("pk"), role__in=WRITTEN_ROLES).values(
    key=Coalesce("author__merged_into", "author")
)
_TOPICS = EditionTopic.objects.filter(content_object=OuterRef("pk")).values(
    key=Coalesce("tag__merged_into", "tag")
)
