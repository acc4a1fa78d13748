"""A worker that is to end answers what has come whole, and waits for nobody who is slow."""

import asyncio
import os
import socket
from typing import Any
from unittest.mock import patch

import pytest

from tests.thinktank.front.asgi_client import scope_of
from thinktank.front import stop
from thinktank.front.application import Front
from thinktank.front.stop import Stop
from thinktank.server import web_server

WHOLE = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
EXPECTING = b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"


async def _stalled(front: Front, *, stops_first: bool) -> list[dict[str, Any]]:
    """What a client gets that never sends its body, when the worker ends."""
    is_read, sent = asyncio.Event(), list[dict[str, Any]]()

    async def receive() -> dict[str, Any]:
        is_read.set()
        return await asyncio.Future()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    if stops_first:
        front.stop.begin()
    asking = asyncio.ensure_future(front(scope_of("POST"), receive, send))
    await is_read.wait()
    if not stops_first:
        front.stop.begin()
    await asking
    return sent


@pytest.mark.parametrize("stops_first", [True, False])
def test_a_body_that_does_not_come_gets_a_sentence_when_the_worker_ends(stops_first: bool) -> None:
    front = Front(lambda environ, start_response: [], limit=1_000)
    front.stop = Stop(leave=lambda: None)
    with patch.object(stop, "MOMENT", 0.01):
        start, body = asyncio.run(_stalled(front, stops_first=stops_first))
    assert start["status"] == 503
    assert {b"retry-after", b"connection"} <= {name for name, _ in start["headers"]}
    assert b"being stopped or started anew" in body["body"]
    assert b"Nothing was done." in body["body"]


async def _leaving() -> list[str]:
    notes, has_left = list[str](), asyncio.Event()

    def leave() -> None:
        notes.append("left")
        has_left.set()

    ending = Stop(leave)
    with ending.waiting_for():
        ending.begin()
        for _ in range(9):  # turns of the loop, in which it would leave
            await asyncio.sleep(0)
        notes.append("answered")
    await has_left.wait()
    return notes


def test_a_worker_leaves_when_nothing_is_being_answered() -> None:
    with patch.multiple(stop, MOMENT=0, LEAVE=0):
        assert asyncio.run(_leaving()) == ["answered", "left"]


@pytest.mark.starts_servers
def test_clients_that_are_slow_do_not_hold_a_stop(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Granian kills what has not ended after ten seconds, and says so."""
    small = "tests.thinktank.front.small_desk:application"
    command = [small if part.endswith("asgi:application") else part for part in web_server.COMMAND]
    monkeypatch.setattr(web_server, "COMMAND", command)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = web_server.WebServer(listener, os.environ)
        try:
            assert server.becomes_ready(30)
            of_headers, of_body = (socket.create_connection(listener.getsockname()) for _ in range(2))
            of_headers.sendall(WHOLE)
            assert b"200 OK" in of_headers.recv(9_999)
            of_headers.sendall(b"GET / HTTP/1.1\r\nHost: 1")
            of_body.sendall(EXPECTING)
            assert b"100 Continue" in of_body.recv(9_999)
        finally:
            server.end()
        answer = b"".join(iter(lambda: of_body.recv(9_999), b""))
        assert b" 503 " in answer
        assert b"being stopped or started anew" in answer
        of_headers.close()
        of_body.close()
    assert "Killing worker" not in capfd.readouterr().err
