"""Bare Django for comparison: no middleware, no query, one constant response."""

import os
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "thinktank.bench.bare_settings"

from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from thinktank.front.application import Front


def constant(request: HttpRequest, *args: Any) -> HttpResponse:
    return HttpResponse("constant")


urlpatterns = [path("", constant)]
application = Front(get_wsgi_application(), limit=1_000_000)  # served as the desk is
