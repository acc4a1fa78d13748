"""The ASGI application that the desk's web server runs."""

import gc
from importlib import import_module

from django.conf import settings

from .front.application import Front
from .wsgi import application as wsgi_application

application = Front(wsgi_application, limit=settings.REQUEST_LIMIT)

import_module(settings.ROOT_URLCONF)  # with all views; else the first request would wait for them
# What is loaded by now stays, and so does most of what pages keep in memory. To look through both for garbage stopped a
# worker for a sixth of a second, several times in a thousand searches.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 50, 50)
