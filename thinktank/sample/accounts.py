"""Create the sample desk's accounts, one for each role at a desk."""

import json
import os
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User

from articles.groups import set_up_groups
from thinktank.sample.open_accounts import GROUP_OF


def make_accounts() -> tuple[dict[str, User], dict[str, str]]:
    """Create the accounts and give each, also one that exists already, a new random password.

    Returns the users and the passwords, both by user name.
    """
    set_up_groups()
    accounts, passwords = {}, {}
    for username, group in GROUP_OF.items():
        account, _ = get_user_model().objects.get_or_create(username=username)
        passwords[username] = secrets.token_urlsafe(12)
        account.set_password(passwords[username])
        account.is_active = account.is_staff = True
        account.is_superuser = not group
        account.save()
        account.groups.set(Group.objects.filter(name=group))
        accounts[username] = account
    return accounts, passwords


def keep_passwords(passwords: dict[str, str], file: Path) -> None:
    """Write the passwords as JSON to a file that only this user can read. It is replaced in one step."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    new.touch(mode=0o600)
    new.write_text(json.dumps(passwords, indent=2) + "\n")
    new.replace(file)
