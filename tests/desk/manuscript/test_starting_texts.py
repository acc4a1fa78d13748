"""A content type gives a new piece a text to begin with, which alone is no piece and is not to go out unwritten."""

from typing import Any

import pytest
from django.test import Client

from articles.checklist.starting_text import words_left
from articles.models import Article
from articles.snapshot import compose
from disclaimers.models import Kind
from tests.desk.pages import fields_of, text_of
from tests.factories import ArticleFactory

pytestmark = pytest.mark.long

ADD = "/admin/articles/article/add/"
TEXT = "<h2>What happened?</h2><p>Two sentences on the news.</p><h2>What is next?</h2><p>An outlook.</p>"


@pytest.fixture
def questions(desk: Any) -> Kind:
    kind: Kind = desk.default_kind
    kind.starting_text = TEXT
    kind.save()
    return kind


def test_a_new_piece_opens_with_the_text_of_its_type_and_that_alone_is_no_piece(
    eve: Client, questions: Kind
) -> None:
    shown = eve.get(ADD)
    form = fields_of(shown)
    assert form["body"] == [TEXT]
    assert "starting-texts" in shown.content.decode()
    refused = eve.post(ADD, form | {"_continue": "1"})
    assert "Nothing is written yet" in text_of(refused)
    assert not Article.objects.exists()
    written = form | {"body": TEXT.replace("An outlook.", "More ships."), "_continue": "1"}
    assert eve.post(ADD, written).status_code == 302
    assert Article.objects.get().body == TEXT.replace("An outlook.", "More ships.")


def test_words_that_nobody_replaced_are_worth_a_look_and_headings_are_not(questions: Kind) -> None:
    left = compose(ArticleFactory(kind=questions, body=TEXT.replace("An outlook.", "More ships.")))
    written = compose(
        ArticleFactory(
            kind=questions, body=TEXT.replace("An outlook.", "So.").replace("Two sentences", "Ships")
        )
    )
    (warning,) = words_left(left)
    assert warning.sentence.startswith("“Two sentences on the news.” is still what the content type gave")
    assert list(words_left(written)) == []
