"""A reload, a restart and a dying server cost no reader a request."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.thinktank.server.desk import (
    Reading,
    children,
    kill,
    picture_worker,
    printed_until,
    reading,
    runs,
    start,
    stop,
    web_server,
)

pytestmark = pytest.mark.starts_servers
# As systemd starts a service: with the socket as descriptor 3, for this process only.
PASS_ON = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execv(sys.executable, [sys.executable, "-m", "thinktank.run"])
"""
CLOSED = ("RemoteDisconnected", "ConnectionResetError")  # the second if the request came a moment later
ENOUGH = 4  # answers that readers got in a story
HANG = 30.0  # seconds; other work on the machine makes a request slow, but it never waits for a new desk


class Service:
    """A desk whose socket and environment file belong to the one who starts it."""

    def __init__(self, place: dict[str, str], listener: socket.socket) -> None:
        self.port = int(place["PORT"])
        self.settings = Path(place["DESK_HOME"]).parent / "desk.env"
        self.settings.write_text("")
        self._place = {**place, "DESK_ENV_FILE": str(self.settings)}
        self._listener = listener.fileno()
        self.process = self._start()

    def _start(self) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", PASS_ON, str(self._listener)]
        desk, printed = start(self._place, command, passed=(self._listener,))
        assert "Ctrl-C" in printed
        return desk

    def restart(self) -> None:
        assert stop(self.process, signal.SIGTERM)[0] == 0
        self.process = self._start()

    def reload(self) -> str:
        """What it says about its new workers."""
        self.process.send_signal(signal.SIGUSR1)
        return printed_until(self.process, "New workers")


@pytest.fixture(scope="module")
def service(shared_place: dict[str, str]) -> Iterator[Service]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", int(shared_place["PORT"])))
        listener.listen(1024)
        service = Service(shared_place, listener)
        yield service
        stop(service.process, signal.SIGTERM)


def none_failed(readers: Reading) -> bool:
    """True if every page came. One connection may have been closed before anything was read from it.

    A worker that ends closes those which it has accepted and has read nothing of, and granian cannot stop accepting
    first: the test below. Browsers ask again then (RFC 9110, section 9.2.2).
    """
    closed = [failure for failure in readers.failures if failure.startswith(CLOSED)]
    assert readers.failures == closed[:1]
    return len(readers.answers) >= ENOUGH and readers.longest < HANG


def wait_for_answers(readers: Reading) -> None:
    deadline = time.monotonic() + HANG
    while len(readers.answers) < ENOUGH:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_no_request_fails_while_new_workers_take_over(service: Service) -> None:
    with reading(service.port) as readers:
        for _ in range(2):
            before = web_server(service.process)
            assert "New workers serve the desk" in service.reload()
            assert web_server(service.process) != before
        wait_for_answers(readers)
    assert none_failed(readers)


def test_a_connection_on_which_nothing_was_sent_is_closed_when_its_worker_ends(service: Service) -> None:
    """If this fails, granian waits for the first request, and `none_failed` need not allow a closed connection."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=HANG) as silent:
        time.sleep(0.5)  # until it is accepted
        assert "New workers serve the desk" in service.reload()
        reloaded_at = time.monotonic()
        assert silent.recv(1) == b""
        assert time.monotonic() - reloaded_at < 10  # not by the limit for headers


def test_no_request_fails_while_a_service_restarts_whose_socket_stays(service: Service) -> None:
    with reading(service.port) as readers:
        service.restart()
        wait_for_answers(readers)
    assert none_failed(readers)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [("PORT=8000 # which?", "line 1: put the value of PORT"), ("DEBUG=perhaps", "DEBUG")],
)
def test_new_workers_that_do_not_start_leave_the_earlier_ones_in_place(
    service: Service, wrong: str, sentence: str
) -> None:
    service.settings.write_text(wrong)
    with reading(service.port) as readers:
        told = service.reload()
        wait_for_answers(readers)
    service.settings.write_text("")
    assert sentence in told
    assert "New workers did not start; the earlier ones stay" in told
    assert none_failed(readers)


def test_a_server_that_is_killed_is_started_again_while_its_workers_serve_on(service: Service) -> None:
    killed = web_server(service.process)
    workers = children(killed)
    with reading(service.port) as readers:
        kill(killed)
        told = printed_until(service.process, "The web server ended")
        while web_server(service.process) == killed or any(map(runs, workers)):
            time.sleep(0.1)
        wait_for_answers(readers)
    assert "The web server ended (signal 9). It is started again now." in told
    assert none_failed(readers)


def test_the_worker_of_pictures_is_started_again_when_it_is_killed_and_anew_with_new_workers(
    service: Service,
) -> None:
    killed = next_picture_worker(service.process, -1)
    kill(killed)
    # An earlier worker may have ended by itself, on the wrong settings of the test before.
    told = printed_until(service.process, "The worker of pictures ended (signal 9)")
    assert "The worker of pictures ended (signal 9). It is started again" in told
    before = next_picture_worker(service.process, killed)
    assert "New workers serve the desk" in service.reload()
    next_picture_worker(service.process, before)


def next_picture_worker(desk: "subprocess.Popen[str]", before: int) -> int:
    deadline = time.monotonic() + HANG
    while (pid := picture_worker(desk)) in (before, -1):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return pid


def test_a_worker_that_dies_again_and_again_is_replaced_and_the_other_serves_on(service: Service) -> None:
    """Granian by itself ends all of them when one dies twice within 5.5 seconds."""
    first, (steady, victim) = web_server(service.process), children(web_server(service.process))
    with reading(service.port) as readers:
        for _ in range(4):
            kill(victim)
            victim = next_beside(steady, victim, first)
    assert readers.longest < HANG / 2
    assert len(readers.failures) < len(readers.answers) / 4  # those that were in a killed worker's hands


def next_beside(steady: int, killed: int, server: int) -> int:
    """The worker that replaces a killed one, while another lives on."""
    deadline = time.monotonic() + HANG
    while time.monotonic() < deadline:
        workers = children(server)
        assert steady in workers
        if others := {*workers} - {steady, killed}:
            return others.pop()
        time.sleep(0.05)
    raise AssertionError("The worker was not replaced.")
