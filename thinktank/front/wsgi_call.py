"""One call of the WSGI application (PEP 3333) for a request that ASGI described."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO, Any
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIApplication
from wsgiref.util import FileWrapper

RequestScope = dict[str, Any]
ResponseHeaders = list[tuple[bytes, bytes]]
BLOCK = 256 * 1024  # bytes; a longer response is taken from the application in pieces of about this size


def environ_of(scope: RequestScope, body: IO[bytes]) -> dict[str, Any]:
    """The WSGI environment. A header with an underscore in its name is left out.

    `X_Forwarded_Proto` would have the same variable as `X-Forwarded-Proto`, which only the proxy may set.
    """
    host, port = scope.get("server") or ("localhost", None)
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"].partition(b"?")[0]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": str(host),
        "SERVER_PORT": str(port or 80),
        "REMOTE_ADDR": str((scope.get("client") or ("",))[0]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": _in_blocks,
    }
    for name, value in scope["headers"]:
        if b"_" not in name:
            _add(environ, name.decode("latin-1").upper().replace("-", "_"), value.decode("latin-1"))
    environ.setdefault("CONTENT_LENGTH", str(size_of(body)))  # of chunks, whose sum nobody has announced
    return environ


def size_of(body: IO[bytes]) -> int:
    """Bytes of a body, which then stands at its start."""
    size = body.seek(0, os.SEEK_END)
    body.seek(0)
    return size


def _add(environ: dict[str, Any], name: str, value: str) -> None:
    """Add a header; one that comes again is joined to the first (RFC 9110, section 5.3; RFC 6265, section 5.4)."""
    key = name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"
    between = "; " if name == "COOKIE" else ","
    environ[key] = f"{environ[key]}{between}{value}" if key in environ else value


def _in_blocks(file: IO[bytes], size: int) -> FileWrapper:
    return FileWrapper(file, BLOCK)


class WsgiCall:
    """One request at the application. `run` and `next_block` are called in a thread, one after the other."""

    def __init__(self, application: WSGIApplication, scope: RequestScope, body: IO[bytes]) -> None:
        self._application, self._scope, self._body = application, scope, body
        self.status, self.headers = 500, ResponseHeaders()
        self._parts: Iterable[bytes] = ()
        self._rest: Iterator[bytes] = iter(())

    def run(self) -> tuple[bytes, bool]:
        """Call the application: the first block of the response, and True if there is more."""
        self._parts = self._application(environ_of(self._scope, self._body), self._start_response)
        self._rest = iter(self._parts)
        return self.next_block()

    def next_block(self) -> tuple[bytes, bool]:
        """The next block, and True if there is more. Ends the request after the last and after an error."""
        block, length = [], 0
        try:
            for part in self._rest:
                block.append(part)
                length += len(part)
                if length >= BLOCK:
                    return b"".join(block), True
        except BaseException:
            self.close()
            raise
        self.close()
        return b"".join(block), False

    def close(self) -> None:
        """End the request: Django lets go of its database connection, and of uploaded files."""
        with suppress(AttributeError):
            self._parts.close()  # type: ignore[attr-defined]
        self._parts = ()

    def _start_response(
        self, status: str, headers: list[tuple[str, str]], exc_info: Any = None
    ) -> Callable[[bytes], object]:
        self.status = int(status.split(" ", 1)[0])
        self.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return _no_write


def _no_write(data: bytes) -> object:
    raise NotImplementedError("The application returns its response; it writes nothing.")
