"""Measure what keeping costs: twenty editors type, and each tab sends a text of 2,500 words every few seconds."""

import http.client
import statistics
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from articles.models import Article
from desk.models import Buffer, Lease
from thinktank.bench.serving import DESK, RunningServer, serve
from thinktank.bench.uploads import TOKEN, session_cookies

EDITORS = 20
EVERY = 3.0  # seconds between two messages of a tab, as in desk/static/articles/buffers/keeping.js
PROMISED_MS = 50
BODY = "<p>" + "Every form is a small harbour of its own. " * 320 + "</p>"


def measure_typing(database_url: str, log: Path, seconds: float) -> dict[str, float]:
    """Milliseconds of an answer as an editor's tab waits for it, and of processor time, while twenty type."""
    cookies = session_cookies()
    pieces = list(Article.objects.order_by("pk").values_list("pk", flat=True)[:EDITORS])
    with (
        serve(DESK, log, database_url, SECRET_KEY=settings.SECRET_KEY) as server,
        ThreadPoolExecutor(EDITORS) as editors,
    ):
        _keep(server, cookies, pieces[0], uuid.uuid4(), 0)  # warms up
        before, until = server.processor_seconds(), time.monotonic() + max(seconds, 2 * EVERY)
        typing = [
            editors.submit(_type, server, cookies, pieces[number % len(pieces)], number, until)
            for number in range(EDITORS)
        ]
        answers = [answer for editor in typing for answer in editor.result()]
        spent = server.processor_seconds() - before
    Buffer.objects.all().delete()
    Lease.objects.all().delete()
    waited = sorted(milliseconds for milliseconds, _ in answers)
    return {
        "editors": EDITORS,
        "kept": len(answers),
        "p50_ms": round(statistics.median(waited), 1),
        "p95_ms": round(waited[int(len(waited) * 0.95)], 1),
        "processor_ms": round(spent / len(answers) * 1000, 1),
        "failed": sum(status != 200 for _, status in answers),
    }


def typing_line(figures: dict[str, float]) -> str:
    return (
        f"  {figures['editors']} editors typing: kept in {figures['p50_ms']} ms, p95 {figures['p95_ms']} ms, "
        f"{figures['processor_ms']} ms of processor time (promised {PROMISED_MS}), {figures['failed']} failed"
    )


def _type(
    server: RunningServer, cookies: str, piece: int, number: int, until: float
) -> list[tuple[float, int]]:
    """Answers to one tab, which begins at a moment of its own."""
    tab = uuid.uuid4()
    answers: list[tuple[float, int]] = []
    time.sleep(EVERY * number / EDITORS)
    while time.monotonic() < until:
        answers.append(_keep(server, cookies, piece, tab, len(answers)))
        time.sleep(EVERY)
    return answers


def _keep(server: RunningServer, cookies: str, piece: int, tab: uuid.UUID, turn: int) -> tuple[float, int]:
    """Milliseconds and status of one message."""
    fields = {
        "headline": f"Typed {turn}",
        "body": BODY,
        "base": 1,
        "_tab": tab,
        "_turn": turn,
        "_what": "typed",
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies, "X-CSRFToken": TOKEN}
    connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=60)
    started_at = time.monotonic()
    try:
        connection.request("POST", f"/admin/articles/article/{piece}/keep/", urlencode(fields), headers)
        response = connection.getresponse()
        response.read()
        return (time.monotonic() - started_at) * 1000, response.status
    finally:
        connection.close()
