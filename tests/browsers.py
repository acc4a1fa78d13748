"""Clients that are logged in."""

import datetime as dt

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from desk.unsaved.site import USED_ON

BACKEND = "django.contrib.auth.backends.ModelBackend"


def open_session(user: User) -> None:
    """Log the account in once for all tests: `logged_in` finds the session by its key."""
    content = {
        SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: BACKEND, HASH_SESSION_KEY: user.get_session_auth_hash(),
        USED_ON: timezone.now().date().isoformat(),
    }  # fmt: skip
    Session.objects.create(
        session_key=_key(user),
        session_data=SessionStore().encode(content),
        expire_date=dt.datetime(2100, 1, 1, tzinfo=dt.UTC),
    )


def logged_in(user: User) -> Client:
    client = Client()
    if Session.objects.filter(session_key=_key(user)).exists():
        client.cookies[settings.SESSION_COOKIE_NAME] = _key(user)
    else:
        client.force_login(user)
    return client


def _key(user: User) -> str:
    return f"{user.pk}kept{user.username}".ljust(32, "0")
