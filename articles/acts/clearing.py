"""Clearing: after a licence or permission for a picture or a file has changed, every page that may show it is printed
again.

One whose permission was withdrawn leaves its pages in the transaction of that change, and one that has a
permission again comes back to them. All else stays as it was printed.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Max, Q

from articles.acts.editions import reprint
from articles.acts.ledger import Actor, demand_reason, record
from articles.acts.locks import in_lock_order, lock, lock_records_to_change
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.press.batch_cache import batch_cache
from articles.press.where_printed import using
from articles.states import Act
from articles.timeline import load_timeline
from disclaimers.models import Institution
from documents.models import Document
from pictures.models import Picture

_OF_ANY_ZONE = dt.timedelta(days=2)
"""More than lies between the beginnings of one day in two zones: a page that changed since may have to change back."""


@transaction.atomic
def clear(record: Picture | Document, *, by: Actor, at: dt.datetime, reason: str) -> list[Article]:
    """Print again what readers have of the pieces that use it, and what is scheduled; return those that changed.

    Call it in the transaction in which the permission changes, under `changing_records`. `by` needs no permission on
    the pieces: the one to change the record was asked.
    """
    demand_reason(Act.REISSUE, reason)
    lock_records_to_change()
    keys = using(record).not_ended(at).order_by().values_list("article", flat=True)
    cause = {str(record._meta.model_name): str(record.uuid)}
    return _print_all_again(keys, cause, by, at, reason)


@transaction.atomic
def count_days_again(house: Institution | None, *, by: Actor, at: dt.datetime, reason: str) -> list[Article]:
    """Print pages again that change at other instants now, because days of their house begin in another time zone.

    Those of a house and its centres, or with None of all; return those that changed. Call it like `clear`.
    """
    demand_reason(Act.REISSUE, reason)
    lock_records_to_change()
    houses = (house, *house.merged.all()) if house else ()
    of_house = [Q(pk__in=Edition.objects.published_under(each.pk).values("pk")) for each in houses]
    follow = Edition.objects.not_emptied().filter(is_following=True, live_from__gt=at - _OF_ANY_ZONE)
    pages = Edition.objects.not_ended(at).filter(
        Q(*of_house, _connector=Q.OR), article__in=follow.values("article")
    )
    keys = pages.order_by().values_list("article", flat=True).distinct()
    return _print_all_again(keys, {"counts_days_again": True}, by, at, reason)


def _print_all_again(
    keys: Iterable[int], cause: Mapping[str, object], by: Actor, at: dt.datetime, reason: str
) -> list[Article]:
    with batch_cache():
        changed = [key for key in in_lock_order(keys, at) if _print_again(lock(key), cause, by, at, reason)]
    return list(Article.objects.filter(pk__in=changed).order_by("pk"))


@transaction.atomic
def _print_again(
    piece: Article, cause: Mapping[str, object], by: Actor, at: dt.datetime, reason: str
) -> bool:
    """Print a piece again under an entry of its own; without one if nothing changes for readers."""
    timeline = load_timeline(piece.pk, _not_before_others(piece, at))
    printed = timeline.current or timeline.coming
    entry = record(
        Act.REISSUE,
        piece,
        timeline,
        by=by,
        revision=printed.revision if printed else None,
        reason=reason,
        after={"version": printed.revision.number if printed else None, **cause},
    )
    reprint(timeline, entry, is_material=False)
    is_changed = Edition.objects.filter(Q(entry=entry) | Q(closed_by=entry)).exists()
    transaction.set_rollback(not is_changed)
    return is_changed


def _not_before_others(piece: Article, at: dt.datetime) -> dt.datetime:
    """The instant of the act; that of a later act on the piece, for which this one waited."""
    last: dt.datetime | None = LedgerEntry.objects.filter(article=piece).aggregate(last=Max("at"))["last"]
    return max(at, last) if last else at
