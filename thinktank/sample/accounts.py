"""The sample desk's accounts: one for each part a person can play at a desk."""

import json
import os
import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User

from articles.groups import set_up_groups

AUTHOR, EDITOR, PUBLISHER, ADMIN = "sample-author", "sample-editor", "sample-publisher", "sample-admin"
GROUP_OF = {AUTHOR: "Authors", EDITOR: "Editors", PUBLISHER: "Publishers", ADMIN: ""}
"""User name to group; the one without a group is a superuser."""


def make_accounts() -> tuple[dict[str, User], dict[str, str]]:
    """The accounts and their new random passwords, by user name. Accounts found are given new passwords."""
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
    """Write them where only the desk's own user can read; the file is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    new.unlink(missing_ok=True)
    new.touch(mode=0o600)
    new.write_text(json.dumps(passwords, indent=2) + "\n")
    new.replace(file)
