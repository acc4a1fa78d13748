"""`manage.py empty_trash`: the command of `articles`, and with it what was typed and never saved for 30 days.

Django takes the command of the app that stands first in `INSTALLED_APPS`; `articles` knows no buffers.
"""

from typing import Any

from django.utils import timezone

from articles.management.commands.empty_trash import Command as EmptyTrash
from desk.models import Buffer, Lease


class Command(EmptyTrash):
    help = f"{EmptyTrash.help} What was typed and not saved 30 days ago goes too."

    def handle(self, *args: Any, dry_run: bool, json: bool, **options: Any) -> None:
        if not dry_run:
            at = timezone.now()
            Buffer.objects.old(at).delete()
            Lease.objects.old(at).delete()
        super().handle(*args, dry_run=dry_run, json=json, **options)
