"""`manage.py bench`: measure pages per second, memory, and the time to the first page after a start."""

import json
import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.models import Edition
from thinktank.bench import database
from thinktank.bench.bringing import bringing_line, measure_bringing
from thinktank.bench.cast import cast
from thinktank.bench.desk_pages import desk_lines, measure_desk_pages
from thinktank.bench.illustrated import illustrate, illustrated_line
from thinktank.bench.keeping import measure_typing, typing_line
from thinktank.bench.load import Figures, has_wrk, measure
from thinktank.bench.opening import measure_opening, opening_line
from thinktank.bench.pieces import fill
from thinktank.bench.reader_pages import reader_addresses
from thinktank.bench.reissuing import reissue_all
from thinktank.bench.searches import search_addresses
from thinktank.bench.serving import BARE, DESK, RunningServer, serve
from thinktank.bench.texts import Writer
from thinktank.bench.uploads import measure_uploads, upload_lines
from thinktank.static_files.collecting import collect_if_changed

ARTICLES_ASKED_FOR = 500
READ_BEFORE = 20
"""Articles that are asked for again and again; of the 500 most are drawn for the first time since the start."""


class Command(BaseCommand):
    help = (
        "Measure article pages, the list, the feed and the desk's first pages on a generated desk of each size, in "
        "databases of its own that are kept for the next time. Interrupt it when you like: what is generated stays, "
        "and it goes on from there."
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
            report["pictures"] = self._pictures(seconds)
            report["uploads"] = self._uploads()
            report["form"] = self._form()
            report["word_file"] = self._word_file()
            report["typing"] = self._typing(min(pieces), seconds)
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
        figures = reissue_all(clock=timezone.now, progress=lambda done: self._progress(done, size, "Updated"))
        self.stdout.write(json.dumps({"cores": os.cpu_count(), **figures}))

    def _desk(self, size: int, seconds: float, fresh: bool) -> dict[str, Any]:
        url = database.enter(size, fresh=fresh)
        self._generate(size)
        self._say(f"Measuring a desk of {size:,} pieces.")
        pages = {
            "article": (articles := self._addresses(size)),
            "article, again": articles[:READ_BEFORE],
            **reader_addresses(),
            **search_addresses(size),
        }
        log = settings.DESK_HOME / "bench.log"
        with serve(BARE, log) as bare, serve(DESK, log, url, SECRET_KEY=settings.SECRET_KEY) as desk:
            return {
                "pieces": size,
                "pages": {name: _page(bare, desk, paths, seconds) for name, paths in pages.items()},
                "desk_pages": measure_desk_pages(desk),
                "memory_mb": round(desk.megabytes(), 1),
                "first_page_after_s": round(desk.first_page_after, 2),
            }

    def _pictures(self, seconds: float) -> dict[str, Any]:
        url = database.enter(0)
        self._say("Measuring pages with pictures.")
        figures = illustrate(cast(Writer(seed=0), timezone.now), timezone.now)
        paths, log = figures.pop("paths"), settings.DESK_HOME / "bench.log"
        with serve(BARE, log) as bare, serve(DESK, log, url) as desk:
            pages = {name: _page(bare, desk, [path], seconds) for name, path in paths.items()}
        return {**figures, "pages": pages}

    def _uploads(self) -> dict[str, float]:
        url = database.enter(0)
        self._generate(0)
        self._say("Measuring uploads.")
        return measure_uploads(url, settings.DESK_HOME / "bench.log")

    def _form(self) -> dict[str, float]:
        url = database.enter(0)
        self._generate(0)
        self._say("Measuring the form of a piece.")
        return measure_opening(url, settings.DESK_HOME / "bench.log", timezone.now)

    def _word_file(self) -> dict[str, float]:
        url = database.enter(0)
        self._generate(0)
        self._say("Measuring Word files.")
        return measure_bringing(url, settings.DESK_HOME / "bench.log")

    def _typing(self, size: int, seconds: float) -> dict[str, float]:
        url = database.enter(size)
        self._generate(size)
        self._say("Measuring twenty editors who type.")
        return measure_typing(url, settings.DESK_HOME / "bench.log", seconds)

    def _addresses(self, size: int) -> list[str]:
        """Paths of about `ARTICLES_ASKED_FOR` articles from all years."""
        newest = Edition.objects.listed(timezone.now()).values_list("permalink__path", flat=True)
        return list(newest[:: max(1, size // ARTICLES_ASKED_FOR)])

    def _generate(self, size: int) -> None:
        bench_cast = cast(Writer(seed=0), timezone.now)
        count = Edition.objects.count()
        if count >= size:
            return
        writer = Writer(seed=count + 1)
        fill(bench_cast, writer, size, clock=timezone.now, progress=lambda done: self._progress(done, size))
        database.tidy()

    def _progress(self, done: int, size: int, what: str = "Generated") -> None:
        if self.stderr.isatty():
            line = f"\r{what} {done:,} of {size:,} pieces"
            self.stderr.write(line, str, ending="\n" if done >= size else "")

    def _say(self, sentence: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(sentence, str)


def _page(bare: RunningServer, desk: RunningServer, paths: list[str], seconds: float) -> dict[str, float]:
    """Measure one kind of page, and bare Django in the same minute for comparison."""
    measure(desk.address, paths, 1)  # warms up templates and connections
    comparison = measure(bare.address, ["/"], seconds / 2)
    before = desk.processor_seconds()
    figures = measure(desk.address, paths, seconds)
    return _as_json(figures, comparison, desk.processor_seconds() - before)


def _as_json(page: Figures, bare: Figures, processor_seconds: float) -> dict[str, float]:
    """The measurement of a kind of page, for the report.

    `processor_ms` is the processor time of a request in the web processes; other load on the machine does not change
    it.
    """
    return {
        "per_second": round(page.per_second),
        "bare_per_second": round(bare.per_second),
        "of_bare": round(page.per_second / bare.per_second, 3),
        "processor_ms": round(processor_seconds / max(1, page.requests) * 1000, 2),
        "p50_ms": round(page.p50_ms, 2),
        "p99_ms": round(page.p99_ms, 2),
        "failed": page.failed,
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
        lines += [*_rows(desk["pages"]), *desk_lines(desk["desk_pages"])]
        memory, first = desk["memory_mb"], desk["first_page_after_s"]
        lines.append(f"  memory of the web processes {memory} MB; first page {first} s after the start")
    pictures = report["pictures"]
    lines += ["", "pictures", *_rows(pictures["pages"]), illustrated_line(pictures)]
    return [
        *lines,
        *upload_lines(report["uploads"]),
        opening_line(report["form"]),
        bringing_line(report["word_file"]),
        typing_line(report["typing"]),
    ]


def _rows(pages: dict[str, dict[str, float]]) -> list[str]:
    """A line for each kind of page."""
    return [
        f"  {name:14}" + "".join(f"{row[column]:>10{form}}" for column, (_, form) in _COLUMNS.items())
        for name, row in pages.items()
    ]
