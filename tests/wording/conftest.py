"""A desk whose readers ask for pages and feeds at one fixed instant."""

import datetime as dt
from typing import Any

import pytest

from articles.models import Article, Edition
from tests.conftest import NOW
from tests.wording.page import Read, Seen, look, out


@pytest.fixture
def read(desk: Any, client: Any, clock: Any, monkeypatch: pytest.MonkeyPatch) -> Read:
    """`read(article)` publishes a piece and looks at it; `read(edition, at=…)` looks at an edition at an instant."""

    def reading(piece: Article | Edition, *, at: dt.datetime = NOW) -> Seen:
        clock(at)
        monkeypatch.setattr("reading.public_view.now", lambda: at)
        return look(client, piece if isinstance(piece, Edition) else out(piece, at=at))

    return reading
