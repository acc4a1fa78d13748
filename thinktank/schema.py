"""Version of the database's schema: the migrations that the code knows, and those that the database has."""

import functools
from dataclasses import dataclass

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


@dataclass(frozen=True)
class Schema:
    """Migrations as sorted names like `articles.0001_initial`."""

    applied: tuple[str, ...]
    missing: tuple[str, ...]  # known to the code, not applied
    unknown: tuple[str, ...]  # applied, not known to the code

    @property
    def is_current(self) -> bool:
        return not self.missing and not self.unknown

    @property
    def problem(self) -> str:
        """A sentence for the operator; empty if code and database fit each other."""
        if self.unknown:
            return unknown_migrations(self.unknown, "This database")
        return f"The migration {self.missing[0]} is not applied yet." if self.missing else ""


def current_schema() -> Schema:
    """Schema of the desk's database. One query, two if no migration has run."""
    applied = {f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()}
    known = known_migrations()
    return Schema(tuple(sorted(applied)), tuple(sorted(known - applied)), tuple(sorted(applied - known)))


@functools.cache
def known_migrations() -> frozenset[str]:
    """All migrations on disk."""
    disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return frozenset(f"{app}.{name}" for app, name in disk)


def unknown_migrations(unknown: tuple[str, ...], owner: str) -> str:
    """Sentence about migrations that this code does not know."""
    return (
        f"{owner} belongs to another, probably newer version of the desk: it has the migration {unknown[0]}"
        f"{f' and {len(unknown) - 1} more' if len(unknown) > 1 else ''}, which this version does not know."
    )
