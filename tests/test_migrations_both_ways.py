"""Every migration goes back and forth over the sample desk.

They are read from the project, so a migration that lands later is tried too.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from tests.database import in_a_copy
from thinktank.environment import PROJECT
from thinktank.schema import current_schema

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]


def first_migrations() -> list[tuple[str, str]]:
    """App and name of the first migration of each app of ours."""
    graph = MigrationLoader(None, ignore_no_migrations=True).graph
    ours = [config.label for config in apps.get_app_configs() if Path(config.path).parent == PROJECT]
    return [graph.root_nodes(app)[0] for app in ours if any(app == label for label, _ in graph.nodes)]


def rows() -> dict[str, int]:
    """Number of rows of each table of the desk's own apps that exists at present."""
    models = (model for model in apps.get_models() if not model._meta.proxy and model._meta.managed)
    tables = {model._meta.db_table for model in models}
    with connection.cursor() as cursor:
        counts = {}
        for table in tables.intersection(connection.introspection.table_names(cursor)):
            if not table.startswith(("auth_", "django_")):
                cursor.execute(f'SELECT count(*) FROM "{table}"')
                counts[table] = cursor.fetchone()[0]
    return counts


MADE_AGAIN = {"articles.0068_series_that_pieces_name": ("articles_press", "articles_series")}
"""Tables that a migration fills from what pieces say, by its name."""
BEFORE_RETRACTIONS = "articles.0028_who_retracts"
"""A release before this step knows no retraction, and none can come again without who retracted it."""


def has_column(table: str, name: str) -> bool:
    with connection.cursor() as cursor:
        return name in {
            column.name for column in connection.introspection.get_table_description(cursor, table)
        }


def call_retractions_withdrawals() -> None:
    """What whoever goes back behind that step has to do; notices are never rewritten otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE articles_notice DISABLE TRIGGER USER")
        cursor.execute("UPDATE articles_notice SET kind = 'withdrawal' WHERE kind = 'retraction'")
        cursor.execute("ALTER TABLE articles_notice ENABLE TRIGGER USER")


def go_to(targets: list[tuple[str, str | None]], after_each: Callable[[str], None]) -> None:
    """Go to these migrations (None: before the first) in one walk; states of all models are drawn up once for it."""

    def told(event: str, migration: Any = None, fake: bool = False) -> None:
        if event in ("apply_success", "unapply_success"):
            after_each(str(migration))

    executor = MigrationExecutor(connection, told)
    executor.migrate(targets or executor.loader.graph.leaf_nodes())


LEFT = """SELECT 'table', relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND relkind IN ('r', 'S', 'v') AND relname !~ '^(auth|django|taggit)_'
    UNION ALL SELECT 'function', proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND proname !~ '^_?pgtrigger_' AND NOT EXISTS (
            SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
    UNION ALL SELECT 'trigger', tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'type', typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
        AND typtype IN ('d', 'e')"""


def what_is_left() -> list[tuple[str, str]]:
    """What stands in the database beside the tables of other people's apps: it would be in the way of the next desk.

    (The functions of triggers stay behind a table that is dropped, and are replaced when they are made again.)
    An empty database takes all migrations: the tests' own is made so.
    """
    with connection.cursor() as cursor:
        cursor.execute(LEFT)
        return cursor.fetchall()


def test_migrations_go_back_and_forth_with_rows_and_back_to_nothing(settings: Any, tmp_path: Path) -> None:
    settings.DESK_HOME = tmp_path
    call_command("sample_desk", verbosity=0, stdout=io.StringIO())
    kept = rows()
    assert kept["articles_edition"] > 30

    def loses_no_row_of_what_stays(step: str) -> None:
        """A table that a step back drops is empty when it comes again; all others keep their rows."""
        if step == BEFORE_RETRACTIONS and not has_column("articles_notice", "issued_by"):
            call_retractions_withdrawals()
        found = rows()
        for table in MADE_AGAIN.get(step, ()):
            assert found[table], table
            kept[table] = found[table]
        lost = sorted(table for table in found if found[table] != kept.get(table, 0))
        assert not lost, f"{step} changed the number of rows of {lost}."
        for table in kept.keys() - found.keys():
            kept[table] = 0

    go_to([*first_migrations()], loses_no_row_of_what_stays)
    with in_a_copy():
        go_to([(app, None) for app, _ in first_migrations()], lambda step: None)
        assert what_is_left() == []
    go_to([], loses_no_row_of_what_stays)
    assert current_schema().is_current
