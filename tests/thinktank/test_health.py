"""A supervisor's two questions."""

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import OperationalError
from django.test import Client


def test_the_process_answers_without_the_database(client: Client) -> None:
    assert client.get("/healthz").json() == {"process": True}  # no database mark: a query would fail


@pytest.mark.django_db
def test_a_migrated_desk_is_ready_and_asking_costs_no_session(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(2):
        response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"database": True, "migrations": True})
    assert not response.cookies


@pytest.mark.django_db
def test_a_missing_migration_is_not_ready(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("articles", "0001_initial")
    response = client.get("/readyz")
    problem = "The migration articles.0001_initial is not applied yet."
    assert response.status_code == 503
    assert response.json() == {"database": True, "migrations": False, "problem": problem}


@pytest.mark.django_db
def test_a_database_of_a_newer_version_is_not_ready(client: Client) -> None:
    MigrationRecorder(connection).record_applied("articles", "9999_from_tomorrow")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "articles.9999_from_tomorrow, which this version does not know" in response.json()["problem"]


def test_a_database_that_is_away_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(recorder: Any) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", refuse)
    monkeypatch.setattr(connection, "close", lambda: None)
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"database": False, "migrations": False})
