"""`manage.py bench`: pages a second, memory, and the time from a cold start. A measurement, not a test."""

import json
import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.models import Edition
from thinktank.bench import database
from thinktank.bench.cast import cast
from thinktank.bench.load import Figures, has_wrk, measure
from thinktank.bench.pieces import fill
from thinktank.bench.serving import BARE, DESK, served
from thinktank.bench.texts import Writer
from thinktank.statics import collect_if_changed

ARTICLES_ASKED_FOR = 500


class Command(BaseCommand):
    help = (
        "Measure article pages, the list and the feed on a generated desk of each size, in databases of its own that "
        "are kept for the next time. Interrupt it when you like: what is generated stays, and it goes on from there."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pieces", type=int, nargs="+", default=[1_000, 20_000], metavar="N")
        parser.add_argument("--seconds", type=float, default=8, help="for each figure (8)")
        parser.add_argument("--fresh", action="store_true", help="generate the desks anew")

    def handle(self, *args: Any, pieces: list[int], seconds: float, fresh: bool, **options: Any) -> None:
        collect_if_changed()
        report: dict[str, Any] = {
            "cores": os.cpu_count(),
            "client": "wrk" if has_wrk() else "threads in Python (wrk was not found): a lower bound",
            "seconds": seconds,
        }
        try:
            report["desks"] = [self._desk(size, seconds, fresh) for size in sorted(pieces)]
        except KeyboardInterrupt:
            self.stderr.write("\nStopped. What was generated is kept; run it again to go on.")
            raise SystemExit(130) from None
        file = settings.DESK_HOME / "bench.json"
        file.write_text(json.dumps(report, indent=2) + "\n")
        if self.stdout.isatty():
            self.stdout.write("\n".join([*_table(report), f"The figures are kept in {file}."]))
        else:
            self.stdout.write(json.dumps(report))

    def _desk(self, size: int, seconds: float, fresh: bool) -> dict[str, Any]:
        url = database.enter(size, fresh=fresh)
        self._generate(size)
        self._say(f"Measuring a desk of {size:,} pieces.")
        with served(BARE) as server:
            bare = measure(server.address, ["/"], seconds)
        newest = Edition.objects.listed(timezone.now()).select_related("permalink")
        step = max(1, size // ARTICLES_ASKED_FOR)
        articles = [edition.permalink.path for edition in newest.only("permalink__slug")[::step]]
        pages = {"article": articles, "list of 20": ["/"], "feed": ["/feed.rss"]}
        with served(DESK, url) as server:
            figures = {name: measure(server.address, paths, seconds) for name, paths in pages.items()}
            return {
                "pieces": size,
                "bare": _as_json(bare, bare),
                "pages": {name: _as_json(found, bare) for name, found in figures.items()},
                "memory_mb": round(server.megabytes(), 1),
                "first_page_after_s": round(server.first_page_after, 2),
            }

    def _generate(self, size: int) -> None:
        players = cast(Writer(seed=0), timezone.now())
        there = Edition.objects.count()
        if there >= size:
            return
        writer = Writer(seed=there + 1)
        fill(players, writer, size, clock=timezone.now, progress=lambda done: self._progress(done, size))
        database.tidy()

    def _progress(self, done: int, size: int) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"\rGenerated {done:,} of {size:,} pieces", ending="\n" if done >= size else "")

    def _say(self, sentence: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(sentence)


def _as_json(found: Figures, bare: Figures) -> dict[str, float]:
    return {
        "per_second": round(found.per_second),
        "of_bare": round(found.per_second / bare.per_second, 3),
        "p50_ms": round(found.p50_ms, 2),
        "p99_ms": round(found.p99_ms, 2),
        "failed": found.failed,
    }


def _table(report: dict[str, Any]) -> list[str]:
    lines = [f"{report['cores']} cores; client: {report['client']}, 8 connections"]
    for desk in report["desks"]:
        lines += [
            "",
            f"{desk['pieces']:,} pieces{'req/s':>22}{'of bare':>9}{'p50 ms':>9}{'p99 ms':>9}{'failed':>8}",
        ]
        rows = {**desk["pages"], "bare Django": desk["bare"]}
        for name, row in rows.items():
            lines.append(
                f"  {name:24}{row['per_second']:>9,}{row['of_bare']:>9.1%}{row['p50_ms']:>9.2f}{row['p99_ms']:>9.2f}"
                f"{row['failed']:>8}"
            )
        memory, first = desk["memory_mb"], desk["first_page_after_s"]
        lines.append(f"  memory of the web processes {memory} MB; first page {first} s after the start")
    return lines
