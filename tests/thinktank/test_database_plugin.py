"""The tests' own database: what one test commits, no other finds."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_a_test_commits_is_gone_in_the_next_and_the_rest_is_there(turn: str) -> None:
    assert not User.objects.exists()
    assert Permission.objects.filter(codename="view_article").exists()
    User.objects.create_user(turn)
    assert connection.settings_dict["NAME"].startswith("thinktank_test_")
