"""Starting the desk gives its groups what is new in a version, and resets nothing that an administrator changed."""

from unittest.mock import patch

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from articles import groups
from articles.groups import GROUPS, set_up_groups

pytestmark = pytest.mark.django_db


def holds(group: Group, name: str) -> bool:
    app, codename = name.split(".")
    return group.permissions.filter(content_type__app_label=app, codename=codename).exists()


def permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def test_starting_the_desk_resets_no_group_that_an_administrator_changed() -> None:
    editors, publishers = Group.objects.get(name="Editors"), Group.objects.get(name="Publishers")
    editors.permissions.remove(permission("articles.publish_article"))
    editors.permissions.add(permission("disclaimers.add_licence"))
    publishers.name = "Chief editors"
    publishers.save()
    Group.objects.get(name="Authors").delete()
    assert set_up_groups() == []
    assert not holds(editors, "articles.publish_article")
    assert holds(editors, "disclaimers.add_licence")
    assert sorted(Group.objects.values_list("name", flat=True)) == ["Chief editors", "Editors"]


def test_a_version_that_gives_more_or_less_changes_that_alone() -> None:
    editors = Group.objects.get(name="Editors")
    editors.permissions.remove(permission("articles.publish_article"))
    table = set(GROUPS["Editors"]) - {"articles.view_topic"} | {"disclaimers.add_kind"}
    with patch.dict(groups.GROUPS, {"Editors": tuple(table)}):
        assert set_up_groups() == ["Editors"]
    assert holds(editors, "disclaimers.add_kind")
    assert not holds(editors, "articles.view_topic")
    assert not holds(editors, "articles.publish_article")


def test_whoever_wants_the_groups_as_they_came_resets_them() -> None:
    editors = Group.objects.get(name="Editors")
    editors.permissions.clear()
    Group.objects.get(name="Authors").delete()
    call_command("setup_groups", "--reset", verbosity=0)
    assert editors.permissions.count() == len(set(GROUPS["Editors"]))
    assert Group.objects.get(name="Authors").permissions.count() == len(set(GROUPS["Authors"]))
