"""Acknowledged saves and pictures survive the death of any process of the desk; readers are served again at once."""

import os
from pathlib import Path

import pytest

from tests.thinktank.server.desk import Answer, Reading
from tests.thinktank.server.kills import LIMIT, Tally, kill_at_random, seconds_away

KILLS = int(os.environ.get("DESK_KILLS", "5"))
EDITORS = 3
"""Enough that a save is always under way; eight keep a machine of two cores busy with nothing else."""


@pytest.mark.starts_servers
@pytest.mark.long
def test_no_acknowledged_save_is_lost_whatever_is_killed_and_readers_come_back(tmp_path: Path) -> None:
    tally = Tally()
    kill_at_random(tmp_path / "home", KILLS, tally, editors=EDITORS)
    assert tally.saves_lost == 0
    assert tally.saves_acknowledged > EDITORS * KILLS
    assert tally.writers_given_up == 0
    assert (tally.pictures_lost, tally.files_amiss) == (0, 0)
    assert tally.pictures_acknowledged > 0
    for kind, times in tally.away.items():
        assert max(times, default=0) < LIMIT, f"{kind}: {times}"  # on a quiet machine 2, for the run script 6


def test_readers_are_back_with_the_first_page_that_was_asked_for_after_the_last_failure() -> None:
    answers = [
        Answer(9.0, 10.5, ""),  # on its way when the kill came
        Answer(10.6, 11.0, "ConnectionRefusedError"),
        Answer(11.0, 12.5, ""),
        Answer(12.6, 13.0, ""),
    ]
    assert seconds_away(Reading(answers), killed_at=10.0) == 2.5
    assert seconds_away(Reading(answers[:2]), killed_at=10.0) is None
    assert seconds_away(Reading(answers[:1]), killed_at=10.0) is None
