"""`manage.py backup FILE`: write the whole desk to one file."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from thinktank.backup import BackupError, write_backup


class Command(BaseCommand):
    help = "Write database, media and keys to one checked file that only you can read."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            contents = write_backup(options["file"])
        except BackupError as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(f"Wrote {options['file']}: {contents}.")
        if bucket := settings.STORAGES["pictures"].get("OPTIONS", {}).get("bucket_name"):
            self.stdout.write(
                f"The files of pictures and pieces are in the bucket {bucket} and not in this file: "
                "have its server keep versions, or copy the bucket too."
            )
        self.stdout.write(
            "It holds the secret key: keep it where only you can read. To prove it: manage.py restore --check"
            f" {options['file']}"
        )
