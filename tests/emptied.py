"""A database brought back to how it was before a test, without making its files anew.

A clone of the template has 330 files. To delete and make them for each test costs up to half a second where a file
system does not take the place of deleted files at once (ext4 without a journal); to delete a test's rows, a
twentieth of that.
"""

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

Marks = dict[str, tuple[int, int | None]]
"""By table: the number of its rows, and the newest transaction that wrote one of those."""

CATALOGS = (
    "pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_trigger", "pg_proc", "pg_type",
)  # fmt: skip
TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname"
MARKS = sql.SQL("SELECT {}, count(*), max(xmin::text::bigint) FROM {}")
SEQUENCES = "SELECT sequencename, coalesce(last_value, start_value), last_value IS NOT NULL FROM pg_sequences"
SET = "SELECT setval(quote_ident(%s)::regclass, %s, %s)"


@dataclass(frozen=True)
class State:
    """What a database holds, so far as it shows whether something was changed."""

    schema: Marks
    tables: Marks
    sequences: dict[str, tuple[int, bool]]

    @classmethod
    def of(cls, database: psycopg.Connection[Any]) -> "State":
        tables = [name for (name,) in database.execute(TABLES)]
        sequences = {name: (value, is_called) for name, value, is_called in database.execute(SEQUENCES)}
        return cls(_marks(database, CATALOGS), _marks(database, tables), sequences)


def _marks(database: psycopg.Connection[Any], tables: Any) -> Marks:
    each = [MARKS.format(sql.Literal(name), sql.Identifier(name)) for name in tables]
    return {
        name: (count, newest) for name, count, newest in database.execute(sql.SQL(" UNION ALL ").join(each))
    }


def emptied(database: psycopg.Connection[Any], beginning: State) -> bool:
    """Delete what was written since the beginning. False, and nothing is done, if that does not bring it back.

    So it is if the schema or a row of the beginning was changed, or if the account may not delete past triggers.
    """
    found = State.of(database)
    written = [name for name, marks in found.tables.items() if marks != beginning.tables.get(name)]
    if found.schema != beginning.schema or any(beginning.tables[name][0] for name in written):
        return False
    try:
        with database.transaction():
            database.execute("SET LOCAL session_replication_role = replica")
            for name in written:
                database.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
            for name, (value, is_called) in beginning.sequences.items():
                if found.sequences[name] != (value, is_called):
                    database.execute(SET, [name, value, is_called])
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True
