"""Kill parts of a desk at random while eight editors write and one adds pictures. Reports figures as JSON.

`python -m tests.thinktank.server.kills --kills 1000 --to kills.json` kills again as soon as readers have their page and
every editor has saved. Ctrl-C ends it after the kill at hand; the same command goes on from there.
"""

import argparse
import json
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.thinktank.server.desk import Reading, reading
from tests.thinktank.server.uploaders import swept, uploading
from tests.thinktank.server.victims import KINDS, Victims
from tests.thinktank.server.writers import Writer, lost, writing

LIMIT = 180.0  # seconds after which readers or writers are given up
EDITORS = 8
LOOK = 0.02  # seconds between two looks
KILLS_OF_A_DESK = 100  # then its saves are compared, and another desk begins


@dataclass
class Tally:
    """What all desks so far went through."""

    desks: int = 0
    saves_acknowledged: int = 0
    saves_lost: int = 0
    pictures_acknowledged: int = 0
    pictures_lost: int = 0
    files_amiss: int = (
        0  # files without a row and rows without a file, after the worker and a sweep have looked
    )
    writers_given_up: int = 0  # who had no save acknowledged within `LIMIT` after a kill
    away: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    loads: list[float] = field(default_factory=list)  # the machine's load average at each kill

    @property
    def kills(self) -> int:
        return sum(map(len, self.away.values()))

    def figures(self) -> dict[str, Any]:
        """Counts, and for each kind of victim the seconds in which readers had no page."""
        counts = {name: value for name, value in asdict(self).items() if isinstance(value, int)}
        seconds = {kind: _summary(times) for kind, times in self.away.items() if times}
        return {"kills": self.kills, **counts, "load": _summary(self.loads), "seconds_away": seconds}


def kill_at_random(
    home: Path,
    kills: int,
    tally: Tally,
    is_interrupted: Callable[[], bool] = lambda: False,
    *,
    editors: int = EDITORS,
) -> None:
    """Bring up a desk, kill parts of it while so many editors write, and add to the tally."""
    choose, victims = random.Random(tally.desks), Victims(home)
    try:
        with (
            writing(victims.site, victims.account(), editors) as writers,
            uploading(victims.site, victims.account()) as uploader,
            reading(victims.port, "/", count=1, pause=LOOK, patience=LIMIT) as readers,
        ):
            _let_all_save(writers)
            for number in range(kills):
                if is_interrupted():
                    break
                if number % len(KINDS) == 0:
                    round_of_all = choose.sample(KINDS, len(KINDS))
                kind = round_of_all[number % len(KINDS)]
                tally.loads.append(os.getloadavg()[0])
                killed_at = time.monotonic()
                victims.kill(kind, choose)
                _wait(lambda: seconds_away(readers, killed_at) is not None)  # noqa: B023 - called at once
                tally.writers_given_up += not _let_all_save(writers)
                tally.away[kind].append(seconds_away(readers, killed_at) or LIMIT)
                sys.stderr.write(f"{time.strftime('%T')} {kind} {tally.away[kind][-1]:.2f}\n")
            _wait(lambda: bool(uploader.kept))
        tally.saves_lost += len(lost(writers, victims.versions()))
        tally.pictures_lost += len(set(uploader.kept) - set(victims.pictures()))
        tally.pictures_acknowledged += len(uploader.kept)
        tally.files_amiss += _files_amiss(swept(victims.place))
        tally.saves_acknowledged += sum(len(writer.acknowledged) for writer in writers)
        tally.desks += 1
    finally:
        victims.end()


def _files_amiss(found: dict[str, Any]) -> int:
    """Files of pictures that a sweep would mend, or could not, and those that the worker could not make."""
    return int(found["without_row"] + found["to_make_again"] + len(found["lost"]) + found["left"])


def seconds_away(readers: Reading, killed_at: float) -> float | None:
    """Seconds from a kill until a page came whole, asked for after it and after the last failure. None if none did."""
    since = [answer for answer in readers.answers if answer.ended_at > killed_at]
    failed_at = max((answer.ended_at for answer in since if answer.failure), default=killed_at)
    back_at = [answer.ended_at for answer in since if not answer.failure and answer.started_at >= failed_at]
    return min(back_at) - killed_at if back_at else None


def _let_all_save(writers: list[Writer]) -> bool:
    """Wait until each has had another save acknowledged. False if one has not."""
    before = [len(writer.acknowledged) for writer in writers]
    return _wait(
        lambda: all(len(writer.acknowledged) > count for writer, count in zip(writers, before, strict=True))
    )


def _wait(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(LOOK)
    return True


def _summary(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "n": len(ordered),
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
        "worst": round(ordered[-1], 2),
    }


def kill_and_keep(kills: int, file: Path) -> Tally:
    """Go on until the tally in a file has so many kills, or until Ctrl-C."""
    tally, interrupts = Tally(**json.loads(file.read_text())) if file.exists() else Tally(), []
    signal.signal(signal.SIGINT, lambda number, frame: interrupts.append(number))
    while tally.kills < kills and not interrupts:
        with tempfile.TemporaryDirectory() as folder:
            next_kills = min(KILLS_OF_A_DESK, kills - tally.kills)
            kill_at_random(Path(folder) / "home", next_kills, tally, lambda: bool(interrupts))
        file.write_text(json.dumps(asdict(tally)))
        sys.stderr.write(f"{json.dumps(tally.figures())}\n")
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--to", type=Path, default=Path("kills.json"), help="keeps what was measured so far")
    options = parser.parse_args()
    tally = kill_and_keep(options.kills, options.to)
    sys.stdout.write(json.dumps(tally.figures(), indent=1) + "\n")


if __name__ == "__main__":
    main()
