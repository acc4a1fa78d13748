"""Typing as the script of the form does: what stands in it, sent to be kept."""

import uuid
from typing import Any

from django.test import Client

from articles.models import Article
from desk.models import Buffer
from desk.pages import DeskPage
from tests.desk.pages import Fields, form_of


def keep(client: Client, article: Article | None, form: Fields, **more: Any) -> Any:
    """The answer to what a tab sends; `more` names fields without their underline: what="forget"."""
    address = DeskPage.KEEP.address(article.pk) if article else DeskPage.ADD_KEEP.address()
    sent = {"what": "typed", "turn": 1, **more}
    return client.post(
        address, form | {f"_{name}": value for name, value in sent.items()}, headers={"Sent-By": "script"}
    )


def type_in(client: Client, article: Article | None, **values: str) -> Fields:
    """A form that was opened, typed in and kept."""
    form = form_of(client, article) | values
    answer = keep(client, article, form)
    assert answer.status_code == 200, answer.content
    return form


def buffer_at(article: Article | None) -> Buffer:
    return Buffer.objects.get(article=article)


def kept_page(buffer: Buffer) -> str:
    if buffer.article_id:
        return DeskPage.KEPT.address(buffer.article_id, buffer.pk)
    return DeskPage.ADD_KEPT.address(buffer.pk)


def new_tab() -> str:
    return str(uuid.uuid4())
