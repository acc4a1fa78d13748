"""`manage.py sample_desk`: fill an empty desk with an invented institute, to try things out."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from desk.setup_file.entries import DeskFileError
from thinktank.sample.loading import DeskNotEmpty, load_sample


class Command(BaseCommand):
    help = (
        "Fill an empty desk with an invented institute: people, outlets, disclaimers, forty pieces, and one account "
        "for each role. Refuses if the desk has pieces already."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        file = settings.DESK_HOME / "sample-accounts.json"
        try:
            pieces, passwords = load_sample(clock=timezone.now, passwords_to=file, progress=self._progress)
        except DeskNotEmpty as error:
            raise CommandError(str(error)) from error
        except DeskFileError as error:
            raise CommandError(
                f"The sample desk does not fit beside what is on this one: {error.problems[0].sentence}"
            ) from error
        if not options["verbosity"]:
            return
        if not self.stdout.isatty():
            report = {"pieces": dict(pieces), "accounts": passwords, "accounts_file": str(file)}
            self.stdout.write(json.dumps(report))
            return
        counts = ", ".join(f"{count} {state}" for state, count in pieces.items())
        self.stdout.write(f"The sample desk is here: {pieces.total()} pieces ({counts}).")
        for username, password in passwords.items():
            self.stdout.write(f"  {username:18} {password}")
        self.stdout.write(f"The passwords are kept in {file}.")

    def _progress(self, done: int, total: int) -> None:
        if self.stderr.isatty():
            ending = "\n" if done == total else ""
            self.stderr.write(f"\r{done} of {total} pieces", str, ending=ending)
