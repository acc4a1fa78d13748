"""Every migration goes back and forth over the sample desk, or refuses before it touches anything.

The steps are read from the project, so a migration that lands later is tried too.
"""

import io
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.exceptions import IrreversibleError
from django.db.migrations.loader import MigrationLoader

from thinktank.environment import PROJECT
from thinktank.schema import current_schema

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

Step = tuple[str, str, str]  # app, migration, and the one before it or "zero"


def steps() -> list[Step]:
    """Our migrations in an order in which they can be taken back, the newest first."""
    graph = MigrationLoader(None, ignore_no_migrations=True).graph
    plan: list[tuple[str, str]] = []
    for leaf in sorted(graph.leaf_nodes()):
        plan += [key for key in graph.forwards_plan(leaf) if key not in plan]
    ours = {config.label for config in apps.get_app_configs() if Path(config.path).parent == PROJECT}
    found = []
    for app, name in reversed(plan):
        before = [parent.key[1] for parent in graph.node_map[app, name].parents if parent.key[0] == app]
        if app in ours:
            found.append((app, name, max(before, default="zero")))
    return found


def rows() -> dict[str, int]:
    """Number of rows of each table of the desk's own apps."""
    models = (model for model in apps.get_models() if not model._meta.proxy and model._meta.managed)
    with connection.cursor() as cursor:
        counts = {}
        for model in models:
            cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')
            counts[model._meta.db_table] = cursor.fetchone()[0]
    return {table: count for table, count in counts.items() if not table.startswith(("auth_", "django_"))}


def migrate(*target: str) -> None:
    call_command("migrate", *target, verbosity=0, interactive=False)


def test_each_step_goes_back_and_forth_with_rows_or_refuses_before_it_touches_anything(
    settings: Any, tmp_path: Path
) -> None:
    settings.DESK_HOME = tmp_path
    call_command("sample_desk", verbosity=0, stdout=io.StringIO())
    before = rows()
    assert before["articles_edition"] > 30
    for app, name, earlier in steps():
        if earlier == "zero":
            continue  # all of them below
        try:
            migrate(app, earlier)
        except IrreversibleError:
            assert current_schema().is_current, f"{app}.{name} changed something and then refused."
        with connection.cursor() as cursor:  # a table that the step back drops loses its rows; others may not
            tables = set(connection.introspection.table_names(cursor)) & before.keys()
        migrate()
        assert current_schema().is_current
        after = rows()
        lost = sorted(table for table in tables if after[table] != before[table])
        assert not lost, f"{app}.{name} back and forth changed the number of rows of {lost}."
        before = after


def test_all_apps_go_to_nothing_and_come_again_and_take_the_sample_again(
    settings: Any, tmp_path: Path
) -> None:
    settings.DESK_HOME = tmp_path
    call_command("sample_desk", verbosity=0, stdout=io.StringIO())
    for app, _, earlier in steps():
        if earlier == "zero":
            migrate(app, "zero")
    with connection.cursor() as cursor:
        assert "articles_article" not in connection.introspection.table_names(cursor)
    migrate()
    assert current_schema().is_current
    call_command("setup_groups", verbosity=0, stdout=io.StringIO())
    call_command("sample_desk", verbosity=0, stdout=io.StringIO())
    assert rows()["articles_edition"] > 30
