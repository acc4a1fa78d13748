"""Groups of the desk and their permissions as one table, stored by `manage.py setup_groups`."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission

OBJECT_PERMISSIONS = (
    "articles.view_article",
    "articles.change_article",
    "articles.publish_article",
    "articles.remove_article",
    "articles.change_rights",
)

_KEEPING = ("add", "change", "view")
_WRITING = ("add_article", "change_article", "view_article")


def _rights(app: str, rows: str, verbs: Iterable[str] = _KEEPING) -> tuple[str, ...]:
    """Every verb on every row: "authors.add_author", …"""
    return tuple(f"{app}.{verb}_{row}" for row in rows.split() for verb in verbs)


_AUTHORS = (
    *(f"articles.{name}" for name in _WRITING),
    *_rights("articles", "byline appearance disclosure pinnedwording", (*_KEEPING, "delete")),
    *_rights("authors", "author", ["view"]),
    *_rights("outlets", "outlet", ["view"]),
    *_rights("disclaimers", "institution kind disclaimer wording", ["view"]),
    *_rights("articles", "topic", ["view"]),
)
_EDITORS = (
    *_AUTHORS,
    *_rights("authors", "author authorlink appointment"),
    *_rights("authors", "authorlink appointment", ["delete"]),
    *_rights("outlets", "outlet outletalias formername standingpermission"),
    *_rights("outlets", "outletalias formername", ["delete"]),
    *_rights("articles", "topic"),
    *_rights("disclaimers", "licence standingnotice wordingcorrection", ["view"]),
    "articles.view_every_article",
    "articles.publish_article",
    "articles.change_rights",
    *_rights("articles", "rightsrecord notice", ["view"]),
    *_rights("articles", "reprint", (*_KEEPING, "delete")),
)
_PUBLISHERS = (
    *_EDITORS,
    *_rights("disclaimers", "institution housestyle footerlink kind kindlabel disclaimer wording"),
    *_rights("disclaimers", "licence standingnotice"),
    "disclaimers.add_wordingcorrection",
    *_rights("disclaimers", "housestyle footerlink kindlabel", ["delete"]),
    "articles.remove_article",
)
GROUPS: dict[str, tuple[str, ...]] = {"Authors": _AUTHORS, "Editors": _EDITORS, "Publishers": _PUBLISHERS}


def set_up_groups() -> list[str]:
    """Give the groups exactly the permissions of the table; returns the names of the groups it changed.

    Raises KeyError for a permission that does not exist.
    """
    keys = {
        (app, codename): pk
        for pk, app, codename in Permission.objects.values_list("pk", "content_type__app_label", "codename")
    }
    groups = {
        group.name: group for group in Group.objects.filter(name__in=GROUPS).prefetch_related("permissions")
    }
    changed = []
    for name, wanted in GROUPS.items():
        permissions = {keys[_app_and_codename(permission)] for permission in wanted}
        group = groups.get(name) or Group.objects.create(name=name)
        if name not in groups or {permission.pk for permission in group.permissions.all()} != permissions:
            group.permissions.set(permissions)
            changed.append(name)
    return changed


def _app_and_codename(permission: str) -> tuple[str, str]:
    app, _, codename = permission.partition(".")
    return app, codename
