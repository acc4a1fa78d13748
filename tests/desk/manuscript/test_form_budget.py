"""What it costs to open the form in which editors live."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from articles import acts
from articles.models import Article, Revision
from desk.models import SharedComment, SharedLink
from tests.desk.pages import change_page
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, saved


def test_the_form_opens_with_25_queries_however_often_it_was_saved_approved_and_shared(
    eve: Client, editor: User, now: Any, django_assert_max_num_queries: Any
) -> None:
    article = ArticleFactory(topics=["Harbours"])
    BylineFactory(article=article)
    BylineFactory(article=article)
    AppearanceFactory(article=article)
    for number in range(3):
        article.dek = f"Dek {number}"
        article.save()
        revision = saved(article, at=now)
    _share_and_sign_off(article, revision, editor, now)
    ContentType.objects.get_for_model(Article)  # each process looks it up once
    with django_assert_max_num_queries(27):
        assert eve.get(change_page(article)).status_code == 200


def _share_and_sign_off(article: Article, revision: Revision, by: User, at: dt.datetime) -> None:
    link = SharedLink.objects.create(
        token_hash="0" * 64, article=article, first_shown=revision, name="Ida Quay", reader="author",
        made_by=by, made_at=at, expires_at=at + dt.timedelta(days=7),
    )  # fmt: skip
    SharedComment.objects.create(link=link, revision=revision, at=at, words="Good.")
    acts.sign_off(article, link.as_reader, revision=revision, at=at)
