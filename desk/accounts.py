"""Admin of accounts and groups, for administrators."""

from typing import Any

from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from articles.groups import GROUPS


class ForAdministrators:
    """Mixin: only superusers change these rows. Django asks for a permission with which anyone becomes one."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)


class AccountAdmin(ForAdministrators, UserAdmin):  # type: ignore[type-arg]
    """Accounts. One that has left its name in a piece's history is made inactive; the database keeps it."""


class GroupAdmin(ForAdministrators, DjangoGroupAdmin):
    """Groups of the institution's own. Those of the desk are fixed: each start gives them their permissions."""

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return super().has_change_permission(request, obj) and not _is_fixed(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_fixed(obj)


def _is_fixed(group: Group | None) -> bool:
    return group is not None and group.name in GROUPS
