"""Accounts and groups in the words of a desk, and why somebody may not log in."""

from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.browsers import logged_in
from tests.desk.pages import fields_of, text_of

LOGIN = "/admin/login/"
ADD = "/admin/auth/user/add/"


def log_in(name: str, password: str = "a long password") -> str:
    response = Client().post(LOGIN, {"username": name, "password": password, "next": "/admin/"})
    return "let in" if response.status_code == 302 else text_of(response)


def test_who_may_not_log_in_is_told_why_and_who_can_help(administrator: User, editor: User) -> None:
    User.objects.create_user("olga", password="a long password")
    editor.is_active = False
    editor.save()
    assert "this account is closed. An administrator (ann) can open it again." in log_in("eve")
    assert "may not log in to the desk yet. An administrator (ann) can allow it" in log_in("olga")


def test_who_does_not_know_the_password_learns_nothing_of_the_account(desk: Any, editor: User) -> None:
    editor.is_active = False
    editor.save()
    for name in ("eve", "nobody"):
        said = log_in(name, "wrong password")
        assert "do not belong together" in said
        assert "closed" not in said


def test_an_account_in_no_group_is_told_why_its_desk_is_empty(stranger: User, administrator: User) -> None:
    words = text_of(logged_in(stranger).get("/admin/"))
    assert "Nothing is open to your account yet" in words
    assert "An administrator (ann) can put it into one: Authors, Editors, Publishers." in words


@pytest.mark.parametrize("address", [ADD, "/admin/auth/user/", "{user}", "/admin/auth/group/add/"])
def test_no_page_of_accounts_has_a_word_of_programmers(
    address: str, administrator: User, editor: User
) -> None:
    page = logged_in(administrator).get(address.format(user=f"/admin/auth/user/{editor.pk}/change/"))
    words = text_of(page).lower()
    for word in ("taggit", "staff", "superuser", "contenttypes", "session", "log entry"):
        assert word not in words, word


def test_an_account_that_is_added_may_log_in_at_once(administrator: User) -> None:
    client = logged_in(administrator)
    form = fields_of(client.get(ADD), "user_form")
    secret = "correct horse battery"
    typed = {"username": "nora", "password1": secret, "password2": secret, "groups": [_group("Editors")]}
    assert client.post(ADD, form | typed).status_code == 302
    nora = User.objects.get(username="nora")
    assert (nora.is_staff, nora.is_superuser, nora.groups.get().name) == (True, False, "Editors")
    assert log_in("nora", secret) == "let in"


def test_one_tick_opens_and_closes_an_account(administrator: User, editor: User) -> None:
    client, page = logged_in(administrator), f"/admin/auth/user/{editor.pk}/change/"
    form = fields_of(client.get(page), "user_form")
    del form["may_log_in"]
    client.post(page, form)
    assert "closed" in log_in("eve")
    client.post(page, form | {"may_log_in": "on"})
    assert log_in("eve") == "let in"


def test_an_administrator_may_change_what_a_group_of_the_desk_may_do(administrator: User) -> None:
    client, page = logged_in(administrator), f"/admin/auth/group/{_group('Editors')}/change/"
    form = fields_of(client.get(page), "group_form")
    before = form["permissions"]
    assert client.post(page, form | {"permissions": before[1:]}).status_code == 302
    assert Group.objects.get(name="Editors").permissions.count() == len(before) - 1


def _group(name: str) -> str:
    return str(Group.objects.get(name=name).pk)


def test_an_account_that_the_history_names_is_closed_and_not_deleted(
    administrator: User, editor: User
) -> None:
    client, page = logged_in(administrator), f"/admin/auth/user/{editor.pk}"
    assert "It is deleted for good." in text_of(client.get(f"{page}/delete/"))
    LogEntry.objects.create(
        user=editor, action_flag=CHANGE, object_repr="Tides", change_message="Changed Name."
    )
    words = text_of(client.get(f"{page}/delete/"))
    assert "The history names it." in words
    assert "Close it instead: take away “May log in” on its page." in words


def test_a_new_password_is_set_by_an_administrator_who_cannot_read_the_old_one(
    administrator: User, editor: User
) -> None:
    client, page = logged_in(administrator), f"/admin/auth/user/{editor.pk}/password/"
    assert "A new password for eve" in text_of(client.get(page))
    secret = "correct horse battery"
    sent = client.post(page, {"password1": secret, "password2": secret, "set-password": "1"})
    assert sent.status_code == 302
    assert log_in("eve", secret) == "let in"
