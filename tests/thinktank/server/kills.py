"""Kill worker, server, database and run script at random while eight editors write. Reports figures as JSON.

`python -m tests.thinktank.server.kills --kills 200` takes some minutes.
"""

import argparse
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from tests.thinktank.server.desk import RUN, Reading, children, left, reading, start, stop, web_server
from tests.thinktank.server.writers import lost, writing
from thinktank.environment import PROJECT
from thinktank.local_postgres.place import place_of

REST = 2.0  # seconds in which readers notice a kill, and in which writers save before the next one
LIMIT = 60.0  # seconds after which readers are given up


class Victims:
    """A running desk with the sample, and what can be killed of it."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.home = home
        self.place = {**os.environ, "DESK_HOME": str(home), "PORT": str(self.port), "DESK_SAMPLE": "1"}
        self.place.update(DESK_ENV_FILE="", DATABASE_URL="", DJANGO_SETTINGS_MODULE="thinktank.settings")
        self.desk, printed = start(self.place)
        assert "Ctrl-C" in printed, printed
        self.kinds: dict[str, Callable[[], None]] = {
            "worker": self._worker,
            "server": lambda: _kill(web_server(self.desk)),
            "database": self._database,
            "run script": self._run_script,
        }

    def account(self) -> tuple[str, str]:
        passwords = json.loads((self.home / "sample-accounts.json").read_text())
        return "sample-editor", passwords["sample-editor"]

    def _worker(self) -> None:
        if workers := children(web_server(self.desk)):
            _kill(random.choice(workers))

    def _database(self) -> None:
        lines = (place_of(self.home).data / "postmaster.pid").read_text().splitlines()
        _kill(int(lines[0]))

    def _run_script(self) -> None:
        """Kill it and start another one at once, as a supervisor does."""
        self.desk.kill()
        self.desk.wait()
        if self.desk.stdout:
            self.desk.stdout.close()
        with (self.home / "run.log").open("a") as log:
            self.desk = subprocess.Popen(RUN, cwd=PROJECT, env=self.place, stdout=log, stderr=log, text=True)

    def versions(self) -> list[str]:
        """Every stored version of every piece, as text."""
        with psycopg.connect(
            host=str(place_of(self.home).sockets), user="postgres", dbname="thinktank", connect_timeout=20
        ) as connection:
            return [text for (text,) in connection.execute("SELECT content::text FROM articles_revision")]

    def end(self) -> None:
        stop(self.desk, signal.SIGTERM)
        for pid in left(self.place):
            _kill(pid)


def kill_at_random(home: Path, kills: int, seed: int) -> dict[str, Any]:
    """Figures of a run: saves, lost ones, and for each victim how long readers had no page."""
    random.seed(seed)
    victims = Victims(home)
    away: dict[str, list[float]] = {kind: [] for kind in victims.kinds}
    try:
        with (
            writing(f"http://127.0.0.1:{victims.port}", victims.account()) as writers,
            reading(victims.port, "/", count=1, pause=0.02, patience=5) as readers,
        ):
            time.sleep(3 * REST)
            for _ in range(kills):
                kind = random.choice(list(victims.kinds))
                killed_at = time.monotonic()
                victims.kinds[kind]()
                time.sleep(REST)
                away[kind].append(_seconds_away(readers, killed_at))
                time.sleep(REST)  # the desk is back: writers save
        stored = victims.versions()
    finally:
        victims.end()
    return {
        "kills": kills,
        "seed": seed,
        "saves tried": sum(writer.tries for writer in writers),
        "saves acknowledged": sum(len(writer.acknowledged) for writer in writers),
        "acknowledged saves lost": len(lost(writers, stored)),
        "seconds until readers are served": {kind: _summary(times) for kind, times in away.items() if times},
    }


def _seconds_away(readers: Reading, killed_at: float) -> float:
    """Seconds from the kill until a page that was asked for after the last failure has come."""
    while time.monotonic() < killed_at + LIMIT:
        since = [answer for answer in readers.answers if answer.ended_at > killed_at]
        failed = max((answer.ended_at for answer in since if answer.failure), default=killed_at)
        back = [answer.ended_at for answer in since if not answer.failure and answer.started_at >= failed]
        slowest = max((answer.ended_at for answer in since if answer.seconds > 1), default=0.0)
        if back:
            return max(min(back), slowest) - killed_at
        time.sleep(0.1)
    return LIMIT


def _summary(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "kills": len(ordered),
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
        "most": round(ordered[-1], 2),
    }


def _kill(pid: int) -> None:
    if pid > 0:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = kill_at_random(Path(folder) / "home", options.kills, options.seed)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
