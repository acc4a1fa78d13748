"""`manage.py reindex`: rebuild the search texts of editions that readers can get, delete those of ended ones."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from articles.indexing import reindex
from articles.models.edition import Edition, EditionText
from articles.states import LISTED


class Command(BaseCommand):
    help = "Rebuild the search texts. May be interrupted and run again; --after goes on behind an edition."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--after", type=int, default=0, help="go on behind the edition with this number")
        parser.add_argument(
            "--missing", action="store_true", help="only those that have none, or one of an earlier release"
        )

    def handle(self, *args: Any, after: int, missing: bool, **options: Any) -> None:
        at = timezone.now()
        ended = EditionText.objects.filter(edition__live_until__lte=at).delete()[0]
        wanted = Edition.objects.not_ended(at).filter(pk__gt=after)
        if missing:
            is_old = Q(text__head=None) | Q(text__ordered_at=None)
            wanted = wanted.filter(Q(form__in=LISTED), Q(text=None) | is_old)
        total, done = wanted.count(), 0
        for edition in wanted.order_by("pk").iterator(chunk_size=100):
            reindex(edition)
            done += 1
            if self.stderr.isatty() and done % 50 == 0:
                self.stderr.write(f"\r{done} of {total}, now behind {edition.pk}", ending="")
        with connection.cursor() as cursor:
            cursor.execute("SELECT raise_press_number()")  # readers may find something else now
        self.stdout.write(json.dumps({"indexed": done, "dropped": ended}))
