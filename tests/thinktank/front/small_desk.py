"""A desk without Django, for a server to serve behind the front: every page is there at once."""

import logging
from collections.abc import Callable
from typing import Any

from thinktank.front import body, stop
from thinktank.front.application import Front

logging.disable()
stop.MOMENT, stop.LEAVE = 0.2, 0.1
body.GRACE = 600.0  # a slow body is still there when readers on a busy machine have their pages


def pages(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"a page"]


application = Front(pages, limit=1_000_000)
