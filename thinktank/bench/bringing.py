"""Measure how soon a Word file is a draft: sent, read, confirmed as it was recognised, and on the desk."""

import io
import statistics
import time
import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from lxml import html
from PIL import Image

from desk.export.piece import ExportedPiece
from desk.export.word.drawings import CopiedPicture
from desk.export.word.file import CONTENT_TYPE, word_file
from desk.pages import DeskPage
from prose.html.figures import Figure
from thinktank.bench.asking import Browser, DeskAnswer, SentFile
from thinktank.bench.serving import DESK, serve
from thinktank.bench.texts import Writer
from thinktank.bench.uploads import session_cookies

NOTES, PICTURES, TIMES = 40, 5, 5
SIZE = (1600, 1067)
PROMISED_SECONDS = 3
LOOKS_AGAIN = 0.25  # seconds between two looks at how far the reading is, as the page does


def measure_bringing(database_url: str, log: Path) -> dict[str, float]:
    """Seconds from sending a file of 2,500 words until its draft is on the desk."""
    with serve(DESK, log, database_url, SECRET_KEY=settings.SECRET_KEY) as server:
        browser = Browser(server, session_cookies())
        _bring(browser, _file(0))  # warms up
        before = server.processor_seconds()
        brought = [_bring(browser, _file(number + 1)) for number in range(TIMES)]
        spent = server.processor_seconds() - before
    return {
        "seconds": round(statistics.median(seconds for seconds, _ in brought), 2),
        "processor_s": round(spent / TIMES, 2),
        "failed": sum(not is_draft for _, is_draft in brought),
    }


def bringing_line(figures: dict[str, float]) -> str:
    return (
        f"  Word file of 2,500 words, {NOTES} notes and {PICTURES} pictures: a draft in {figures['seconds']} s "
        f"(promised {PROMISED_SECONDS}), {figures['processor_s']} s of processor time, {figures['failed']} failed"
    )


def _bring(browser: Browser, content: bytes) -> tuple[float, bool]:
    """Seconds, and True if there is a draft. The time that a person takes to look at it is not counted."""
    started_at = time.monotonic()
    browser.get(DeskPage.INTAKE.address())
    file = SentFile("file", "piece.docx", CONTENT_TYPE, content)
    answer = browser.post(DeskPage.INTAKE.address(), [("text", "")], file)
    path = answer.location
    while not (fields := _fields_of(answer)) and path and time.monotonic() - started_at < 60:
        time.sleep(LOOKS_AGAIN)
        answer = browser.get(path)
    made = browser.post(DeskPage.INTAKE.address(), fields)
    return time.monotonic() - started_at, made.status == 302


def _fields_of(answer: DeskAnswer) -> list[tuple[str, str]]:
    """The fields of the second step as it is drawn; none while the text is being read."""
    forms: Any = html.fromstring(answer.content or b"<p>").xpath(
        "//div[@id='content-main']//form[.//*[@name='carried']]"
    )
    return [(name, value) for form in forms for name, value in form.form_values()]


def _file(number: int) -> bytes:
    """A Word file, another one for each number."""
    writer = Writer(seed=40 + number)
    paragraphs = [
        part for _ in range(3) for part in writer.text().body.split("</p>") if part.startswith("<p>")
    ]
    keys = [str(uuid.uuid4()) for _ in range(PICTURES)]
    for at in range(NOTES):
        paragraphs[at % len(paragraphs)] += f'<span data-footnote="">{writer.title(12)}, p. {at}.</span>'
    blocks = [f"{part}</p>" for part in paragraphs]
    for at, key in enumerate(keys):
        blocks.insert(4 * at + 2, Figure(key, alt=writer.title(5), caption_html=writer.title(8)).html)
    piece = ExportedPiece(
        headline=writer.title(7),
        dek=writer.title(14),
        bylines=(writer.name(),),
        body="".join(blocks),
        language="en",
        mark="",
        pictures={key: _picture(at + number * PICTURES) for at, key in enumerate(keys)},
    )
    return word_file(piece)


def _picture(number: int) -> CopiedPicture:
    """A JPEG of half a megabyte."""
    grain = Image.effect_noise((SIZE[0] + number, SIZE[1]), 40).convert("RGB")
    out = io.BytesIO()
    grain.save(out, "JPEG", quality=60)
    return CopiedPicture(out.getvalue(), "jpeg", *grain.size)
