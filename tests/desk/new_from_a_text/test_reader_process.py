"""The reader in a process of its own, with real children: limits end it, a stop ends it, and the line goes on."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from desk.models import BroughtText
from desk.new_from_a_text.line import LINE, stop
from desk.new_from_a_text.process import ReaderProcess
from tests.factories import InstitutionFactory, KindFactory
from tests.intake.word_files import paragraph, word_file
from thinktank.environment import PROJECT

pytestmark = [pytest.mark.starts_servers, pytest.mark.django_db(transaction=True)]
Stage = BroughtText.Stage
PATIENCE = 120.0  # seconds
SLOW = "<html><body>" + "<p>a</p>" * 120_000 + "</body></html>"
PIER = "Who Pays for the Pier?\n\nBy Mats Holm\n\nA pier is a promise, and someone keeps it.\n"

ON_THIS_DATABASE = """
import json, sys, django
django.setup()
from django.db import connection
connection.settings_dict.update(json.loads(sys.argv[1]))
from desk.new_from_a_text import children
children.READ_SECONDS, allow = 2, children._allow
children._allow = lambda seconds: allow(60 * seconds)
children.read_texts_from(0)
"""


@pytest.fixture(scope="module")
def process() -> Iterator[ReaderProcess]:
    """A reader that gives each text two seconds of work, however long they take on a busy machine."""
    reader = ReaderProcess()
    yield reader
    reader.end()


@pytest.fixture
def reader(process: ReaderProcess, monkeypatch: pytest.MonkeyPatch) -> ReaderProcess:
    database = json.dumps({"NAME": connection.settings_dict["NAME"]})
    process.command = [sys.executable, "-c", ON_THIS_DATABASE, database]
    monkeypatch.setattr(LINE, "reader", process)
    return process


@pytest.fixture
def writer() -> User:
    InstitutionFactory(is_home=True, default_kind=KindFactory())
    return User.objects.create_superuser("ann")


def bring(writer: User, content: str, name: str = "") -> BroughtText:
    return LINE.bring(content.encode(), name, by=writer, at=timezone.now())


def test_slow_work_is_ended_at_its_limit_and_the_line_goes_on(reader: ReaderProcess, writer: User) -> None:
    slow = [bring(writer, f"{SLOW}{number}", "slow.html") for number in range(2)]
    pier = bring(writer, PIER)
    LINE.wait(pier, PATIENCE)
    assert pier.state == Stage.READ
    assert pier.read["initial"]["piece"]["headline"] == "Who Pays for the Pier?"
    for text in slow:
        LINE.wait(text, PATIENCE)
        assert text.state == Stage.REFUSED
        assert "longer than" in text.refusal


def test_a_word_file_is_read_by_a_child_of_the_child_within_the_lower_limits(
    reader: ReaderProcess, writer: User
) -> None:
    file = word_file("".join(paragraph(line) for line in PIER.split("\n\n")))
    LINE.wait(text := LINE.bring(file, "pier.docx", by=writer, at=timezone.now()), PATIENCE)
    assert text.state == Stage.READ, text.refusal
    assert text.read["initial"]["piece"]["headline"] == "Who Pays for the Pier?"


def test_a_stopped_text_ends_its_reader(reader: ReaderProcess, writer: User) -> None:
    slow = bring(writer, SLOW, "slow.html")
    while slow.state != Stage.BEING_READ:
        time.sleep(0.02)
        slow.refresh_from_db()
    stop(slow)
    LINE.wait(pier := bring(writer, PIER), PATIENCE)
    slow.refresh_from_db()
    assert (slow.state, pier.state) == (Stage.STOPPED, Stage.READ)


def test_a_reader_that_was_ended_is_started_again_for_the_next_text(
    reader: ReaderProcess, writer: User
) -> None:
    LINE.wait(first := bring(writer, PIER), PATIENCE)
    reader.end()
    LINE.wait(second := bring(writer, f"{PIER}\nAgain."), PATIENCE)
    assert first.state == second.state == Stage.READ


def test_a_reader_ends_with_the_process_that_started_it() -> None:
    command = [sys.executable, str(PROJECT / "manage.py"), "read_texts"]
    ended = subprocess.run(
        command, stdin=subprocess.DEVNULL, cwd=PROJECT, timeout=PATIENCE, capture_output=True
    )
    assert ended.returncode == 0
