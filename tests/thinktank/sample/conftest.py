"""The sample desk, loaded once for each file of tests."""

import pytest
from django.db import connection, transaction

from tests.thinktank.sample.ticking import LOADED_AT, ticking
from thinktank.sample.loading import load_sample


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The sample, loaded once for this file and rolled back after it: each test stands on a savepoint."""
    file = tmp_path_factory.mktemp("home") / "kept" / "sample-accounts.json"
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('desk.now', %s, true)", [LOADED_AT.isoformat()])
        yield *load_sample(clock=ticking(), passwords_to=file, progress=lambda done, total: None), file
        transaction.set_rollback(True)


@pytest.fixture
def sample(loaded, clock):
    return loaded
