"""Pieces with pictures beside pieces without: queries and bytes of pages and lists, and the time of share cards."""

import datetime as dt
import io
import statistics
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles.acts import publish, save_draft
from articles.models import Article, Edition
from pictures.acts import PictureFacts, add_picture
from pictures.files.__main__ import answer
from pictures.files.read import read_answer
from pictures.models import Picture
from prose.html.figures import Figure
from reading.cards.drawing import draw_card
from reading.cards.keeping import card_path, card_words
from thinktank.bench.cast import Cast
from thinktank.bench.texts import Writer

FIGURES = 5
IN_A_LIST = 20
PROMISED_QUERIES, PROMISED_BYTES = 4, 2_000
PLAIN, ILLUSTRATED = "Plain", "Illustrated"


def illustrate(cast: Cast, clock: Callable[[], dt.datetime]) -> dict[str, Any]:
    """Publish pieces without pictures, then as many with them; measure their pages in this process.

    Both lists hold the newest pieces, so that one has no picture and the other nothing but pictures. `paths`: what to
    ask a server for.
    """
    _publish(cast, PLAIN, [], clock)
    plain, plain_list = _page(_newest(PLAIN)), _page("/")
    pictures = list(Picture.objects.filter(title=ILLUSTRATED)[: FIGURES + 1]) or _pictures(clock())
    _publish(cast, ILLUSTRATED, pictures, clock)
    page, listed = _page(_newest(ILLUSTRATED)), _page("/")
    card = card_path(Edition.objects.filter(headline__startswith=PLAIN).latest("pk"))
    return {
        "queries": page[0],
        "bytes_a_figure": round((page[1] - plain[1]) / (FIGURES + 1)),
        "list_queries": listed[0],
        "plain_list_queries": plain_list[0],
        "card_ms": _card_ms(),
        "paths": {"with figures": _newest(ILLUSTRATED), "list of pictures": "/", "share card": card},
    }


def illustrated_line(figures: dict[str, Any]) -> str:
    return (
        f"  page with a lead picture and {FIGURES} figures: {figures['queries']} queries "
        f"(promised {PROMISED_QUERIES}), "
        f"{figures['bytes_a_figure']} bytes a figure (promised {PROMISED_BYTES}); list of {IN_A_LIST} pictures: "
        f"{figures['list_queries']} queries (without pictures {figures['plain_list_queries']}); "
        f"share card drawn in {figures['card_ms']} ms"
    )


def _publish(cast: Cast, headline: str, pictures: list[Picture], clock: Callable[[], dt.datetime]) -> None:
    """Publish as many pieces as a list holds, all with the same text."""
    writer = Writer(seed=7)
    figures = "".join(
        Figure(str(each.uuid), alt=writer.title(9), caption_html=writer.title(12)).html
        for each in pictures[1:]
    )
    lead = {"lead_picture": pictures[0], "lead_alt": writer.title(9)} if pictures else {}
    body = f"{writer.text().body}{figures}"
    for number in range(IN_A_LIST):
        named = {
            "headline": f"{headline} {number}",
            "slug": f"{headline.lower()}-{number}-{clock():%d%H%M%S%f}",
        }
        article = Article.objects.create(
            institution=cast.institution, kind=cast.kinds[0], language="en", body=body, **named, **lead
        )
        article.bylines.create(author=cast.authors[0])
        publish(article, revision=save_draft(article, by=None, at=clock()), by=None, at=clock())


def _pictures(at: dt.datetime) -> list[Picture]:
    by, _ = User.objects.get_or_create(username="bench", defaults={"is_superuser": True, "is_staff": True})
    return [_picture(number, by, at) for number in range(FIGURES + 1)]


def _picture(number: int, by: User, at: dt.datetime) -> Picture:
    """A picture in all sizes, of few bytes: it is read in this process, as the sample's are."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((2000 + number, 1250)).convert("RGB").save(out, "JPEG")
    values, files = answer(out.getvalue())
    values["found"]["taken_on"] = None
    facts = PictureFacts(title=ILLUSTRATED, description=ILLUSTRATED, credit="Bench Pictures", language="en")
    read = read_answer(values, b"".join(files))
    picture = add_picture(facts, read, out.getvalue(), upload_name="", by=by, at=at)
    picture.clearances.create(state="not_needed")
    return picture


def _newest(headline: str) -> str:
    return Edition.objects.filter(headline__startswith=headline).latest("pk").permalink.path


def _page(path: str) -> tuple[int, int]:
    """Queries and bytes of a page; asked for a second time, as its queries are prepared at the first."""
    client = Client(SERVER_NAME="localhost")
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    assert answer.status_code == HTTPStatus.OK, path  # noqa: S101 - else it measures an error page
    return len(queries), len(answer.content)


def _card_ms() -> float:
    """Milliseconds in which a card is drawn."""
    editions = Edition.objects.filter(headline__startswith=PLAIN).order_by("-pk")[:IN_A_LIST]
    return round(statistics.median(_times(editions)) * 1000, 1)


def _times(editions: Any) -> Iterator[float]:
    for edition in editions:
        started_at = time.perf_counter()
        draw_card(card_words(edition))
        yield time.perf_counter() - started_at
