"""`manage.py prepare`: make an installed desk ready to serve. Safe to repeat."""

import os
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from articles.models.article import Article
from disclaimers.models import Institution
from thinktank import static_files, welcome
from thinktank.backup import write_backup
from thinktank.health import known_migrations
from thinktank.sample import open_accounts

KEPT_BACKUPS = 5


class Command(BaseCommand):
    help = (
        "Make the desk ready to serve: back up, migrate, set up groups and static files, fill an empty desk."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Report progress on standard error, and on standard output the links and passwords to show at the end."""
        self._migrate()
        call_command("setup_groups", verbosity=0, stdout=self.stderr)
        if static_files.collect_if_changed():
            self._say("Collected the static files.")
        if self._is_empty() and self._wants_sample():
            self._say("Filling the empty desk with a sample.")
            call_command("sample_desk", verbosity=0, stdout=self.stderr)
        # Stops here if a sample account could log in on a public desk.
        self.check(databases=["default"], display_num_errors=False)
        self._print_logins()

    def _migrate(self) -> None:
        applied = set(MigrationRecorder(connection).applied_migrations())
        if known_migrations() <= applied:
            return
        if self._has_articles():
            folder = settings.DESK_HOME / "backups"
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / f"before-migrating-{datetime.now(UTC):%Y%m%dT%H%M%S}.zip"
            self._say(f"Writing {file} before migrating.")
            write_backup(file)
            for old in sorted(folder.glob("before-migrating-*.zip"))[:-KEPT_BACKUPS]:
                old.unlink()
        self._say("Setting up the database.")
        call_command("migrate", verbosity=0, interactive=False)

    def _has_articles(self) -> bool:
        """True if the articles table exists and has a row. Uses SQL: the models may need columns not yet migrated."""
        with connection.cursor() as cursor:
            if "articles_article" not in connection.introspection.table_names(cursor):
                return False
            cursor.execute("SELECT EXISTS (SELECT FROM articles_article)")
            return bool(cursor.fetchone()[0])

    def _is_empty(self) -> bool:
        return not any(model.objects.exists() for model in (Article, Institution, get_user_model()))

    def _wants_sample(self) -> bool:
        return open_accounts.are_allowed() and os.environ.get("DESK_SAMPLE", "1") != "0"

    def _print_logins(self) -> None:
        """Print the sample accounts' passwords, and a welcome link as long as no administrator exists."""
        if open_accounts.are_allowed() and (passwords := open_accounts.passwords()):
            self.stdout.write("Sample accounts, unless you changed them:")
            for name, password in sorted(passwords.items()):
                self.stdout.write(f"  {name:<18} {password}")
        if not welcome.has_administrator():
            link = f"{settings.SITE_URL}/welcome/{welcome.issue_token()}/"
            self.stdout.write(f"Make the first administrator, once: {link}")

    def _say(self, sentence: str) -> None:
        self.stderr.write(sentence, self.style.NOTICE)
