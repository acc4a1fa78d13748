"""Measure what keeping costs: twenty editors type, and each tab sends a text of 2,500 words every few seconds."""

import statistics
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.conf import settings

from articles.models import Article
from desk.models import Buffer, Lease
from desk.pages import DeskPage
from thinktank.bench.asking import Browser, DeskAnswer
from thinktank.bench.serving import DESK, serve
from thinktank.bench.uploads import session_cookies

EDITORS = 20
EVERY = 3.0  # seconds between two messages of a tab, as in desk/static/articles/buffers/keeping.js
PROMISED_MS = 50
BODY = "<p>" + "Every form is a small harbour of its own. " * 320 + "</p>"


def measure_typing(database_url: str, log: Path, seconds: float) -> dict[str, float]:
    """Milliseconds of an answer as an editor's tab waits for it, and of processor time, while twenty type.

    `alone_ms`: of an answer to one tab before the others begin. All twenty run on the machine that answers them, so
    what they wait for beyond that is each other.
    """
    pieces = list(Article.objects.order_by("pk").values_list("pk", flat=True)[:EDITORS])
    with (
        serve(DESK, log, database_url, SECRET_KEY=settings.SECRET_KEY) as server,
        ThreadPoolExecutor(EDITORS) as editors,
    ):
        browser, tab = Browser(server, session_cookies()), uuid.uuid4()
        alone = [_keep(browser, pieces[0], tab, turn) for turn in range(2 * EDITORS)][
            EDITORS:
        ]  # warm by then
        before, until = server.processor_seconds(), time.monotonic() + max(seconds, 2 * EVERY)
        typing = [
            editors.submit(_type, browser, pieces[number % len(pieces)], number, until)
            for number in range(EDITORS)
        ]
        answers = [answer for editor in typing for answer in editor.result()]
        spent = server.processor_seconds() - before
    Buffer.objects.all().delete()
    Lease.objects.all().delete()
    waited = sorted(answer.milliseconds for answer in answers)
    return {
        "editors": EDITORS,
        "kept": len(answers),
        "p50_ms": round(statistics.median(waited), 1),
        "p95_ms": round(waited[int(len(waited) * 0.95)], 1),
        "alone_ms": round(statistics.median(answer.milliseconds for answer in alone), 1),
        "processor_ms": round(spent / len(answers) * 1000, 1),
        "failed": sum(answer.status != 200 for answer in answers),
    }


def typing_line(figures: dict[str, float]) -> str:
    return (
        f"  {figures['editors']} editors typing: kept in {figures['p50_ms']} ms, p95 {figures['p95_ms']} ms, alone "
        f"{figures['alone_ms']} ms; {figures['processor_ms']} ms of processor time (promised {PROMISED_MS}), "
        f"{figures['failed']} failed"
    )


def _type(browser: Browser, piece: int, number: int, until: float) -> list[DeskAnswer]:
    """Answers to one tab, which begins at a moment of its own."""
    tab = uuid.uuid4()
    answers: list[DeskAnswer] = []
    time.sleep(EVERY * number / EDITORS)
    while time.monotonic() < until:
        answers.append(_keep(browser, piece, tab, len(answers)))
        time.sleep(EVERY)
    return answers


def _keep(browser: Browser, piece: int, tab: uuid.UUID, turn: int) -> DeskAnswer:
    """Send one message of a tab."""
    fields = {
        "headline": f"Typed {turn}",
        "body": BODY,
        "base": 1,
        "_tab": tab,
        "_turn": turn,
        "_what": "typed",
    }
    return browser.post(DeskPage.KEEP.address(piece), fields.items())
