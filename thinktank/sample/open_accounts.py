"""User names of the sample desk's accounts, and which of them can still log in. Imports no models."""

import json

from django.conf import settings
from django.contrib.auth import get_user_model

from .. import environment

AUTHOR, EDITOR, PUBLISHER, ADMIN = "sample-author", "sample-editor", "sample-publisher", "sample-admin"
GROUP_OF = {AUTHOR: "Authors", EDITOR: "Editors", PUBLISHER: "Publishers", ADMIN: ""}
"""User name -> group. The account without a group is a superuser."""


def are_allowed() -> bool:
    """True if every name of the desk is a loopback name: the accounts' passwords are no secret."""
    names = settings.ALLOWED_HOSTS
    return environment.is_loopback(settings.SITE_URL) and all(map(environment.is_loopback_host, names))


def passwords() -> dict[str, str]:
    """User name -> password, from the file that `manage.py sample_desk` wrote; empty without that file."""
    try:
        by_name: dict[str, str] = json.loads((settings.DESK_HOME / "sample-accounts.json").read_text())
    except FileNotFoundError:
        return {}
    return by_name


def usernames_that_can_log_in() -> list[str]:
    """Active sample accounts with a usable password that is not proven to be changed.

    An account whose first password is in no file counts too: a change of it cannot be proven.
    """
    first_passwords = passwords()
    users = get_user_model().objects.filter(username__in=list(GROUP_OF), is_active=True).order_by("username")
    return [
        user.get_username()
        for user in users
        if user.has_usable_password()
        and (
            user.get_username() not in first_passwords
            or user.check_password(first_passwords[user.get_username()])
        )
    ]
