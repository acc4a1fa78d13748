"""A desk with the sample, and the processes of it that can be killed."""

import json
import os
import random
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import LiteralString

import psycopg

from tests.thinktank.server.desk import PATIENCE, RUN, children, left, picture_worker, web_server
from thinktank.environment import PROJECT
from thinktank.local_postgres.place import place_of

KINDS = ("worker", "server", "database", "run script", "worker of pictures")


class Victims:
    """A desk that runs in a home of its own. What is killed is started again as in real life."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.home, self.site = home, f"http://127.0.0.1:{self.port}"
        self.place = {**os.environ, "DESK_HOME": str(home), "PORT": str(self.port), "DESK_SAMPLE": "1"}
        self.place.update(DESK_ENV_FILE="", DATABASE_URL="", DJANGO_SETTINGS_MODULE="thinktank.settings")
        # A desk that was started once has its compiled code: that of the tests, if they keep theirs.
        compiled = os.environ.get("PYTHONPYCACHEPREFIX") or str(home.parent / "bytecode")
        self.place.update(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=compiled)
        self.home.mkdir()
        self.desk = self._start()
        while "Ctrl-C" not in self._log.read_text():
            assert self.desk.poll() is None, self._log.read_text()
            time.sleep(0.1)

    def account(self) -> tuple[str, str]:
        passwords = json.loads((self.home / "sample-accounts.json").read_text())
        return "sample-editor", passwords["sample-editor"]

    def kill(self, kind: str, choose: random.Random) -> None:
        """Kill a worker, the server above the workers, the database's main process, the run script, or the worker of
        pictures.
        """
        if kind == "run script":
            self._kill_and_start_run_script()
        elif kind == "database":
            pid, _ = place_of(self.home).pid_file()
            _kill(int(pid or -1))
        elif kind == "worker of pictures":
            _kill(picture_worker(self.desk))
        elif kind == "server":
            _kill(web_server(self.desk))
        elif workers := children(web_server(self.desk)):
            _kill(choose.choice(workers))

    def _kill_and_start_run_script(self) -> None:
        """Kill it and start another one at once, as a supervisor does."""
        self.desk.kill()
        self.desk.wait()
        self.desk = self._start()

    @property
    def _log(self) -> Path:
        return self.home / "run.log"

    def _start(self) -> "subprocess.Popen[bytes]":
        """Start the run script. It logs into a file: a pipe that nobody reads would fill and stop it."""
        with self._log.open("a") as log:
            return subprocess.Popen(
                RUN, cwd=PROJECT, env=self.place, stdout=log, stderr=log, start_new_session=True
            )

    def versions(self) -> list[str]:
        """Every stored version of every piece, as text."""
        return self._column("SELECT content::text FROM articles_revision")

    def pictures(self) -> list[str]:
        """The names of all files that were added to the library."""
        return self._column("SELECT upload_name FROM pictures_picturefile")

    def _column(self, query: LiteralString) -> list[str]:
        with psycopg.connect(
            host=str(place_of(self.home).sockets), user="postgres", dbname="thinktank", connect_timeout=20
        ) as connection:
            return [text for (text,) in connection.execute(query)]

    def end(self) -> None:
        self.desk.terminate()
        self.desk.wait(PATIENCE)
        for pid in left(self.place):
            _kill(pid)


def _kill(pid: int) -> None:
    if pid > 0:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
