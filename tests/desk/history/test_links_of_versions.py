"""Links of versions to pages of ours: their pages today, by headline, and nothing of pieces that readers have not."""

import re
from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from desk.pages import DeskPage
from tests.conftest import NOW
from tests.factories import ArticleFactory, published, saved

pytestmark = pytest.mark.long


def test_a_version_leads_to_our_own_pages_where_they_are_now(eve: Client, desk: Any) -> None:
    live = published(at=NOW, article=ArticleFactory(headline="Tides"))
    body = f'<p>See <a href="piece:{live.article.uuid}">tides</a>, <a href="author:nobody">her</a>.</p>'
    article = ArticleFactory(body=body)
    saved(article, at=NOW)
    shown = eve.get(DeskPage.VERSION.address(article.pk, 1)).content.decode()
    assert f'See <a href="{live.permalink.path}">tides</a>, her.' in shown
    draft = ArticleFactory(headline="Secret")
    changed = body.replace(str(live.article.uuid), str(draft.uuid)).replace("her", "him")
    Article.objects.filter(pk=article.pk).update(body=changed)
    saved(Article.objects.get(pk=article.pk), at=NOW)
    compared = eve.get(DeskPage.COMPARE.address(article.pk), {"old": "1", "new": "2"}).content.decode()
    assert "The link on “tides” now leads to <ins>a piece that is not before readers</ins>" in compared
    assert f'no longer to <del><a href="{live.permalink.path}">“Tides”</a></del>' in compared
    assert f'<del><a href="{live.permalink.path}">tides</a></del>' in compared
    assert not re.search(r"piece:|author:|Secret", compared)
