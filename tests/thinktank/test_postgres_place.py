"""The places of a local cluster: what its files say, and who may enter them."""

import os
from pathlib import Path

from thinktank.local_postgres.account import Account, can_enter
from thinktank.local_postgres.place import place_of


def test_a_server_that_listens_and_has_not_written_its_state_is_starting(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    place.data.mkdir(parents=True)
    lines = ["4711", str(place.data), "1790000000", "5432", str(place.sockets), ""]
    (place.data / "postmaster.pid").write_text("\n".join(lines))
    assert place.pid_file() == ("4711", "starting")


def test_an_account_can_enter_only_if_every_parent_lets_it(tmp_path: Path) -> None:
    me, stranger = Account(os.getuid(), os.getgid()), Account(54321, 54321)
    inner = tmp_path / "inner"
    inner.mkdir(mode=0o700)
    assert not can_enter(stranger, inner / "file")
    assert can_enter(me, inner / "file") or os.getuid() != 0
    assert can_enter(stranger, Path("/file"))
