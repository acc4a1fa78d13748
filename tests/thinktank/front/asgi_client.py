"""Requests to an ASGI application without a server."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Header = tuple[bytes, bytes]


@dataclass
class Response:
    status: int
    headers: dict[str, str]
    body: bytes
    blocks: int  # pieces that the body came in


def scope_of(method: str = "GET", path: str = "/", headers: Iterable[Header] = ()) -> dict[str, Any]:
    return {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"",
        "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 5000),
        "headers": [(b"host", b"127.0.0.1"), *headers],
    }  # fmt: skip


async def ask(
    application: Any,
    method: str = "GET",
    path: str = "/",
    *,
    headers: Iterable[Header] = (),
    body: Iterable[bytes] = (b"",),
    pause: float = 0.0,
    leaves: bool = False,
) -> Response:
    """Send a request whose body comes in parts, with a pause before each; `leaves`: the client goes before the last."""
    parts, sent = list(body), list[dict[str, Any]]()

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(pause)
        part = parts.pop(0)
        if leaves and not parts:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await application(scope_of(method, path, headers), receive, send)
    if not sent:
        return Response(0, {}, b"", 0)
    names = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Response(sent[0]["status"], names, b"".join(m["body"] for m in sent[1:]), len(sent) - 1)
