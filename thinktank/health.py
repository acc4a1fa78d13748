"""Health checks for a supervisor or load balancer."""

from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from .local_postgres.errors import LocalPostgresError
from .schema import current_schema

ALIVE = b'{"process": true}'


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Respond with 200 as long as the process runs. Makes no query.

    In a worker of `make run` the front answers instead, without a thread.
    """
    return HttpResponse(ALIVE, content_type="application/json")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Respond with 200 if the database answers and has exactly the code's migrations, else 503. The JSON says why."""
    ready: dict[str, Any] = {"database": False, "migrations": False}
    try:
        schema = current_schema()
    except (DatabaseError, LocalPostgresError):
        connection.close()
        return JsonResponse(ready, status=503)
    ready = {"database": True, "migrations": schema.is_current}
    if schema.is_current:
        return JsonResponse(ready)
    return JsonResponse({**ready, "problem": schema.problem}, status=503)
