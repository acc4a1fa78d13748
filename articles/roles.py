"""Who may do what: the desk's groups as one table, laid down by `manage.py setup_groups`."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission

OBJECT_PERMISSIONS = (
    "articles.view_article",
    "articles.change_article",
    "articles.publish_article",
    "articles.remove_article",
)

_WRITING = ("add_article", "change_article", "view_article")
_ROWS = tuple(
    f"{verb}_{row}"
    for row in ("byline", "appearance", "pinnedwording")
    for verb in ("add", "change", "delete", "view")
)
_LOOKING_UP = ("authors.view_author", "outlets.view_outlet", "disclaimers.view_kind", "disclaimers.view_institution",
               "disclaimers.view_wording", "articles.view_topic")  # fmt: skip
_PEOPLE_AND_PLACES = tuple(
    f"{app}.{verb}_{row}"
    for app, rows in {"authors": ("author", "authorlink", "appointment"), "outlets": ("outlet", "outletalias"),
                      "articles": ("topic",)}.items()
    for row in rows
    for verb in ("add", "change", "view")
)  # fmt: skip
_ROWS_OF_PEOPLE = ("authors.delete_authorlink", "authors.delete_appointment", "outlets.delete_outletalias")
_HOUSE = (
    *tuple(
        f"disclaimers.{verb}_{row}"
        for row in ("institution", "housestyle", "footerlink", "kind", "kindlabel", "disclaimer", "wording")
        for verb in ("add", "change", "view")
    ),
    "disclaimers.delete_footerlink",
    "disclaimers.delete_kindlabel",
    "disclaimers.delete_housestyle",
)

_AUTHORS = tuple(f"articles.{name}" for name in (*_WRITING, *_ROWS)) + _LOOKING_UP
_EDITORS = (
    *_AUTHORS, *_PEOPLE_AND_PLACES, *_ROWS_OF_PEOPLE,
    "articles.view_every_article", "articles.publish_article",
)  # fmt: skip
GROUPS: dict[str, tuple[str, ...]] = {
    "Authors": _AUTHORS,
    "Editors": _EDITORS,
    "Publishers": (*_EDITORS, *_HOUSE, "articles.remove_article"),
}


def set_up_groups() -> list[str]:
    """Make the groups say exactly what the table says; gives back the names of those it changed."""
    changed = []
    for name, wanted in GROUPS.items():
        group, is_new = Group.objects.get_or_create(name=name)
        permissions = _permissions(wanted)
        if is_new or set(group.permissions.all()) != permissions:
            group.permissions.set(permissions)
            changed.append(name)
    return changed


def _permissions(names: Iterable[str]) -> set[Permission]:
    found = set()
    for name in set(names):
        app, _, codename = name.partition(".")
        found.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return found
