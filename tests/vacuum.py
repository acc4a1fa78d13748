"""Rows that tests rolled back are cleared out of a worker's database every few tests.

Kept rows (`tests.kept`) stand in one transaction for hundreds of tests. PostgreSQL hears of dead rows when a
transaction ends, so its own vacuum does not come, and each query reads past all that earlier tests rolled back: in the
end the server works three times as long.
"""

import pytest
from django.db import connection
from psycopg import sql

from tests.database import connected

EVERY = 25  # tests that use the database
GROWN = """SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 32768"""


class Vacuum:
    """Counts the tests of a worker, and clears its database's tables when it is time."""

    def __init__(self, database: str) -> None:
        self.database, self.tests = database, 0

    def one_more_test(self) -> None:
        """Call between tests: a test's own locks are not waited for."""
        self.tests += 1
        if self.tests % EVERY == 0:
            self.clear()

    def clear(self) -> None:
        with connected(self.database) as database:
            grown = [sql.Identifier(name) for (name,) in database.execute(GROWN)]
            if grown:
                database.execute(
                    sql.SQL("VACUUM (SKIP_LOCKED, TRUNCATE false) {}").format(sql.SQL(", ").join(grown))
                )


@pytest.fixture(scope="session")
def vacuum(django_db_setup: None) -> Vacuum:
    return Vacuum(connection.settings_dict["NAME"])
