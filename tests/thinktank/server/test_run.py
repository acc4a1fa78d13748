"""`make run` brings a desk up, says where it is, and leaves nothing behind."""

import http.cookiejar
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.thinktank.server.desk import PATIENCE, left, start, stop
from thinktank.environment import PROJECT

pytestmark = pytest.mark.starts_servers


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_the_desk_comes_up_lets_the_first_administrator_in_and_leaves_nothing_behind(
    place: dict[str, str],
) -> None:
    site = f"http://127.0.0.1:{place['PORT']}"
    desk, printed = start(place)
    assert f"{site}/" in printed
    assert f"{site}/admin/" in printed
    found = re.search(rf"{site}/welcome/\S+/", printed)
    assert found
    with urllib.request.urlopen(f"{site}/readyz") as ready:
        assert json.load(ready) == {"database": True, "migrations": True}
    become_administrator(found.group())
    assert stop(desk, signal.SIGINT) == (0, "")  # every worker left by itself
    assert left(place) == []

    before = state(Path(place["DESK_HOME"]))
    desk, printed = start(place)  # the second time, nothing is to be done
    assert "welcome" not in printed
    os.kill(desk.pid, signal.SIGKILL)  # and however it ends, its children go too
    desk.communicate(timeout=PATIENCE)
    deadline = time.monotonic() + PATIENCE
    while left(place) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert left(place) == []
    assert state(Path(place["DESK_HOME"])) == before


def become_administrator(link: str) -> None:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = opener.open(link).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    person = {"username": "ada", "password1": "correct horse battery", "password2": "correct horse battery"}
    body = urllib.parse.urlencode({**person, "csrfmiddlewaretoken": token.group(1)}).encode()
    answer = opener.open(urllib.request.Request(link, body, {"Referer": link}))
    assert answer.geturl().endswith("/admin/first-steps/")
    assert "ada" in answer.read().decode()


def state(home: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file but the database server's own."""
    files = [path for path in home.rglob("*") if path.is_file() and home / "postgres" not in path.parents]
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def test_a_taken_port_is_said_before_anything_is_made(place: dict[str, str], tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(place["PORT"])))
        taken.listen()
        said = subprocess.run(
            [sys.executable, "-m", "thinktank.run"], cwd=PROJECT, env=place, capture_output=True, text=True
        )
    assert said.returncode == 1
    assert f"Port {place['PORT']} cannot be used" in said.stderr
    assert not Path(place["DESK_HOME"]).exists()


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_what_make_runs_is_what_is_tested_here() -> None:
    said = subprocess.run(["make", "--dry-run", "run"], cwd=PROJECT, capture_output=True, text=True)
    assert "-m thinktank.run" in said.stdout
