"""A piece to share, and an editor who shares it."""

import pytest
from django.utils import timezone

from tests.browsers import logged_in
from tests.factories import ArticleFactory, saved

TEXT = '<p>Paper <em>comes</em> in<span data-footnote="">A note.</span> with the tide.</p><p>It goes out again.</p>'


@pytest.fixture
def at():
    """The hour of an act that follows what was done in the browser."""
    return timezone.now


@pytest.fixture
def piece(desk, now):
    article = ArticleFactory(headline="Tides of paper", dek="A dek.", body=TEXT)
    saved(article, at=now)
    return article


@pytest.fixture
def eve(editor):
    return logged_in(editor)
