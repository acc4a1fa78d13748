"""Measure the pages on which editors begin: My desk, and the list of pieces with and without a filter."""

import statistics

from django.urls import reverse

from desk.pieces.missing import BLOCKED
from thinktank.bench.asking import Browser, queries_of
from thinktank.bench.serving import RunningServer
from thinktank.bench.uploads import session_cookies

TURNS = 12


def measure_desk_pages(server: RunningServer) -> dict[str, dict[str, float]]:
    """Milliseconds until each page is there, of processor time among them, and its queries."""
    browser, listed = Browser(server, session_cookies()), reverse("admin:articles_article_changelist")
    pages = {
        "My desk": reverse("admin:index"),
        "list of pieces": f"{listed}?view=all",
        "what cannot go out": f"{listed}?missing={BLOCKED}",
    }
    return {name: _measure(server, browser, path) for name, path in pages.items()}


def desk_lines(figures: dict[str, dict[str, float]]) -> list[str]:
    return [
        f"  {name:20}{page['ms']} ms, {page['processor_ms']} ms of processor time, {page['queries']} queries, "
        f"{page['failed']} failed"
        for name, page in figures.items()
    ]


def _measure(server: RunningServer, browser: Browser, path: str) -> dict[str, float]:
    for _ in range(2):  # warms up
        browser.get(path)
    before = server.processor_seconds()
    answers = [browser.get(path) for _ in range(TURNS)]
    spent = server.processor_seconds() - before
    return {
        "ms": round(statistics.median(answer.milliseconds for answer in answers), 1),
        "processor_ms": round(spent / TURNS * 1000, 1),
        "queries": queries_of(path),
        "failed": sum(answer.status != 200 for answer in answers),
    }
