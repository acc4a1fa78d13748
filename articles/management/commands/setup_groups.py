"""`manage.py setup_groups`: create or update the desk's groups. Run as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.groups import set_up_groups


class Command(BaseCommand):
    help = "Make the groups Authors, Editors and Publishers hold exactly the rights the desk gives them."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = set_up_groups()
        self.stdout.write(
            f"Groups set up: {', '.join(changed)}." if changed else "Groups are as they should be."
        )
