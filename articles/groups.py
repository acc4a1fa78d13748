"""Who may do what: the desk's groups as one table, laid down by `manage.py setup_groups`."""

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
    """Make the groups say exactly what the table says; gives back the names of those it changed.

    Raises KeyError for a permission that the table names and no model has.
    """
    known = {
        (app, codename): pk
        for pk, app, codename in Permission.objects.values_list("pk", "content_type__app_label", "codename")
    }
    groups = {
        group.name: group for group in Group.objects.filter(name__in=GROUPS).prefetch_related("permissions")
    }
    changed = []
    for name, wanted in GROUPS.items():
        keys = {known[_parted(permission)] for permission in wanted}
        group = groups.get(name) or Group.objects.create(name=name)
        if name not in groups or {one.pk for one in group.permissions.all()} != keys:
            group.permissions.set(keys)
            changed.append(name)
    return changed


def _parted(permission: str) -> tuple[str, str]:
    app, _, codename = permission.partition(".")
    return app, codename
