"""`manage.py tell_hub`: tell the WebSub hub which feeds have changed. To be run each minute."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reading.feeds.hub import tell_hub


class Command(BaseCommand):
    help = (
        "Tell the hub named by WEBSUB_HUB which feeds have changed since the last run, scheduled pieces included. What "
        "it does not take is told again after 1, 5, 15 minutes, 1 and 4 hours, then daily for a week."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.WEBSUB_HUB:
            self.stdout.write("No hub is set (WEBSUB_HUB): there is nobody to tell.")
            return
        report = tell_hub(settings.WEBSUB_HUB, timezone.now())
        self.stdout.write(f"Feeds told to the hub: {len(report.told)}")
        if report.problems:
            address, problem = next(iter(report.problems.items()))
            raise CommandError(
                f"The hub did not take {len(report.problems)} feeds; the next run tries again. "
                f"{address}: {problem}"
            )
