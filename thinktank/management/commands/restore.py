"""`manage.py restore FILE`: fill an empty desk from a backup, or only try whether that would work."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from thinktank.backup import BackupError, check_backup, restore_backup


class Command(BaseCommand):
    help = "Make this empty desk the one in a backup, and migrate it to this version."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--check",
            action="store_true",
            help="restore into a server of its own that is thrown away, and leave the desk alone",
        )

    def handle(self, *args: Any, file: Path, check: bool, **options: Any) -> None:
        try:
            backup = check_backup(file) if check else restore_backup(file)
        except BackupError as problem:
            raise CommandError(str(problem)) from None
        if check:
            self.stdout.write(f"{file} is good: it was restored into a server of its own. It holds {backup}.")
        else:
            self.stdout.write(f"Restored {file}: {backup}.")
            self.stdout.write(
                "See whether each picture and file is there: manage.py sweep_pictures --dry-run"
            )
            self.stdout.write("Start the desk again, so that it uses the restored key.")
