"""Pieces that several browser tests write in."""

from typing import Any

import pytest

from articles.models import Article
from tests.factories import ArticleFactory, saved


@pytest.fixture
def article(desk: Any, now: Any) -> Article:
    """A draft of one version."""
    article = ArticleFactory(headline="First", body="<p>First words.</p>")
    saved(article, at=now)
    return article
