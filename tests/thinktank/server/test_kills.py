"""An acknowledged save survives the death of any process of the desk, and readers are served again at once."""

import os
from pathlib import Path

import pytest

from tests.thinktank.server.kills import LIMIT, kill_at_random

KILLS = int(os.environ.get("DESK_KILLS", "8"))


@pytest.mark.starts_servers
@pytest.mark.long
def test_no_acknowledged_save_is_lost_whatever_is_killed_and_readers_come_back(tmp_path: Path) -> None:
    figures = kill_at_random(tmp_path / "home", KILLS, seed=8)
    assert figures["acknowledged saves lost"] == 0
    assert figures["saves acknowledged"] > KILLS
    for kind, seconds in figures["seconds until readers are served"].items():
        assert seconds["most"] < LIMIT, f"{kind}: {seconds}"  # on a quiet machine 2, for the run script 6
