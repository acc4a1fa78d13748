"""What it costs to open the form in which editors live."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.test import Client

from articles.models import Article
from tests.desk.pages import change_page
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, saved


def test_the_form_opens_with_27_queries_so_that_it_stands_at_once_however_often_it_was_saved(
    eve: Client, now: Any, django_assert_max_num_queries: Any
) -> None:
    article = ArticleFactory(topics=["Harbours"])
    BylineFactory(article=article)
    BylineFactory(article=article)
    AppearanceFactory(article=article)
    for number in range(3):
        article.dek = f"Dek {number}"
        article.save()
        saved(article, at=now)
    ContentType.objects.get_for_model(Article)  # each process looks it up once
    with django_assert_max_num_queries(27):
        assert eve.get(change_page(article)).status_code == 200
