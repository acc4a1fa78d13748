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
from thinktank.bench.reissuing import reissue_all
from thinktank.bench.serving import BARE, DESK, Served, served
from thinktank.bench.texts import Writer
from thinktank.static_files import collect_if_changed

ARTICLES_ASKED_FOR = 500


class Command(BaseCommand):
    help = (
        "Measure article pages, the list and the feed on a generated desk of each size, in databases of its own that "
        "are kept for the next time. Interrupt it when you like: what is generated stays, and it goes on from there."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pieces", type=int, nargs="+", default=[1_000, 20_000], metavar="N")
        parser.add_argument("--seconds", type=float, default=8, help="for each figure (8)")
        parser.add_argument(
            "--reissue", type=int, metavar="N", help="measure instead how fast N published pages are updated"
        )
        parser.add_argument("--fresh", action="store_true", help="generate the desks anew")

    def handle(self, *args: Any, pieces: list[int], seconds: float, fresh: bool, **options: Any) -> None:
        if options["reissue"]:
            self._reissue(options["reissue"], fresh)
            return
        collect_if_changed()
        report: dict[str, Any] = {
            "cores": os.cpu_count(),
            "client": "wrk" if has_wrk() else "threads in Python (wrk was not found): a lower bound",
            "seconds": seconds,
        }
        try:
            report["desks"] = [self._desk(size, seconds, fresh) for size in sorted(pieces)]
        except KeyboardInterrupt:
            self.stderr.write("\nStopped. What was generated is kept; run it again to go on.", str)
            raise SystemExit(130) from None
        file = settings.DESK_HOME / "bench.json"
        file.write_text(json.dumps(report, indent=2) + "\n")
        if self.stdout.isatty():
            self.stdout.write("\n".join([*_table(report), f"The figures are kept in {file}."]))
        else:
            self.stdout.write(json.dumps(report))

    def _reissue(self, size: int, fresh: bool) -> None:
        database.enter(size, fresh=fresh)
        self._generate(size)
        found = reissue_all(clock=timezone.now, progress=lambda done: self._progress(done, size, "Updated"))
        self.stdout.write(json.dumps({"cores": os.cpu_count(), **found}))

    def _desk(self, size: int, seconds: float, fresh: bool) -> dict[str, Any]:
        url = database.enter(size, fresh=fresh)
        self._generate(size)
        self._say(f"Measuring a desk of {size:,} pieces.")
        pages = {"article": self._addresses(size), "list of 20": ["/"], "feed": ["/feed.rss"]}
        log = settings.DESK_HOME / "bench.log"
        with served(BARE, log) as bare, served(DESK, log, url) as desk:
            return {
                "pieces": size,
                "pages": {name: _page(bare, desk, paths, seconds) for name, paths in pages.items()},
                "memory_mb": round(desk.megabytes(), 1),
                "first_page_after_s": round(desk.first_page_after, 2),
            }

    def _addresses(self, size: int) -> list[str]:
        """Of articles from all over the desk's years."""
        newest = Edition.objects.listed(timezone.now()).values_list("permalink__path", flat=True)
        return list(newest[:: max(1, size // ARTICLES_ASKED_FOR)])

    def _generate(self, size: int) -> None:
        players = cast(Writer(seed=0), timezone.now)
        there = Edition.objects.count()
        if there >= size:
            return
        writer = Writer(seed=there + 1)
        fill(players, writer, size, clock=timezone.now, progress=lambda done: self._progress(done, size))
        database.tidy()

    def _progress(self, done: int, size: int, what: str = "Generated") -> None:
        if self.stderr.isatty():
            said = f"\r{what} {done:,} of {size:,} pieces"
            self.stderr.write(said, str, ending="\n" if done >= size else "")

    def _say(self, sentence: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(sentence, str)


def _page(bare: Served, desk: Served, paths: list[str], seconds: float) -> dict[str, float]:
    """One kind of page, beside what bare Django does in the same minute."""
    measure(desk.address, paths, 1)  # templates and connections are there from then on
    yardstick = measure(bare.address, ["/"], seconds / 2)
    before = desk.processor_seconds()
    found = measure(desk.address, paths, seconds)
    spent = desk.processor_seconds() - before
    return _as_json(found, yardstick, spent)


def _as_json(found: Figures, bare: Figures, processor_seconds: float) -> dict[str, float]:
    """`processor_ms`: what a request costs the web processes, however busy the machine is with other things."""
    return {
        "per_second": round(found.per_second),
        "bare_per_second": round(bare.per_second),
        "of_bare": round(found.per_second / bare.per_second, 3),
        "processor_ms": round(processor_seconds / max(1, found.requests) * 1000, 2),
        "p50_ms": round(found.p50_ms, 2),
        "p99_ms": round(found.p99_ms, 2),
        "failed": found.failed,
    }


_COLUMNS = {
    "per_second": ("req/s", ",.0f"),
    "of_bare": ("of bare", ".1%"),
    "processor_ms": ("cpu ms", ".2f"),
    "p50_ms": ("p50 ms", ".2f"),
    "p99_ms": ("p99 ms", ".2f"),
    "failed": ("failed", ",.0f"),
}


def _table(report: dict[str, Any]) -> list[str]:
    lines = [
        f"{report['cores']} cores, 8 connections, client: {report['client']}. "
        "“of bare”: beside Django with no middleware, no query and one constant answer, in the same minute."
    ]
    for desk in report["desks"]:
        heads = "".join(f"{head:>10}" for head, _ in _COLUMNS.values())
        lines += ["", f"{str(desk['pieces']) + ' pieces':16}{heads}"]
        for name, row in desk["pages"].items():
            cells = "".join(f"{row[column]:>10{form}}" for column, (_, form) in _COLUMNS.items())
            lines.append(f"  {name:14}{cells}")
        memory, first = desk["memory_mb"], desk["first_page_after_s"]
        lines.append(f"  memory of the web processes {memory} MB; first page {first} s after the start")
    return lines
