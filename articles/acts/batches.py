"""Batches: print many pages again for one reason, after a preview that writes nothing.

Each piece has a transaction of its own for its edition, its ledger entry and its row of the batch. So a batch may be
killed at any moment and resumed, and two processes that run it never do a piece twice. A piece whose row another
transaction has locked waits.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import OperationalError, transaction

from articles.acts.errors import ActRefused
from articles.acts.ledger import Clock, demand_reason
from articles.acts.reissuing import NothingToChange, preview_reissue, reissue
from articles.models.article import Article
from articles.models.batch import Batch, BatchItem
from articles.models.edition import Edition
from articles.press.batch_cache import batch_cache
from articles.press.where_printed import editions_printing
from articles.querysets import EditionQuerySet
from articles.states import Act, Form

log = logging.getLogger(__name__)
PREVIEWED_TOGETHER = 10  # editions loaded by one query
READ_AHEAD = 50  # waiting rows loaded by one query: finding the next one gets slower with every settled row
State = BatchItem.State
UNKNOWN_TROUBLE = (
    "This page could not be printed again: the server’s log says why. Nothing of it was changed."
)


@dataclass(frozen=True)
class PagePreview:
    """A live or scheduled edition, and what printing it again would make: None if nothing would change."""

    edition: Edition
    reprinted: Edition | None
    refusal: str = ""


def pages(batch: Batch, at: dt.datetime, pieces: list[int] | None = None) -> EditionQuerySet:
    """The editions that a batch, stored or not, is about, by article: the live one, else the scheduled one.

    Only of pieces that its user may open.

    `pieces`: keys of chosen articles; None for all.
    """
    editions = editions_printing(batch.record) if batch.record else Edition.objects.all()
    if pieces is not None:
        editions = editions.filter(article__in=pieces)
    if batch.by:
        editions = editions.filter(article__in=Article.objects.visible_to(batch.by).values("pk"))
    live = editions.live(at).filter(form=Form.PIECE)
    not_live = editions.coming(at).exclude(article__in=live.values("article"))
    return (live | not_live).order_by("article_id")


def preview(batch: Batch, editions: list[int], *, at: dt.datetime) -> Iterator[PagePreview]:
    """Print the editions with these keys again, one after the other, without storing anything."""
    for first in range(0, len(editions), PREVIEWED_TOGETHER):
        some = Edition.objects.filter(pk__in=editions[first : first + PREVIEWED_TOGETHER])
        rows = list(some.select_related("revision", "permalink").order_by("article_id"))
        with batch_cache():
            previews = [_preview(batch, edition, at) for edition in rows]
        yield from previews


def _preview(batch: Batch, edition: Edition, at: dt.datetime) -> PagePreview:
    try:
        return PagePreview(edition, preview_reissue(edition, at=at, renewed=batch.subjects))
    except OperationalError:  # the database is in trouble, not the piece
        raise
    except Exception:
        log.exception("Piece %s cannot be printed again", edition.article_id)
        return PagePreview(edition, None, UNKNOWN_TROUBLE)


@transaction.atomic
def begin(batch: Batch, *, at: dt.datetime, pieces: list[int] | None = None) -> Batch:
    """Store a batch with a waiting row for each of its pages. Raises ActRefused if it has none."""
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
    """Settle waiting rows until none is left, the batch is stopped, or the time is up (checked after each piece)."""
    deadline = time.monotonic() + stop_after.total_seconds() if stop_after else float("inf")
    with batch_cache():
        for item in _settle_waiting(batch, clock):
            if progress:
                progress(item)
            if time.monotonic() >= deadline:
                break
    if not batch.items.filter(state=State.WAITING).exists():
        Batch.objects.filter(pk=batch.pk, finished_at=None).update(finished_at=clock())
    batch.refresh_from_db(fields=["finished_at", "stopped"])


def stop(batch: Batch) -> None:
    """Make the process that runs the batch end after its current piece."""
    Batch.objects.filter(pk=batch.pk, finished_at=None).update(stopped=True)


def resume(batch: Batch) -> None:
    """Remove the stop; call `run` to go on."""
    Batch.objects.filter(pk=batch.pk).update(stopped=False)


def _settle_waiting(batch: Batch, clock: Clock) -> Iterator[BatchItem]:
    """Settle rows one by one, until every row left is locked by others, or the batch is stopped."""
    has_settled = True
    while has_settled:
        has_settled = False  # rows locked by others are tried again only after a pass that settled something
        for key in _waiting(batch):
            if item := _take(key, batch, clock):
                has_settled = True
                yield item


def _waiting(batch: Batch) -> Iterator[int]:
    """Keys of the waiting rows in their order; it ends once the batch is stopped."""
    waiting = batch.items.filter(state=State.WAITING, batch__stopped=False).order_by("pk")
    last = 0
    while keys := list(waiting.filter(pk__gt=last).values_list("pk", flat=True)[:READ_AHEAD]):
        yield from keys
        last = keys[-1]


@transaction.atomic
def _take(key: int, batch: Batch, clock: Clock) -> BatchItem | None:
    """Settle one waiting row; None if it or its article is locked, it is settled already, or the batch is stopped.

    Row and article are locked together, and the clock is read afterwards, so that no later act can be on record.
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
    """Reissue one piece and note the result in its row; a piece that cannot be printed is refused, not raised."""
    try:
        edition = reissue(item.article, renewed=batch.subjects, by=batch.by, at=at, reason=batch.reason)
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
