"""The one context in which a name that pages have printed may be replaced by another."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def rewording() -> Iterator[None]:
    """Let a holder, a label or a name of an outlet change inside the block; the pages keep what they printed.

    Saving one record is such a change, and deleting a former name. A plain UPDATE is not: triggers refuse it for words
    that an edition carries, so that nobody rewrites a record by a slip of the hand in SQL.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('desk.rewording', 'on', true)")  # until the end of the transaction
        yield
        cursor.execute("SELECT set_config('desk.rewording', '', true)")
