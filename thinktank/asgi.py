"""The ASGI application, which `make run` serves: Django's WSGI application behind the front."""

from django.conf import settings

from .front.application import Front
from .wsgi import application as wsgi_application

application = Front(wsgi_application, limit=settings.REQUEST_LIMIT)
