"""Measure the reissue of all pages of the generated desk, after a change of every author's suffix."""

import datetime as dt
import os
import time
from collections.abc import Callable

from django.contrib.auth.models import User

from articles.acts import batches
from articles.models import Batch
from authors.models import Author
from disclaimers.models import Institution

PROMISED_SECONDS = 300  # for 10,000 pages


def reissue_all(*, clock: Callable[[], dt.datetime], progress: Callable[[int], None]) -> dict[str, float]:
    """Reissue all pages in one batch, in this process. Returns the figures by name.

    Among them are the seconds for 10,000 pages, the machine's `load`, and `processor_s`: processor time of this
    process, without the database's.
    """
    suffix = "" if Author.objects.exclude(suffix="").exists() else "PhD"
    Author.objects.update(suffix=suffix)
    by, _ = User.objects.get_or_create(username="bench", defaults={"is_superuser": True})
    institution = Institution.objects.get(code="bench")
    batch = batches.begin(
        Batch(institution=institution, renewed=["people"], reason="Everybody has a suffix.", by=by),
        at=clock(),
    )
    done = 0

    def count_page(_: object) -> None:
        nonlocal done
        done += 1
        progress(done)

    start, processor_start = time.monotonic(), time.process_time()
    batches.run(batch, clock=clock, progress=count_page)
    seconds, processor_seconds = time.monotonic() - start, time.process_time() - processor_start
    pages = batch.items.filter(state="done").count()
    return {
        "pages": pages,
        "seconds": round(seconds, 1),
        "processor_s": round(processor_seconds, 1),
        "for_10000_s": round(seconds / max(1, pages) * 10_000),
        "promised_s": PROMISED_SECONDS,
        "load": round(os.getloadavg()[0], 1),
    }
