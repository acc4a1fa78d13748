"""Many pages printed again for one reason: a look beforehand that writes nothing, then piece by piece.

Each piece is settled in a transaction of its own: its edition, its ledger entry and its row of the batch stand or
fall together. So a batch may be killed at any moment and goes on where it was, and two that run it at the same time
never do one piece twice. A piece that somebody is working on at the moment waits.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypedDict, cast

from django.db import OperationalError, transaction

from articles.acts.errors import ActRefused
from articles.acts.ledger import demand_reason
from articles.acts.reissuing import NothingToChange, preview_reissue, reissue
from articles.models.batch import Batch, BatchItem
from articles.models.edition import Edition, EditionByline, EditionOutlet
from articles.press.batch_cache import batch_cache
from articles.press.facts import Pinning
from articles.press.wordings_in_use import editions_saying
from articles.querysets import EditionQuerySet
from articles.states import Act, Form

log = logging.getLogger(__name__)
AT_ONCE = 10  # pages read and looked at together
# Waiting rows read together: to look for the first one each time grows slower with every row that is settled.
READ_AHEAD = 50
Clock = Callable[[], dt.datetime]
State = BatchItem.State
UNKNOWN_TROUBLE = (
    "This page could not be printed again: the server’s log says why. Nothing of it was changed."
)


@dataclass(frozen=True)
class PagePreview:
    """One page as it stands and as it would be printed; `again` is None where it would say the same."""

    live: Edition
    again: Edition | None
    refusal: str = ""


def pages(batch: Batch, at: dt.datetime, pieces: list[int] | None = None) -> EditionQuerySet:
    """The pages a batch, stored or not, is about, in the order of their pieces; of a piece that is not live, the
    scheduled one. `pieces`: keys of chosen ones.
    """
    found = editions_saying(batch.wording_id) if batch.wording_id else Edition.objects.all()
    if batch.author_id:
        found = found.filter(pk__in=EditionByline.objects.filter(author=batch.author_id).values("edition"))
    if batch.outlet_id:
        found = found.filter(pk__in=EditionOutlet.objects.filter(outlet=batch.outlet_id).values("edition"))
    if batch.institution_id:
        found = found.filter(revision__content__institution=batch.institution_id)
    if pieces is not None:
        found = found.filter(article__in=pieces)
    live = found.live(at).filter(form=Form.PIECE)
    not_live = found.coming(at).exclude(article__in=live.values("article"))
    return (live | not_live).order_by("article_id")


def preview(batch: Batch, editions: list[int], *, at: dt.datetime) -> Iterator[PagePreview]:
    """What would become of the pages with these keys, one after the other; nothing is written."""
    for first in range(0, len(editions), AT_ONCE):
        some = Edition.objects.filter(pk__in=editions[first : first + AT_ONCE])
        found = list(some.select_related("revision", "permalink").order_by("article_id"))
        with batch_cache():
            seen = [_preview(batch, live, at) for live in found]
        yield from seen


def _preview(batch: Batch, live: Edition, at: dt.datetime) -> PagePreview:
    try:
        return PagePreview(live, preview_reissue(live, at=at, **_choices(batch)))
    except OperationalError:  # the database is in trouble, not the piece
        raise
    except Exception:
        log.exception("Piece %s cannot be printed again", live.article_id)
        return PagePreview(live, None, UNKNOWN_TROUBLE)


@transaction.atomic
def begin(batch: Batch, *, at: dt.datetime, pieces: list[int] | None = None) -> Batch:
    """Put a batch on record with a waiting row for each page it is about. Raises ActRefused where there is none."""
    demand_reason(Act.REISSUE, batch.reason)
    articles = list(pages(batch, at, pieces).values_list("article", flat=True))
    if not articles:
        raise ActRefused("No live or scheduled page is among these.")
    batch.made_at, batch.reason = at, batch.reason.strip()
    batch.save(force_insert=True)
    BatchItem.objects.bulk_create(
        (BatchItem(batch=batch, article_id=article) for article in articles), batch_size=1000
    )
    return batch


def run(
    batch: Batch,
    *,
    clock: Clock,
    stop_after: dt.timedelta | None = None,
    progress: Callable[[BatchItem], None] | None = None,
) -> None:
    """Go on with what waits until nothing does, somebody stops it, or (looked at after each piece) time is up."""
    enough = time.monotonic() + stop_after.total_seconds() if stop_after else float("inf")
    with batch_cache():
        for item in _settled(batch, clock):
            if progress:
                progress(item)
            if time.monotonic() >= enough:
                break
    if not batch.items.filter(state=State.WAITING).exists():
        Batch.objects.filter(pk=batch.pk, finished_at=None).update(finished_at=clock())
    batch.refresh_from_db(fields=["finished_at", "stopped"])


def stop(batch: Batch) -> None:
    """Whoever runs it ends after the piece in hand."""
    Batch.objects.filter(pk=batch.pk, finished_at=None).update(stopped=True)


def resume(batch: Batch) -> None:
    """Let it go on; somebody still has to run it."""
    Batch.objects.filter(pk=batch.pk).update(stopped=False)


def _settled(batch: Batch, clock: Clock) -> Iterator[BatchItem]:
    """Rows as they are settled one by one, until none is waiting that nobody holds, or the batch was stopped."""
    going_on = True
    while going_on:
        going_on = False  # what others held is tried again only while there is something else to do
        for key in _waiting(batch):
            if item := _take(key, batch, clock):
                going_on = True
                yield item


def _waiting(batch: Batch) -> Iterator[int]:
    """Keys of the waiting rows in their order; none more once the batch is stopped."""
    found = batch.items.filter(state=State.WAITING, batch__stopped=False).order_by("pk")
    last = 0
    while some := list(found.filter(pk__gt=last).values_list("pk", flat=True)[:READ_AHEAD]):
        yield from some
        last = some[-1]


@transaction.atomic
def _take(key: int, batch: Batch, clock: Clock) -> BatchItem | None:
    """Settle one waiting row, unless somebody holds it or its piece, was faster, or stopped the batch.

    Row and article are locked together, and the clock is read afterwards: nothing can have overtaken the act.
    """
    item = (
        BatchItem.objects.filter(pk=key, state=State.WAITING, batch__stopped=False)
        .select_related("article")
        .only("batch", "state", "sentence", "entry", "article__uuid", "article__headline")
        .select_for_update(of=("self", "article"), skip_locked=True)
        .first()
    )
    if item is None:
        return None
    _settle(item, batch, at=clock())
    item.save(update_fields=["state", "sentence", "entry"])
    return item


def _settle(item: BatchItem, batch: Batch, *, at: dt.datetime) -> None:
    """One piece that cannot be printed must not keep the others waiting."""
    try:
        edition = reissue(item.article, by=batch.by, at=at, reason=batch.reason, **_choices(batch))
    except NothingToChange:
        item.state = State.UNCHANGED
    except ActRefused as refused:
        item.state, item.sentence = State.REFUSED, str(refused)
    except OperationalError:  # the database is in trouble, not the piece: it goes on waiting
        raise
    except Exception:
        log.exception("Piece %s was not printed again by update %s", item.article_id, batch.pk)
        item.state, item.sentence = State.REFUSED, UNKNOWN_TROUBLE
    else:
        item.state, item.entry_id = State.DONE, edition.entry_id


class _Choices(TypedDict):
    names: Pinning
    wordings: Pinning
    corrected: frozenset[int]


def _choices(batch: Batch) -> _Choices:
    return {
        "names": cast("Pinning", batch.names),
        "wordings": cast("Pinning", batch.wordings),
        "corrected": batch.corrected,
    }
