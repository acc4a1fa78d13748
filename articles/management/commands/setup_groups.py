"""`manage.py setup_groups`: create the desk's groups, and give them what a new version of the desk adds."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.groups import set_up_groups


class Command(BaseCommand):
    help = (
        "Create the groups Authors, Editors and Publishers, and give them the permissions that are new since the last "
        "time. What an administrator changed in a group stays."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reset",
            action="store_true",
            help="Give the groups exactly the permissions the desk comes with.",
        )

    def handle(self, *args: Any, reset: bool = False, **options: Any) -> None:
        changed = set_up_groups(reset=reset)
        self.stdout.write(
            f"Groups set up: {', '.join(changed)}." if changed else "Groups are as they should be."
        )
