"""`manage.py prepare`: make an installed desk ready to serve. Safe to repeat."""

import io
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection

from articles.models.article import Article
from disclaimers.models import Institution
from thinktank import welcome
from thinktank.backup import BackupError
from thinktank.backup.before_migrating import backup_before_migrating, end_upgrade
from thinktank.local_postgres.base import create_default_database, write_out_default_database
from thinktank.sample import open_accounts
from thinktank.schema import current_schema
from thinktank.static_files import collecting


class Command(BaseCommand):
    help = (
        "Make the desk ready to serve: back up, migrate, set up groups and static files, fill an empty desk."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Report progress on standard error, and on standard output the links and passwords to show at the end."""
        create_default_database()
        has_changed = self._migrate()
        call_command("setup_groups", verbosity=0, stdout=self.stderr)
        if collecting.collect_if_changed():
            self._say("Collected the static files.")
        if self._is_empty() and self._wants_sample():
            self._say("Filling the empty desk with a sample.")
            call_command("sample_desk", verbosity=0, stdout=self.stderr)
            has_changed = True
        if has_changed:
            write_out_default_database()
        # Stops here if a sample account could log in on a public desk.
        self.check(databases=["default"], display_num_errors=False)
        self._print_logins()

    def _migrate(self) -> bool:
        """Bring the database to this version, after a backup; True if it was not yet.

        Raises CommandError if it belongs to another one.
        """
        folder, schema = settings.DESK_HOME / "backups", current_schema()
        if schema.unknown:
            raise CommandError(
                f"{schema.problem} It is not served. Install that version; or restore a backup from before it, "
                f"such as those in {folder}, into a new database."
            )
        if schema.missing:
            backup = self._back_up() if self._has_articles() else None
            self._say("Setting up the database.")
            try:
                call_command("migrate", verbosity=0, interactive=False)
            except Exception:
                if backup:
                    self._say(f"The migration failed. The desk as it was before is in {backup}.")
                raise
            # A migration that changes what search asks for leaves the texts to this step.
            call_command("reindex", missing=True, stdout=io.StringIO(), stderr=self.stderr)
        end_upgrade(folder)
        return bool(schema.missing)

    def _back_up(self) -> Path:
        try:
            file, is_new = backup_before_migrating(settings.DESK_HOME / "backups")
        except BackupError as problem:
            raise CommandError(
                f"{problem} The database is not migrated, and the desk is not served."
            ) from None
        done = "Wrote" if is_new else "Kept, from the first try of this upgrade:"
        self._say(f"{done} {file}, the desk before it is migrated.")
        return file

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
