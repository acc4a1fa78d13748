"""Requests are read whole before they take a thread; what is refused names its limit."""

import asyncio
import errno
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from unittest.mock import Mock, patch

import pytest

from tests.thinktank.front.asgi_client import Response, ask
from thinktank.front import body
from thinktank.front.application import Front
from thinktank.front.lanes import Lane

LIMIT = 1_000_000


class Desk:
    """A WSGI application that notes what it was given, and can be told to wait."""

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []
        self.bodies: list[bytes] = []
        self.closed = 0
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.parts: Iterable[bytes] = [b"a ", b"page"]

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> "Desk":
        self.calls.append(environ)
        self.bodies.append(environ["wsgi.input"].read())
        if environ["REQUEST_METHOD"] == "POST":
            self.may_go_on.wait(10)
        start_response(
            "200 OK", [("Content-Type", "text/html"), ("Set-Cookie", "a=b"), ("Set-Cookie", "c=d")]
        )
        return self

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.parts)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def front(desk: Desk) -> Front:
    return Front(desk, limit=LIMIT)


def asked(front: Front, *request: Any, **more: Any) -> Response:
    return asyncio.run(ask(front, *request, **more))


def test_a_request_and_its_answer_pass_unchanged(front: Front, desk: Desk) -> None:
    answer = asked(
        front,
        "POST",
        "/caf%C3%A9/%2F",
        headers=[(b"content-type", b"text/plain"), (b"x-a", b"1")],
        body=[b"ab", b"c"],
    )
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"a page", "text/html")
    environ = desk.calls[0]
    assert desk.bodies == [b"abc"]
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/café//"
    assert (environ["REQUEST_METHOD"], environ["CONTENT_TYPE"], environ["HTTP_X_A"]) == (
        "POST",
        "text/plain",
        "1",
    )
    assert desk.closed == 1


def test_a_header_with_an_underscore_is_not_believed(front: Front, desk: Desk) -> None:
    asked(front, headers=[(b"x_forwarded_proto", b"https"), (b"x-forwarded-proto", b"http")])
    assert desk.calls[0]["HTTP_X_FORWARDED_PROTO"] == "http"
    asked(front, headers=[(b"X_Forwarded-Proto", b"https")])
    assert "HTTP_X_FORWARDED_PROTO" not in desk.calls[1]


def test_cookies_in_several_headers_are_all_read(front: Front, desk: Desk) -> None:
    asked(front, headers=[(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"x"), (b"accept", b"y")])
    assert (desk.calls[0]["HTTP_COOKIE"], desk.calls[0]["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


def test_a_stalled_form_takes_no_thread_and_is_told_so(
    front: Front, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "GRACE", 0.05)
    length = [(b"content-length", b"5000")]
    answer = asked(front, "POST", "/admin/", headers=length, body=[b"a"] * 100, pause=0.02)
    assert answer.status == 408
    assert "of 5,000 bytes" in answer.body.decode()
    assert answer.headers["connection"] == "close"
    assert desk.calls == []


def test_a_long_upload_may_take_long_while_it_moves(
    front: Front, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(body, "GRACE", 0.05)
    parts = [b"a" * 1000] * 10
    assert (
        asked(front, "POST", "/admin/", body=parts, pause=0.02).status == 200
    )  # 0.2 s, and 10,000 bytes in 2.5 s
    assert len(desk.bodies[0]) == 10_000


def test_a_request_that_ends_too_early_is_no_fault_of_the_desk(front: Front, desk: Desk) -> None:
    answer = asked(front, "POST", "/admin/", body=[b"a", b"b"], leaves=True)
    assert (answer.status, answer.headers["connection"]) == (400, "close")
    assert "did not come whole" in answer.body.decode()
    assert desk.calls == []


def test_a_form_without_an_announced_length_has_one_for_the_desk(front: Front, desk: Desk) -> None:
    asked(front, "POST", "/admin/", headers=[(b"transfer-encoding", b"chunked")], body=[b"a=", b"b"])
    assert (desk.calls[0]["CONTENT_LENGTH"], desk.bodies) == ("3", [b"a=b"])


def test_a_form_for_which_the_disk_has_no_room_is_told_so(
    front: Front, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(
        body.tempfile, "SpooledTemporaryFile", Mock(**{"return_value.write.side_effect": full})
    )
    answer = asked(front, "POST", "/admin/", headers=[(b"sent-by", b"script")], body=[b"a"])
    assert (answer.status, answer.headers["retry-after"], desk.calls) == (503, "300", [])
    assert "no room" in json.loads(answer.body)["sentence"]


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"2400000")]])
def test_a_limit_names_itself_and_what_was_sent(front: Front, desk: Desk, headers: Any) -> None:
    answer = asked(front, "POST", "/admin/", headers=headers, body=[b"a" * 800_000] * 3)
    assert answer.status == 413
    assert "1 MB" in answer.body.decode()
    assert "2.4 MB" in answer.body.decode()
    assert "Go back, and send a smaller file" in answer.body.decode()
    assert desk.calls == []
    by_script = asked(
        front, "POST", "/admin/", headers=[*headers, (b"sent-by", b"script")], body=[b"a" * 800_000] * 3
    )
    assert json.loads(by_script.body)["sentence"].endswith("2.4 MB. Send a smaller file or fewer of them.")


