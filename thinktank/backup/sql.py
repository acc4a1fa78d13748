"""Replace a database's content with that of a dump, in one transaction that the caller can still refuse."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from .errors import BackupError
from .server import Server

# Drops all tables of a desk that was only migrated; the dump brings extensions back. The new schema has the owner,
# grants and comment of the `public` schema in a new database.
_CLEAR = b"""
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
COMMENT ON SCHEMA public IS 'standard public schema';
"""
# pg_dump 17 and later writes this line for any server; servers before 17 do not know the setting.
_TOO_NEW = b"SET transaction_timeout = 0;"
# psql prints the line on its standard output, and what statements return goes to --output.
_COUNT = b"SELECT count(*) AS pieces FROM public.articles_article \\gset\n\\echo :pieces\n"
_PSQL = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]


class _Stopped(Exception):
    """One of the programs ended before its work was done."""


@contextmanager
def filled(server: Server, dump: IO[bytes]) -> Iterator[int]:
    """Run a dump's SQL, yield the number of pieces it brought, and commit when the block ends without an exception.

    Whatever ends this process before, a kill included, ends the transaction without a commit: psql then reads the end
    of its input and no COMMIT. Raises BackupError.
    """
    restoring = ["--no-owner", "--no-privileges", "--file=-"]
    with (
        tempfile.TemporaryFile() as errors,
        server.start("pg_restore", restoring, errors=errors, stdin=dump, stdout=subprocess.PIPE) as reading,
        server.start("psql", _PSQL, errors=errors, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writing,
    ):
        assert writing.stdin is not None  # noqa: S101 - a pipe; the type checker cannot know
        try:
            yield _run(reading, writing)
            writing.stdin.write(b"COMMIT;\n")
            writing.stdin.close()
            if writing.wait():
                raise _Stopped
        except (_Stopped, BrokenPipeError):
            raise BackupError(_failure(errors)) from None
        finally:
            with suppress(BrokenPipeError):
                writing.stdin.close()


def _run(reading: "subprocess.Popen[bytes]", writing: "subprocess.Popen[bytes]") -> int:
    """Pass all SQL from pg_restore to psql. Returns the number of pieces. Raises _Stopped or BrokenPipeError."""
    assert reading.stdout is not None  # noqa: S101 - all are pipes
    assert writing.stdin is not None  # noqa: S101
    assert writing.stdout is not None  # noqa: S101
    writing.stdin.write(b"BEGIN;" + _CLEAR)
    _copy_sql(reading.stdout, writing.stdin)
    if reading.wait():
        raise _Stopped
    writing.stdin.write(_COUNT)
    writing.stdin.flush()
    answer = writing.stdout.readline()
    if not answer.strip().isdigit():
        raise _Stopped
    return int(answer)


def _copy_sql(source: IO[bytes], sink: IO[bytes]) -> None:
    """Copy all lines except the first `_TOO_NEW`, which precedes the rows: a row may contain the same text."""
    for line in source:
        if line.strip() == _TOO_NEW:
            break
        sink.write(line)
    shutil.copyfileobj(source, sink)


def _failure(errors: IO[bytes]) -> str:
    errors.seek(0)
    text = errors.read().decode(errors="replace").strip()
    return f"The database could not be restored, and is as it was: {text}"
