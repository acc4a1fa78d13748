"""Measure how long the form of a piece takes to open, and whether that grows with its versions."""

import statistics
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from articles.acts import save_draft
from articles.models import Article, Byline
from desk.pages import form_address
from disclaimers.models import Institution, Kind
from thinktank.bench.asking import Browser, queries_of
from thinktank.bench.serving import DESK, serve
from thinktank.bench.texts import Writer
from thinktank.bench.uploads import session_cookies

VERSIONS, TURNS = 200, 12
PROMISED_MS, PROMISED_QUERIES = 400, 25


def measure_opening(
    database_url: str, log: Path, clock: Callable[[], datetime], *, versions: int = VERSIONS
) -> dict[str, float]:
    """Milliseconds until the form stands, of processor time among them, and its queries.

    `of_once`: what the form of a piece with one version takes, asked for in turn with the other.
    """
    once, often = (
        _piece(headline, clock, wanted) for headline, wanted in (("Saved once", 1), ("Saved often", versions))
    )
    cookies = session_cookies()
    queries = queries_of(form_address(often))
    with serve(DESK, log, database_url, SECRET_KEY=settings.SECRET_KEY) as server:
        browser = Browser(server, cookies)
        for piece in (once, often) * 2:  # warms up
            browser.get(form_address(piece))
        short, long, spent = [], [], 0.0
        for _ in range(TURNS):
            short.append(browser.get(form_address(once)))
            before = server.processor_seconds()
            long.append(browser.get(form_address(often)))
            spent += server.processor_seconds() - before
    milliseconds = statistics.median(answer.milliseconds for answer in long)
    return {
        "versions": versions,
        "ms": round(milliseconds, 1),
        "processor_ms": round(spent / TURNS * 1000, 1),
        "of_once": round(milliseconds / statistics.median(answer.milliseconds for answer in short), 2),
        "queries": queries,
        "failed": sum(answer.status != 200 for answer in short + long),
    }


def opening_line(figures: dict[str, float]) -> str:
    return (
        f"  form of a piece with {figures['versions']} versions: {figures['ms']} ms (promised {PROMISED_MS}), "
        f"{figures['processor_ms']} ms of processor time, {figures['of_once']} times that of one version, "
        f"{figures['queries']} queries (promised {PROMISED_QUERIES}), {figures['failed']} failed"
    )


def _piece(headline: str, clock: Callable[[], datetime], versions: int) -> int:
    """The key of a piece of about 2,500 words with two authors and so many versions."""
    article = Article.objects.filter(headline=headline).first() or _create_piece(headline)
    saved = article.revisions.count()
    for number in range(saved + 1, versions + 1):
        article.dek = f"As it stood at version {number}."
        article.save(update_fields=["dek"])
        save_draft(article, by=None, at=clock())
    return article.pk


def _create_piece(headline: str) -> Article:
    writer = Writer(seed=3)
    article = Article.objects.create(
        institution=Institution.objects.get(code="bench"),
        kind=Kind.objects.order_by("id")[0],
        headline=headline,
        body="".join(writer.text().body for _ in range(3)),
    )
    Byline.objects.bulk_create(Byline(article=article, name=writer.name()) for _ in range(2))
    return article
