"""A few damaged and hostile files through the child process; `python -m tests.pictures.battery` reads hundreds."""

import pytest

from tests.pictures.battery import hostile, metadata_of, mutated, read_all
from tests.pictures.conftest import read
from tests.pictures.files.photos import drawing, exif, file_of


@pytest.mark.long
def test_hostile_and_damaged_files_are_taken_bare_or_refused_within_seconds() -> None:
    harmful = read_all(file for file in hostile() if file[0] != "49 megapixels")
    damaged = read_all(mutated(12))
    for all_of_a_kind in (harmful, damaged):
        assert (all_of_a_kind.faults, all_of_a_kind.metadata) == ([], [])
        assert all_of_a_kind.slowest[0] < 5  # one second on a quiet machine
    assert (harmful.taken, harmful.refused.total()) == (7, 9)


def test_the_battery_sees_metadata_where_there_is_some() -> None:
    bare = read(file_of(drawing(40, 30)))
    assert metadata_of(bare) == []
    object.__setattr__(bare, "master", file_of(drawing(40, 30), exif=exif(Artist="Ida Quay")))
    object.__setattr__(bare, "smallest", file_of(drawing(40, 30), "PNG", exif=exif(Artist="Ida Quay")))
    assert metadata_of(bare) == ["segment e1", "chunk eXIf"]
