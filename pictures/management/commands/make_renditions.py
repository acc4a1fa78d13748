"""`manage.py make_renditions`: make the sizes of pictures that are missing. `make run` keeps one running."""

import json
import os
import signal
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from pictures.models import StoredFile
from pictures.worker.loop import work_off, work_until

NICENESS = 10  # readers' pages go first


class Command(BaseCommand):
    help = "Make the sizes of pictures that are missing, and write them to the storage."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--keep-running", action="store_true", help="and wait for more, until it is ended"
        )

    def handle(self, *args: Any, keep_running: bool, **options: Any) -> None:
        if keep_running:
            os.nice(NICENESS)
            ends: list[int] = []
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda number, frame: ends.append(number))
            work_until(lambda: bool(ends))
            return
        figures = {"made": work_off(), "left": StoredFile.objects.filter(stored_at=None).count()}
        if sys.stdout.isatty():
            self.stdout.write(f"{figures['made']} files are made and stored, {figures['left']} are left.")
        else:
            self.stdout.write(json.dumps(figures))
