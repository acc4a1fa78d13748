"""Kept rows: each test finds them as they were built, whatever an earlier one has done to them."""

import pytest
from django.contrib.auth.models import User
from django.db import connection

from disclaimers.models import Institution
from tests.browsers import logged_in
from tests.conftest import NOW, set_clock
from tests.kept import STACK


def database_now() -> object:
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_now()")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("turn", [1, 2])
def test_a_change_is_gone_for_the_next_test(turn: int, desk: Institution, editor: User) -> None:
    assert desk.name.startswith("Harbour Institute")
    assert editor.is_active
    assert database_now() == NOW
    assert logged_in(editor).get("/admin/").status_code == 200
    desk.name = "Changed in the database"
    desk.save()
    User.objects.update(is_active=False)
    set_clock(NOW.replace(year=2031))
    assert logged_in(editor).get("/admin/").status_code == 302


@pytest.mark.django_db
def test_who_asks_for_nothing_finds_an_empty_desk() -> None:
    assert STACK.layers == []
    assert not Institution.objects.exists()
    assert not User.objects.exists()
    assert database_now() != NOW