def test_headers_over_the_limit_name_it(front: Front, desk: Desk) -> None:
    answer = asked(front, headers=[(b"cookie", b"a" * 40_000)])
    assert (answer.status, desk.calls) == (431, [])
    assert "32 kB; these have 41 kB" in answer.body.decode()


def test_a_long_response_is_sent_in_blocks_and_ends_the_request_once(front: Front, desk: Desk) -> None:
    desk.parts = [b"x" * 100_000] * 20
    answer = asked(front, path="/static/film")
    assert len(answer.body) == 2_000_000
    assert 5 <= answer.blocks <= 10
    assert desk.closed == 1


def test_a_response_that_fails_ends_the_request(front: Front, desk: Desk) -> None:
    def failing() -> Iterator[bytes]:
        yield b"a" * 300_000
        raise ZeroDivisionError

    desk.parts = failing()
    with pytest.raises(ZeroDivisionError):
        asked(front)
    assert desk.closed == 1


def test_readers_are_answered_while_every_thread_of_the_desk_is_taken(front: Front, desk: Desk) -> None:
    async def race() -> tuple[Response, Response]:
        desk.may_go_on.clear()
        waiting = [asyncio.ensure_future(ask(front, "POST", "/admin/")) for _ in range(20)]
        await asyncio.sleep(0.05)
        alive = await ask(front, path="/healthz")
        reader = await ask(front, path="/articles/tides/")
        desk.may_go_on.set()
        await asyncio.gather(*waiting)
        return alive, reader

    alive, reader = asyncio.run(race())
    assert (alive.status, alive.body) == (200, b'{"process": true}')
    assert reader.status == 200


def test_passwords_readers_the_desk_files_and_readiness_have_lanes_of_their_own(front: Front) -> None:
    lanes = front.lanes
    assert lanes.of("POST", "/admin/login/") is lanes.passwords
    assert lanes.of("GET", "/admin/login/") is lanes.of("POST", "/admin/articles/article/add/") is lanes.desk
    assert lanes.of("GET", "/readyz") is lanes.ready
    assert lanes.of("GET", "/feed.rss") is lanes.of("HEAD", "/") is lanes.readers
    assert lanes.of("POST", "/feed.rss") is lanes.desk
    assert lanes.of("POST", "/admin/pictures/picture/add/", size=5_000_000) is lanes.files


def test_a_full_lane_says_that_nothing_was_done(front: Front, desk: Desk) -> None:
    front.lanes.desk = Lane("desk", threads=1, waiting=1)

    async def crowd() -> list[Response]:
        desk.may_go_on.clear()
        waiting = [asyncio.ensure_future(ask(front, "POST", "/admin/")) for _ in range(3)]
        await asyncio.sleep(0.05)
        desk.may_go_on.set()
        return await asyncio.gather(*waiting)

    answers = asyncio.run(crowd())
    assert sorted(answer.status for answer in answers) == [200, 200, 503]
    refused = next(answer for answer in answers if answer.status == 503)
    assert refused.headers["retry-after"] == "5"
    assert "Nothing was done" in refused.body.decode()


def test_a_response_that_has_begun_is_finished_though_the_lane_is_full(front: Front, desk: Desk) -> None:
    front.lanes.readers = lane = Lane("readers", threads=1, waiting=0)
    desk.parts = [b"x" * 100_000] * 10

    async def take_a_place_after_the_first_block() -> Response:
        begin = lane.begin

        async def begin_and_fill(call: Callable[[], Any]) -> Any:
            first = await begin(call)
            lane.taken += 1
            return first

        with patch.object(lane, "begin", begin_and_fill):
            return await ask(front, path="/static/film")

    answer = asyncio.run(take_a_place_after_the_first_block())
    assert len(answer.body) == 1_000_000
    assert desk.closed == 1
