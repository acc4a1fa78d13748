"""Each sentence, field and row of a version stands beside the version that last changed it."""

import random
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Revision
from articles.snapshot import empty_content
from desk.versions.attribution import attribute, sentences_of
from tests.conftest import NOW
from tests.desk.pages import text_of
from tests.factories import ArticleFactory, BylineFactory, saved

pytestmark = pytest.mark.long


def version(number: int, body: str, **content: Any) -> Revision:
    return Revision(number=number, content=empty_content() | {"body": body} | content)


def passages(*bodies: str) -> list[tuple[str, int]]:
    attribution = attribute(version(number, body) for number, body in enumerate(bodies, start=1))
    return [(passage.text, passage.version.number) for passage in attribution.passages]


def test_a_sentence_belongs_to_the_version_that_last_changed_it_wherever_it_was_moved():
    first = "<p>Forty ships lie there. They wait.</p><h2>The tide</h2><p>It is out.</p>"
    second = "<p>Forty ships lie there. They wait for the tide.</p><h2>The tide</h2><p>It is out.</p>"
    third = (
        "<h2>The tide</h2><p>It is out. So are we.</p><p>Forty ships lie there. They wait for the tide.</p>"
    )
    assert passages(first, second, third) == [
        ("The tide", 1),
        ("It is out.", 1),
        ("So are we.", 3),
        ("Forty ships lie there.", 1),
        ("They wait for the tide.", 2),
    ]
    assert passages(first, second, first)[1] == ("They wait.", 3)  # brought back by version 3


def test_a_table_is_told_row_by_row_and_each_of_its_cells_has_its_version():
    first = (
        "<table><caption>Ports</caption><tbody><tr><th><p>Port</p></th><th><p>Ships</p></th></tr>"
        "<tr><td><p>Gull Bay</p></td><td><p>Forty. Or so.</p></td></tr></tbody></table>"
    )
    second = first.replace("Forty", "Four").replace(
        "</tbody>", "<tr><td><p>Mole</p></td><td></td></tr></tbody>"
    )
    attribution = attribute(version(number, body) for number, body in enumerate((first, second), start=1))
    assert [(each.label, each.text, each.version.number) for each in attribution.passages] == [
        ("Caption of a table", "Ports", 1),
        ("Row of a table", "Port | Ships", 1),
        ("Row of a table", "Gull Bay", 1),
        ("", "Four. Or so.", 2),
        ("Row of a table", "Mole | –", 2),
    ]


def test_a_new_address_of_a_link_and_new_words_of_a_note_change_their_sentence_alone():
    first = '<p>One <a href="https://a.example/">ship</a>. Two<span data-footnote="">So. Or not.</span>. Three.</p>'
    assert len(sentences_of(first[3:-4])) == 3
    moved = first.replace("a.example", "b.example")
    said = passages(first, moved, moved.replace("Or not", "Perhaps"))
    assert [number for _, number in said] == [2, 3, 1]


def test_no_edit_loses_a_word_and_unchanged_paragraphs_keep_their_version():
    """Random edits: the passages are the text, and a paragraph is never younger than its last edit."""
    chance = random.Random(11)
    paragraphs = [f"Paragraph {number} begins. It goes on." for number in range(12)]
    since = dict.fromkeys(paragraphs, 1)
    bodies = []
    for number in range(1, 40):
        bodies.append("".join(f"<p>{words}</p>" for words in paragraphs))
        place = chance.randrange(len(paragraphs))
        if chance.random() < 0.3:
            paragraphs.insert(chance.randrange(len(paragraphs)), paragraphs.pop(place))
        else:
            paragraphs[place] = f"Written anew in {number + 1}."
            since[paragraphs[place]] = number + 1
    bodies.append("".join(f"<p>{words}</p>" for words in paragraphs))
    assert passages(*bodies) == [(words, since[words]) for words in paragraphs]


def test_the_page_names_people_hours_and_comparisons_in_a_few_queries(
    eve: Client, desk: Any, editor: User, publisher: User
) -> None:
    article = ArticleFactory(headline="Tides", dek="On forms", body="<p>Forty ships. They wait.</p>")
    BylineFactory(article=article, order=1, author=None, name="Ida Quay")
    saved(article, at=NOW, by=editor)
    for number in range(2, 30):
        Article.objects.filter(pk=article.pk).update(body=f"<p>Forty ships. They wait {number} days.</p>")
        saved(Article.objects.get(pk=article.pk), at=NOW, by=publisher)
    BylineFactory(article=article, order=2, author=None, name="Mats Holm")
    Article.objects.filter(pk=article.pk).update(dek="")
    saved(Article.objects.get(pk=article.pk), at=NOW, by=editor)
    address = reverse("admin:articles_article_who_changed", args=[article.pk])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = eve.get(address)
    assert len(queries) < 25, len(queries)
    said = text_of(answer)
    for line in (
        r"Forty ships\. Version 1 eve, 10 March 2026", r"They wait 29 days\. Version 29 paul",
        r"Byline Ida Quay Version 1 eve", r"Mats Holm Version 30 eve", r"\(nothing any more\) Version 30",
    ):  # fmt: skip
        assert re.search(line, said), (line, said)
    assert "?old=28&amp;new=29" in answer.content.decode()
    assert "They wait 7 days." in text_of(eve.get(address, {"version": "7"}))
    assert eve.get(address, {"version": "x"}).status_code == 404
