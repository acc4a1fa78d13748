"""`manage.py update_pages`: print many published pages again. Writes one JSON object for each piece."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.acts import batches
from articles.acts.errors import ActRefused
from articles.models.article import Article
from articles.models.batch import Batch, BatchItem
from articles.models.topic import Topic
from articles.press.comparison import changed_sentences
from authors.models import Author
from desk.renewed_words import CHOICES, subjects_for
from disclaimers.models import Institution, Kind, Licence, Wording, WordingCorrection
from outlets.models import Outlet


class Command(BaseCommand):
    help = (
        "Print published pages again, with what you name of it read from today's records. Each page is "
        "done by itself: interrupt it when you like, and --resume goes on. Prints one JSON object a piece."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--author", metavar="SLUG", help="every live piece that credits this person")
        which.add_argument("--outlet", metavar="SLUG", help="every live piece that names this outlet")
        which.add_argument("--topic", metavar="SLUG", help="every live piece about this topic")
        which.add_argument("--kind", metavar="CODE", help="every live piece of this content type")
        which.add_argument("--licence", metavar="CODE", help="every live piece under this licence")
        which.add_argument(
            "--wording", type=int, metavar="ID", help="every live page with this disclaimer text"
        )
        which.add_argument("--institution", metavar="CODE", help="every live piece of this institution")
        which.add_argument("--article", type=UUID, nargs="+", metavar="UUID", help="these pieces")
        which.add_argument("--resume", type=int, metavar="BATCH", help="go on with one that was interrupted")
        parser.add_argument("--correction", type=int, metavar="ID", help="the slip put right in that text")
        parser.add_argument(
            "--renew", nargs="+", choices=[name for name, _ in CHOICES], default=[], metavar="WHAT",
            help="what is read from today's records: " + ", ".join(name for name, _ in CHOICES)
            + "; left out: what the choice of pages is about",
        )  # fmt: skip
        parser.add_argument("--reason", default="", help="kept in the history of every piece")
        parser.add_argument("--by", default="", metavar="USERNAME", help="who is doing this")
        parser.add_argument("--dry-run", action="store_true", help="say what would change; write nothing")

    def handle(self, *args: Any, resume: int | None, dry_run: bool, **options: Any) -> None:
        if resume is not None:
            batch = _get_or_fail(Batch, "update", pk=resume)
            batches.resume(batch)
        else:
            batch, pieces = _batch_from_options(options)
            if dry_run:
                self._look(batch, pieces)
                return
            try:
                batches.begin(batch, at=timezone.now(), pieces=pieces)
            except ActRefused as refused:
                raise CommandError(str(refused)) from refused
        self._run(batch)

    def _look(self, batch: Batch, pieces: list[int] | None) -> None:
        at, counts = timezone.now(), Counter[str]()
        pages = list(batches.pages(batch, at, pieces).values_list("pk", flat=True))
        for preview in batches.preview(batch, pages, at=at):
            state = "refused" if preview.refusal else "would change" if preview.reprinted else "unchanged"
            counts[state] += 1
            line: dict[str, Any] = {"article": str(preview.edition.uuid), "state": state}
            if preview.reprinted:
                line["changes"] = [
                    asdict(change) for change in changed_sentences(preview.edition, preview.reprinted)
                ]
            self._line(line | ({"sentence": preview.refusal} if preview.refusal else {}))
            self._progress(counts.total(), len(pages))
        self._line({"pieces": len(pages), **counts})

    def _run(self, batch: Batch) -> None:
        total = batch.items.count()
        done = total - batch.items.filter(state=BatchItem.State.WAITING).count()
        self._line({"batch": batch.pk, "pieces": total})

        def report(item: BatchItem) -> None:
            nonlocal done
            done += 1
            line = {"article": str(item.article.uuid), "state": str(item.state)}
            self._line(line | ({"sentence": item.sentence} if item.sentence else {}))
            self._progress(done, total)

        try:
            batches.run(batch, clock=timezone.now, progress=report)
        except KeyboardInterrupt:
            self.stderr.write(f"\nStopped. Go on with --resume {batch.pk}.", str)
            sys.exit(130)
        states = Counter(batch.items.values_list("state", flat=True))
        self._line({"batch": batch.pk, **states})
        if states["waiting"]:
            self.stderr.write(
                f"Some wait: stopped, or in somebody’s hands. Go on with --resume {batch.pk}.", str
            )
        if states["refused"] or states["waiting"]:
            sys.exit(1)

    def _line(self, line: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(line, ensure_ascii=False))
        self.stdout.flush()

    def _progress(self, done: int, total: int) -> None:
        if self.stderr.isatty():
            stays = self.stdout.isatty() or done == total  # else one line that counts up
            self.stderr.write(f"\r{done} of {total} pages", ending="\n" if stays else "")


def _batch_from_options(options: dict[str, Any]) -> tuple[Batch, list[int] | None]:
    """A batch, not stored, and the keys of the pieces that `--article` names, or None."""
    batch = Batch(reason=options["reason"])
    if options["author"] is not None:
        batch.author = _get_or_fail(Author, "person", slug=options["author"])
    if options["outlet"] is not None:
        batch.outlet = _get_or_fail(Outlet, "outlet", slug=options["outlet"])
    if options["institution"] is not None:
        batch.institution = _get_or_fail(Institution, "institution", code=options["institution"])
    if options["topic"] is not None:
        batch.topic = _get_or_fail(Topic, "topic", slug=options["topic"])
    if options["kind"] is not None:
        batch.kind = _get_or_fail(Kind, "content type", code=options["kind"])
    if options["licence"] is not None:
        batch.licence = _get_or_fail(Licence, "licence", code=options["licence"])
    if options["wording"] is not None:
        batch.wording = _get_or_fail(Wording, "disclaimer text", pk=options["wording"])
    if options["correction"] is not None:
        batch.correction = _get_or_fail(
            WordingCorrection, "slip of that text", pk=options["correction"], wording=batch.wording
        )
    if options["by"]:
        batch.by = _get_or_fail(get_user_model(), "account", username=options["by"])
    pieces = [_get_or_fail(Article, "piece", uuid=uuid).pk for uuid in options["article"] or ()]
    batch.renewed = sorted(subjects_for(batch.record, options["renew"], batch.correction).codes)
    if not batch.renewed:
        raise CommandError("Say with --renew what of these pieces is read from today's records.")
    return batch, pieces or None


def _get_or_fail(model: Any, noun: str, **lookup: Any) -> Any:
    row = model.objects.filter(**lookup).first()
    if row is None:
        raise CommandError(f"There is no {noun} “{next(iter(lookup.values()))}”.")
    return getattr(row, "merged_into", None) or row
