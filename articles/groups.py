"""Groups of the desk and their permissions as one table, stored by `manage.py setup_groups`."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import Group, Permission

from articles.models.desk_group import DeskGroup

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
    *_rights("pictures", "picture", ["view", "add"]),
    *_rights("pictures", "clearance", ["view"]),
    *_rights("documents", "document", ["view", "add"]),
    *_rights("documents", "documentclearance", ["view"]),
    *_rights("disclaimers", "institution kind disclaimer wording", ["view"]),
    *_rights("articles", "topic series", ["view"]),
)
_EDITORS = (
    *_AUTHORS,
    *_rights("authors", "author authorlink authorname appointment appointmentwords"),
    *_rights("authors", "authorlink authorname appointment appointmentwords", ["delete"]),
    *_rights("outlets", "outlet outletalias outletname formername standingpermission"),
    *_rights("outlets", "outletalias outletname formername", ["delete"]),
    *_rights("pictures", "picture clearance logo"),
    *_rights("pictures", "clearance logo", ["delete"]),
    *_rights("documents", "document documentclearance"),
    *_rights("documents", "documentclearance", ["delete"]),
    *_rights("articles", "topic topicname series seriesname"),
    *_rights("articles", "topicname seriesname", ["delete"]),
    *_rights("disclaimers", "licence standingnotice wordingcorrection", ["view"]),
    *_rights("website", "menu menuentry oldaddress", ["view"]),
    *_rights("website", "arrangement frontplace", (*_KEEPING, "delete")),
    "articles.view_every_article",
    "articles.publish_article",
    "articles.change_rights",
    *_rights("articles", "rightsrecord notice", ["view"]),
    *_rights("articles", "reprint", (*_KEEPING, "delete")),
)
_PUBLISHERS = (
    *_EDITORS,
    *_rights(
        "disclaimers", "institution institutionname housestyle footerlink kind kindlabel disclaimer wording"
    ),
    *_rights("disclaimers", "licence standingnotice"),
    *_rights("website", "menu menuentry oldaddress", (*_KEEPING, "delete")),
    "disclaimers.add_wordingcorrection",
    *_rights("disclaimers", "institutionname housestyle footerlink kindlabel", ["delete"]),
    "articles.remove_article",
)
GROUPS: dict[str, tuple[str, ...]] = {"Authors": _AUTHORS, "Editors": _EDITORS, "Publishers": _PUBLISHERS}


def set_up_groups(*, reset: bool = False) -> list[str]:
    """Create the groups, and give them what the table has more or less than last time; returns those it changed.

    What an administrator changed meanwhile stays: a permission taken away, a name, a group deleted. `reset` gives the
    groups exactly the permissions of the table. Raises KeyError for a permission that does not exist.
    """
    keys = {
        f"{app}.{codename}": pk
        for pk, app, codename in Permission.objects.values_list("pk", "content_type__app_label", "codename")
    }
    return [name for name, wanted in GROUPS.items() if _set_up(name, wanted, keys, reset=reset)]


def _set_up(name: str, wanted: Iterable[str], keys: Mapping[str, int], *, reset: bool) -> bool:
    """True if the group was changed."""
    known = DeskGroup.objects.select_related("group").filter(name=name).first()
    if known and known.group is None and not reset:
        return False
    group = known.group if known and known.group else Group.objects.get_or_create(name=name)[0]
    before = set(group.permissions.values_list("pk", flat=True))
    table = {keys[permission] for permission in wanted}
    after = table
    if known and not reset:
        given = {keys[permission] for permission in known.given if permission in keys}
        after = (before | (table - given)) - (given - table)
    if before != after:
        group.permissions.set(after)
    DeskGroup.objects.update_or_create(name=name, defaults={"group": group, "given": sorted(wanted)})
    return before != after
