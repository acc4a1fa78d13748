"""`manage.py restore FILE`: fill an empty desk from a backup."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from thinktank.backup import BackupError, restore_backup


class Command(BaseCommand):
    help = "Make this empty desk the one in a backup, and migrate it to this version."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            restore_backup(options["file"])
        except BackupError as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(
            f"Restored {options['file']}. Start the desk again, so that it uses the restored key."
        )
