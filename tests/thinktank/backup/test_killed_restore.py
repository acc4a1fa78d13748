"""A restore that is killed leaves an empty desk, no key beside its place, and can simply be repeated."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from articles.models import Article
from tests.database import database_url
from tests.factories import ArticleFactory
from thinktank.backup import restore_backup, write_backup
from thinktank.environment import PROJECT

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

SETUP = """
import os, signal, sys, django
django.setup()
from pathlib import Path
from thinktank.backup import restore, sql
def die(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)
"""
# Where the process is killed: the code that makes it so.
POINTS = {
    "in the middle of the rows": """
def half(source, sink):
    for line in source:
        sink.write(line)
        if line.startswith(b"COPY public.articles_article "):
            sink.write(source.readline())
            sink.flush()
            die()
sql._copy_sql = half
""",
    "when the rows are there": "restore.refuse_other_count = die\n",
    "before a key has its name": """
replace = Path.replace
Path.replace = lambda path, target: (die if target.name == "secret-key" else replace)(path, target)
""",
    "when all files are in place": """
place_files = restore._place_files
restore._place_files = lambda archive, backup: (place_files(archive, backup), die())
""",
}


@pytest.mark.parametrize("point", POINTS)
def test_a_restore_killed_anywhere_leaves_an_empty_desk_and_can_be_repeated(
    point: str, home: Path, tmp_path: Path, elsewhere: Callable[[], Path]
) -> None:
    ArticleFactory()
    write_backup(tmp_path / "desk.zip")
    other = elsewhere()
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "thinktank.settings"}
    environ.update(DATABASE_URL=database_url(), DESK_HOME=str(other))
    code = f"{SETUP}{POINTS[point]}restore.restore_backup(Path(sys.argv[1]))"
    killed = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "desk.zip")],
        cwd=PROJECT,
        env=environ,
        capture_output=True,
    )
    assert killed.returncode == -9, killed.stderr.decode()

    wait_until_alone()
    with connection.cursor() as cursor:
        assert connection.introspection.table_names(cursor) == []
    assert {path.name for path in other.iterdir()} <= {
        "media",
        "secret-key",
        ".secret-key.restoring",
        "sample-accounts.json",
    }

    restore_backup(tmp_path / "desk.zip")
    assert Article.objects.count() == 1
    assert (other / "secret-key").read_text() == "a key of this desk"
    assert {path.name for path in other.iterdir()} == {"media", "secret-key", "sample-accounts.json"}


def wait_until_alone() -> None:
    """Wait until no other process is connected to the database: psql has read the end of its input."""
    deadline = time.monotonic() + 120
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
            if cursor.fetchone()[0] == 1:
                return
            time.sleep(0.05)
    raise AssertionError("psql goes on without its parent.")
