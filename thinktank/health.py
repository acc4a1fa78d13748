"""Health checks for a supervisor or load balancer."""

import functools

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from .local_postgres.errors import LocalPostgresError


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Respond with 200 as long as the process runs. Makes no query."""
    return JsonResponse({"process": True})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Respond with 200 if the database answers and all migrations are applied, else 503. The JSON says which."""
    ready = {"database": False, "migrations": False}
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
        ready = {"database": True, "migrations": known_migrations() <= applied}
    except (DatabaseError, LocalPostgresError):
        connection.close()
    return JsonResponse(ready, status=200 if all(ready.values()) else 503)


@functools.cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """All migrations on disk, as (app label, name)."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
