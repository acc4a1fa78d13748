"""The state of a local server, read off its pid file."""

from pathlib import Path

from thinktank.local_postgres.place import place_of


def test_a_server_that_listens_and_has_not_written_its_state_is_starting(tmp_path: Path) -> None:
    place = place_of(tmp_path / "home")
    place.data.mkdir(parents=True)
    lines = ["4711", str(place.data), "1790000000", "5432", str(place.sockets), ""]
    (place.data / "postmaster.pid").write_text("\n".join(lines))
    assert place.pid_file() == ("4711", "starting")
