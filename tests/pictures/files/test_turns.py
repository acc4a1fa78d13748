"""Two pictures are read at a time, whichever process was asked; whoever has no turn is told so."""

from pathlib import Path
from typing import Any

import pytest

from pictures.files import turns
from pictures.files.errors import NotTaken
from pictures.files.read import read_picture
from pictures.files.turns import turn
from tests.pictures.files.photos import drawing, file_of


def test_a_third_picture_waits_and_then_is_told_that_it_had_no_turn(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any
) -> None:
    settings.DESK_HOME = tmp_path  # other tests read pictures meanwhile, in turns of their own
    monkeypatch.setattr(turns, "WAIT_SECONDS", 0.1)
    with turn():
        with turn(), pytest.raises(NotTaken, match="had no turn"):
            read_picture(b"<html>")
        assert read_picture(file_of(drawing(40, 30))).width == 40


def test_a_desk_whose_disk_takes_no_turns_says_so(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "full").touch()
    settings.DESK_HOME = tmp_path / "full"
    with pytest.raises(NotTaken, match="no room to read a file"):
        read_picture(b"<html>")
