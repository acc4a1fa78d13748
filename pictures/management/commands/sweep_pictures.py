"""`manage.py sweep_pictures`: compare the files of the library with their rows, and mend what can be mended."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pictures.worker.sweep import Sweep, sweep


class Command(BaseCommand):
    help = "Remove files of the library that no row names, and have lost sizes of pictures made again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what is found, and change nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        found = Sweep()
        for found in sweep(only_look=dry_run):
            if sys.stderr.isatty():
                self.stderr.write(f"\r{found.looked_at} files looked at", ending="")
        if sys.stdout.isatty():
            would = "would be" if dry_run else "are"
            self.stdout.write(
                f"{found.looked_at} files: {found.without_row} without a row {would} removed, "
                f"{found.to_make_again} lost sizes {would} made again."
            )
        else:
            self.stdout.write(json.dumps(asdict(found)))
        if found.lost:
            raise CommandError(f"Lost, bring them back from a backup: {', '.join(found.lost)}")
