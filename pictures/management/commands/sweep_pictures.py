"""`manage.py sweep_pictures`: compare the files of pictures with their rows, and mend what can be mended."""

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pictures.worker.sweep import Sweep, sweep


class Command(BaseCommand):
    help = "Remove files of pictures that no row names, and have lost sizes made again."

    def handle(self, *args: Any, **options: Any) -> None:
        found = Sweep()
        for found in sweep():
            if sys.stderr.isatty():
                self.stderr.write(f"\r{found.looked_at} files looked at", ending="")
        if sys.stdout.isatty():
            self.stdout.write(
                f"{found.looked_at} files: {found.without_row} without a row are removed, "
                f"{found.to_make_again} lost sizes are made again."
            )
        else:
            self.stdout.write(json.dumps(asdict(found)))
        if found.lost:
            raise CommandError(f"Lost, bring them back from a backup: {', '.join(found.lost)}")
