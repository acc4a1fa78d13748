"""The sample desk's accounts: who they are, and whether they could still be used."""

import json

from django.conf import settings
from django.contrib.auth import get_user_model

from thinktank.sample.accounts import GROUP_OF

from .. import environment


def may_be_open() -> bool:
    """Everybody may know their passwords, so only where this machine alone can reach the desk, by any name."""
    names = settings.ALLOWED_HOSTS
    return environment.is_loopback(settings.SITE_URL) and all(map(environment.is_loopback_host, names))


def passwords() -> dict[str, str]:
    """User name to password, as `manage.py sample_desk` kept them; empty without a sample desk."""
    try:
        kept: dict[str, str] = json.loads((settings.DESK_HOME / "sample-accounts.json").read_text())
    except FileNotFoundError:
        return {}
    return kept


def that_can_log_in() -> list[str]:
    """The sample accounts that are active and have a usable password which is not known to have been changed.

    Where the kept passwords are gone, nobody can say that one was changed: it counts.
    """
    known = passwords()
    users = get_user_model().objects.filter(username__in=list(GROUP_OF), is_active=True).order_by("username")
    return [
        user.get_username()
        for user in users
        if user.has_usable_password()
        and (user.get_username() not in known or user.check_password(known[user.get_username()]))
    ]
