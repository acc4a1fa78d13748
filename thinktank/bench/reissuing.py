"""How fast pages are printed again: everybody on the generated desk gets another suffix, and every page says it."""

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
    """One batch over the whole desk, in this process. Gives back pages, seconds, and seconds for 10,000 of them.

    `load`: how busy the machine was; `processor_s`: what this process needed of it, without the database's part.
    """
    fresh = "" if Author.objects.exclude(suffix="").exists() else "PhD"
    Author.objects.update(suffix=fresh)
    by, _ = User.objects.get_or_create(username="bench", defaults={"is_superuser": True})
    house = Institution.objects.get(code="bench")
    batch = batches.begin(
        Batch(institution=house, names="current", reason="Everybody has a suffix.", by=by), at=clock()
    )
    done = 0

    def settled(_: object) -> None:
        nonlocal done
        done += 1
        progress(done)

    begun, spent = time.monotonic(), time.process_time()
    batches.run(batch, clock=clock, progress=settled)
    seconds, spent = time.monotonic() - begun, time.process_time() - spent
    changed = batch.items.filter(state="done").count()
    return {
        "pages": changed,
        "seconds": round(seconds, 1),
        "processor_s": round(spent, 1),
        "for_10000_s": round(seconds / max(1, changed) * 10_000),
        "promised_s": PROMISED_SECONDS,
        "load": round(os.getloadavg()[0], 1),
    }
