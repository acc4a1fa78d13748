"""The ASGI application around a WSGI application: a thread of a lane answers each request that has come whole."""

import json
import logging
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from wsgiref.types import WSGIApplication

from ..health import ALIVE
from .body import ClientGone, Message, Receive, Stopped, TooLarge, TooSlow, read_body
from .lanes import Lane, LaneFull, Lanes
from .refusals import (
    Header,
    Refusal,
    announced_length,
    headers_too_large,
    lane_full,
    no_room,
    not_whole,
    stopping,
    too_large,
    too_slow,
)
from .stop import Stop
from .wsgi_call import RequestScope, WsgiCall, size_of

Send = Callable[[Message], Awaitable[None]]
log = logging.getLogger(__name__)
SWITCH_SECONDS = (
    0.001  # a busy thread lets others in after so long; Python's usual five make health checks wait
)


class Front:
    """One worker's door. `limit`: bytes of a request with its files. `stop` is told when the worker is to end."""

    def __init__(self, application: WSGIApplication, *, limit: int) -> None:
        self.application, self.limit = application, limit
        self.lanes, self.stop = Lanes(), Stop()
        sys.setswitchinterval(SWITCH_SECONDS)

    async def __call__(self, scope: RequestScope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"The desk speaks HTTP only, not {scope['type']}.")
        if scope["path"] == "/healthz" and scope["method"] in ("GET", "HEAD"):
            await _send(send, 200, b"application/json", ALIVE)
            return
        with self.stop.waiting_for():
            try:
                await self._answer(scope, receive, send)
            except Refusal as refusal:
                await _refuse(send, refusal, as_json=(b"sent-by", b"script") in scope["headers"])

    async def _answer(self, scope: RequestScope, receive: Receive, send: Send) -> None:
        """Read the request, and have it answered. Raises Refusal."""
        headers_too_large(scope["headers"])
        try:
            body = await read_body(receive, self.stop, limit=self.limit)
        except TooSlow as slow:
            raise too_slow(slow.args[0], announced_length(scope["headers"])) from None
        except Stopped:
            raise stopping() from None
        except TooLarge as large:
            raise too_large(large.args[0], self.limit) from None
        except ClientGone:
            raise not_whole() from None
        except OSError as problem:
            raise no_room(problem) from None
        lane = self.lanes.of(scope["method"], scope["path"], size_of(body))
        with body:
            try:
                await _respond(WsgiCall(self.application, scope, body), lane, send)
            except LaneFull:
                raise lane_full() from None


async def _respond(call: WsgiCall, lane: Lane, send: Send) -> None:
    """Send the response. No thread waits while a client is slow to take it."""
    block, has_more = await lane.begin(call.run)
    await send({"type": "http.response.start", "status": call.status, "headers": call.headers})
    try:
        while has_more:
            await send({"type": "http.response.body", "body": block, "more_body": True})
            block, has_more = await lane.go_on(call.next_block)
        await send({"type": "http.response.body", "body": block})
    finally:
        if has_more:
            await lane.go_on(call.close)


async def _refuse(send: Send, refusal: Refusal, *, as_json: bool) -> None:
    """Send the sentence: as text, or as `desk.unsaved.in_place` has it for the script that sends forms."""
    log.warning("%s", refusal)
    content_type, body = b"text/plain; charset=utf-8", refusal.on_a_page
    if as_json:
        content_type, body = b"application/json", json.dumps({"sentence": refusal.in_place})
    with suppress(OSError, RuntimeError):  # the client has gone
        await _send(send, refusal.status, content_type, body.encode(), *refusal.headers)


async def _send(send: Send, status: int, content_type: bytes, body: bytes, *headers: Header) -> None:
    """Send a response of the front's own."""
    own: list[Header] = [
        (b"content-type", content_type),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"x-robots-tag", b"noindex"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": [*own, *headers]})
    await send({"type": "http.response.body", "body": body})
