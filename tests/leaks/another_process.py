"""Another process that answers readers, with a memory of its own; this module is also the program that it runs."""

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.database import database_url
from thinktank.environment import PROJECT

Pages = dict[str, tuple[int, str]]
_MARK = "pages: "


class AnotherProcess:
    """Asked like a client: what addresses answer at an instant."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def pages(self, at: dt.datetime, addresses: Sequence[str]) -> Pages:
        """The status of each address, and all that it says."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps([at.isoformat(), [*addresses]]), file=self._process.stdin, flush=True)
        lines = iter(self._process.stdout.readline, "")  # others are the log's
        answers = json.loads(next(line for line in lines if line.startswith(_MARK)).removeprefix(_MARK))
        return {address: (status, said) for address, (status, said) in answers.items()}


@contextmanager
def another_process() -> Iterator[AnotherProcess]:
    """A process with the database of the test, as long as the block lasts."""
    own = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": database_url()}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.leaks.another_process"],
        cwd=PROJECT,
        env={**os.environ, **own},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        yield AnotherProcess(process)
        assert process.stdin
        process.stdin.close()


def pages_now(addresses: Sequence[str]) -> Pages:
    """What addresses answer in this process."""
    from django.test import Client

    answers = {address: Client().get(address) for address in addresses}
    return {
        address: (answer.status_code, f"{_headers(answer)} {answer.content.decode(errors='replace')}")
        for address, answer in answers.items()
    }


def _headers(answer: Any) -> dict[str, str]:
    """The headers but for one whose parts stand in another order in each process."""
    return {name: value for name, value in answer.headers.items() if name != "Content-Security-Policy"}


def _answer_all() -> None:
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    from reading import public_view

    for line in sys.stdin:
        at, addresses = json.loads(line)
        public_view.now = lambda at=at: dt.datetime.fromisoformat(at)  # type: ignore[misc]
        sys.stdout.write(f"{_MARK}{json.dumps(pages_now(addresses))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _answer_all()
