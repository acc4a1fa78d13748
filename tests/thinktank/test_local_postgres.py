"""The local cluster: started by its first user, stopped after its last."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.thinktank.server.desk import runs
from thinktank.local_postgres.binaries import find_binaries
from thinktank.local_postgres.errors import LocalPostgresError
from thinktank.local_postgres.membership import PROJECT, Membership
from thinktank.local_postgres.place import LONGEST_SOCKET_DIRECTORY, place_of
from thinktank.local_postgres.watchdog import CHECK_EVERY, GRACE

pytestmark = pytest.mark.starts_servers
PATIENCE = 120.0
DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def user(home: Path) -> Iterator[Membership]:
    """One user of a throw-away cluster, which is seen down at the end."""
    user = Membership(home, durable=False)
    yield user
    user.leave(wait=PATIENCE)
    elsewhere = place_of(home).cluster
    if elsewhere != place_of(home).root:
        shutil.rmtree(elsewhere)


def ask(user: Membership, question: str) -> object:
    host = str(user.join(create=True).sockets)
    with psycopg.connect(host=host, dbname="postgres", user="postgres", autocommit=True) as connection:
        answer = connection.execute(question)
        row = answer.fetchone() if answer.description else None
        return row[0] if row else None


def server_pid(home: Path) -> int:
    return int((place_of(home).data / "postmaster.pid").read_text().splitlines()[0])


def owner_pid(home: Path) -> int:
    status = (Path("/proc") / str(server_pid(home)) / "status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("PPid:")))


def wait_for(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def other_process(home: Path) -> "subprocess.Popen[str]":
    """A second user of the cluster, in it when this returns."""
    code = "import sys, time, pathlib; from thinktank.local_postgres.membership import Membership as M\n"
    code += "M(pathlib.Path(sys.argv[1]), durable=False).join(create=True); print('in', flush=True); time.sleep(600)"
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(home)], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "in\n"
    return other


def test_the_data_is_found_again_after_a_kill_of_the_owner_and_the_server_dies_with_it(
    home: Path, user: Membership
) -> None:
    ask(user, "CREATE TABLE kept AS SELECT 41 + 1 AS answer")
    server, owner = server_pid(home), owner_pid(home)
    os.kill(owner, signal.SIGKILL)
    assert wait_for(lambda: not runs(server))
    user.join(after_trouble=True)
    assert ask(user, "SELECT answer FROM kept") == 42
    assert owner_pid(home) != owner


def test_the_data_is_found_again_when_owner_server_and_user_were_all_killed(home: Path) -> None:
    user = Membership(home)  # durable: a throw-away cluster may lose its last moments
    ask(user, "CREATE TABLE kept AS SELECT 7 AS answer")
    other = other_process(home)
    user.leave()
    killed = (owner_pid(home), server_pid(home), other.pid)
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    other.communicate()
    assert wait_for(lambda: not any(runs(pid) for pid in killed))
    assert ask(user, "SELECT answer FROM kept") == 7
    user.leave(wait=PATIENCE)


def test_the_server_stays_while_anybody_uses_it_and_stops_after_the_last_was_killed(
    home: Path, user: Membership
) -> None:
    user.join(create=True)
    server = server_pid(home)
    other = other_process(home)
    user.leave(wait=2)
    assert runs(server)
    other.kill()
    other.communicate()
    assert wait_for(lambda: not runs(server))
    assert not (place_of(home).data / "postmaster.pid").exists()  # an orderly shutdown


def test_a_killed_server_is_started_again_before_anybody_asks_for_it(home: Path, user: Membership) -> None:
    ask(user, "SELECT 1")
    server, owner = server_pid(home), owner_pid(home)
    os.kill(server, signal.SIGKILL)
    assert wait_for(lambda: place_of(home).pid_file()[1] == "ready" and server_pid(home) != server)
    assert owner_pid(home) == owner


def test_who_asks_right_after_a_kill_of_the_server_waits_and_gets_an_answer(
    home: Path, user: Membership
) -> None:
    ask(user, "CREATE TABLE kept AS SELECT 3 AS answer")
    server = server_pid(home)
    os.kill(server, signal.SIGKILL)
    assert wait_for(lambda: not runs(server))
    user.join(after_trouble=True)
    assert ask(user, "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'startup'") == 0


def test_a_desk_that_comes_back_after_a_kill_finds_the_server_running(home: Path, user: Membership) -> None:
    killed = other_process(home)
    server = server_pid(home)
    killed.kill()
    killed.communicate()
    time.sleep(3 * CHECK_EVERY)
    user.join()
    assert server_pid(home) == server
    assert runs(server)


def test_a_server_stops_at_once_when_its_last_user_ends_in_good_order(home: Path) -> None:
    code = "import sys, pathlib; from thinktank.local_postgres.membership import Membership as M\n"
    code += "print(M(pathlib.Path(sys.argv[1]), durable=False).join(create=True).pid_file()[0])"
    one = subprocess.run(
        [sys.executable, "-c", code, str(home)], cwd=PROJECT, stdout=subprocess.PIPE, check=True
    )
    server, ended_at = int(one.stdout), time.monotonic()
    assert wait_for(lambda: not runs(server))
    assert time.monotonic() - ended_at < GRACE
    assert not place_of(home).left.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone can do this in one call")
def test_recovery_does_not_wait_for_each_file_of_the_cluster(user: Membership) -> None:
    assert ask(user, "SHOW recovery_init_sync_method") == "syncfs"


@pytest.mark.parametrize("left", ["a running stranger", "a zombie", "cut short", "no number"])
def test_a_stale_pid_file_does_not_keep_the_desk_down(home: Path, user: Membership, left: str) -> None:
    ask(user, "CREATE TABLE kept AS SELECT 3 AS answer")
    user.leave(wait=PATIENCE)
    place = place_of(home)
    zombie = subprocess.Popen([sys.executable, "-c", "pass"])
    os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
    pid = {"a running stranger": str(os.getpid()), "a zombie": str(zombie.pid), "no number": "x"}.get(
        left, ""
    )
    body = f"{pid}\n{place.data}\n1\n5432\n{place.sockets}\n" if pid else ""
    for path in (place.data / "postmaster.pid", place.sockets / ".s.PGSQL.5432.lock"):
        path.write_text(body)
        shutil.chown(path, place.data.stat().st_uid, place.data.stat().st_gid)
    try:
        assert ask(user, "SELECT answer FROM kept") == 3
    finally:
        zombie.wait()


def test_an_interrupted_making_of_the_cluster_is_begun_again(home: Path, user: Membership) -> None:
    half = place_of(home).root / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    assert ask(user, "SELECT 1") == 1


def test_letters_beyond_ascii_have_cases_and_no_port_is_open(user: Membership) -> None:
    assert ask(user, "SELECT lower('ÉÀ') || upper('ß')") in ("éàß", "éàSS")
    assert ask(user, "SHOW listen_addresses") == ""
    assert ask(user, "SHOW server_encoding") == "UTF8"


@pytest.mark.skipif(not DEBIAN_15.is_dir(), reason="needs the system's PostgreSQL 15")
def test_the_systems_version_15_does_as_well(user: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTGRES_BIN", str(DEBIAN_15))
    assert str(ask(user, "SHOW server_version")).startswith("15.")
    assert ask(user, "SELECT lower('ÉÀ')") == "éà"


def test_another_major_version_is_refused_with_the_way_out(home: Path, user: Membership) -> None:
    user.join(create=True)
    user.leave(wait=PATIENCE)
    (place_of(home).data / "PG_VERSION").write_text("14\n")
    with pytest.raises(
        LocalPostgresError, match=r"PostgreSQL 14.*`manage.py backup FILE`.*`manage.py restore FILE`"
    ):
        user.join(create=True)


def test_a_missing_program_is_said_in_a_sentence(user: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTGRES_BIN", "/nowhere")
    with pytest.raises(LocalPostgresError, match="POSTGRES_BIN is /nowhere"):
        user.join(create=True)


def test_a_home_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LocalPostgresError, match=r"cannot be used: Not a directory"):
        Membership(tmp_path / "file").join(create=True)


def test_a_long_home_gets_a_short_socket_of_its_own(tmp_path: Path) -> None:
    deep = tmp_path / ("long" * 30)
    deeper = tmp_path / ("long" * 30) / "er"
    assert len(str(place_of(deep).sockets)) <= LONGEST_SOCKET_DIRECTORY
    assert place_of(deep).sockets != place_of(deeper).sockets
    user = Membership(deep, durable=False)
    assert ask(user, "SELECT 1") == 1
    user.leave(wait=PATIENCE)
    shutil.rmtree(place_of(deep).sockets)


def modes(path: Path) -> list[tuple[str, int]]:
    return [(str(parent), stat.S_IMODE(parent.stat().st_mode)) for parent in path.parents]


@needs_root
def test_root_below_a_folder_of_its_own_runs_the_server_as_somebody_else(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    before = modes(closed / "home")
    user = Membership(closed / "home", durable=False)
    assert ask(user, "SELECT 1") == 1
    status = (Path("/proc") / str(server_pid(closed / "home")) / "status").read_text()
    assert "Uid:\t0\t" not in status
    assert modes(closed / "home") == before
    user.leave(wait=PATIENCE)


@needs_root
def test_programs_below_a_closed_folder_are_lent_to_the_servers_user(
    tmp_path: Path, user: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    install = find_binaries().directory.parent
    package = install.parent
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.is_dir():
            shutil.copytree(folder, closed / folder.name, symlinks=True)
    monkeypatch.setenv("POSTGRES_BIN", str(closed / package.name / install.name / "bin"))
    assert ask(user, "SELECT 1") == 1
    status = (Path("/proc") / str(server_pid(user.home)) / "status").read_text()
    assert "CapPrm:\t0000000000000004" in status  # to read and search, and nothing else


@needs_root
@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv to take the capability away")
def test_where_root_cannot_lend_its_reading_the_cluster_moves(home: Path, user: Membership) -> None:
    home.mkdir(mode=0o700)
    code = "import sys, pathlib; from thinktank.local_postgres.membership import Membership as M\n"
    code += "m = M(pathlib.Path(sys.argv[1]), durable=False); m.join(create=True); m.leave(wait=30)"
    without = ["setpriv", "--bounding-set=-dac_read_search", sys.executable, "-c", code, str(home)]
    subprocess.run(without, cwd=PROJECT, check=True)
    place = place_of(home)
    assert place.cluster.parent == Path("/var/tmp")
    assert stat.S_IMODE(place.cluster.stat().st_mode) == 0o700
    assert ask(user, "SELECT 1") == 1  # and with it, the moved one is used
