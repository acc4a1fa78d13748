"""Reading and sending the desk's pages as a browser without scripts does."""

import uuid
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse
from lxml import html

from desk.models.sent_form import FORM_KEY
from tests.kept import STACK

Fields = dict[str, Any]
ADD = "/admin/articles/article/add/"


def change_page(article: Any) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def act_page(article: Any, act: str) -> str:
    return reverse("admin:articles_article_act", args=[article.pk, act])


def preview_page(article: Any, act: str) -> str:
    return reverse("admin:articles_article_act_preview", args=[article.pk, act])


def fields_of(response: Any, form: str = "article_form") -> Fields:
    """What a browser would send from a page's form: names and values as they stand."""
    found = html.fromstring(response.content.decode()).xpath(
        f"//form[@id='{form}' or contains(@class, '{form}')]"
    )
    values: Fields = {}
    for name, value in found[0].form_values():
        value = value.removeprefix("\n")  # as browsers do with a text area's first line break
        values[name] = [*values[name], value] if name in values else [value]
    return {name: value for name, value in values.items() if "__prefix__" not in name}


def form_of(client: Client, article: Any = None) -> Fields:
    """The article's form, opened. (The empty one of a test that uses `blank_form` was opened already.)"""
    if article is None and (blank := STACK.value_of("blank_form")) and blank[0] == _session_of(client):
        # Each form has a key of its own, by which the desk knows one that is sent twice.
        return {name: [*values] for name, values in blank[1].items()} | {FORM_KEY: [str(uuid.uuid4())]}
    response = client.get(change_page(article) if article else ADD)
    assert response.status_code == 200
    return fields_of(response)


def _session_of(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def row(prefix: str, number: int, /, **values: Any) -> Fields:
    """The fields of one more row; count it with `rows`."""
    return {f"{prefix}-{number}-{name}": value for name, value in values.items()}


def rows(prefix: str, total: int) -> Fields:
    return {f"{prefix}-TOTAL_FORMS": str(total)}


def text_of(response: Any) -> str:
    """A page's visible words."""
    page = html.fromstring(response.content.decode())
    for script in page.xpath("//script"):
        script.drop_tree()
    return " ".join(page.text_content().split())
