"""`manage.py intake FILE…`: bring in manuscripts; one JSON object a file on standard output."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from intake.drafts.load_knowledge import load_knowledge
from intake.knowledge import Knowledge
from intake.take_file import Outcome, TakeOptions, take_file


class Command(BaseCommand):
    help = (
        "Bring in texts (.txt, .md, .html, .mht, .zip, .docx). What the desk recognises becomes bylines, dates, "
        "outlets and disclaimers; the rest is the body. The same file again changes nothing. Prints one JSON object "
        "a file."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--institution", default="", metavar="CODE", help="who publishes it")
        parser.add_argument("--kind", default="", metavar="CODE", help="which content type it is")
        parser.add_argument("--publish", action="store_true", help="put each before readers at once")
        parser.add_argument(
            "--archive", action="store_true", help="these ran on our old site: they are not new"
        )
        parser.add_argument(
            "--own-sentences",
            action="store_true",
            help="print the texts' own sentences on where they ran, not those of the house style",
        )
        parser.add_argument("--by", default="", metavar="USERNAME", help="who is doing this")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        knowledge = load_knowledge()
        take_options = _take_options(options, knowledge)
        refused = 0
        for number, path in enumerate(files, start=1):
            outcome = take_file(path, take_options, knowledge, clock=timezone.now)
            refused += outcome.status == "refused"
            self.stdout.write(_json_line(outcome))
            self.stdout.flush()
            self._show_progress(number, len(files))
        if refused:
            sys.exit(1)

    def _show_progress(self, number: int, total: int) -> None:
        """Count files on a terminal; on one line that counts up if the output goes elsewhere."""
        if self.stderr.isatty():
            ends_line = self.stdout.isatty() or number == total
            self.stderr.write(f"\r{number} of {total} files", ending="\n" if ends_line else "")


def _take_options(options: dict[str, Any], knowledge: Knowledge) -> TakeOptions:
    if options["institution"] and not knowledge.institution(options["institution"]):
        raise CommandError(f"There is no institution with the code “{options['institution']}”.")
    if options["kind"] and not knowledge.kind(options["kind"]):
        raise CommandError(f"There is no content type with the code “{options['kind']}”.")
    by = None
    if options["by"]:
        by = get_user_model().objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"There is no account called “{options['by']}”.")
    return TakeOptions(
        by,
        options["institution"],
        options["kind"],
        options["archive"],
        options["publish"],
        options["own_sentences"],
    )


def _json_line(outcome: Outcome) -> str:
    text = json.dumps(asdict(outcome), ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode()  # a file name may hold bytes that are no text
