"""A save that comes too late is merged with what others saved; only what both changed is asked about."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import acts
from articles.models import Article, Byline, Revision, Topic
from tests.conftest import NOW
from tests.desk.pages import change_page, fields_of, form_of, text_of
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, saved
from tests.kept import kept

pytestmark = pytest.mark.long

BODY = "<p>The dues rose in the north.</p><p>Nobody paid.</p><p>Ships waited.</p>"
Save = Callable[..., Revision]


@kept
def piece(desk: Any) -> Article:
    article: Article = ArticleFactory(
        headline="Tides of paper", dek="On forms", body=BODY, topics=["Harbours"]
    )
    saved(article, at=NOW)
    return article


@pytest.fixture
def paul_saves(piece: Article, publisher: User, now: Any) -> Save:
    """Let Paul save these values while Eve writes."""

    def save(**values: Any) -> Revision:
        Article.objects.filter(pk=piece.pk).update(**values)
        return acts.save_draft(Article.objects.get(pk=piece.pk), by=publisher, at=now)

    return save


def send(client: Client, piece: Article, form: dict[str, Any]) -> Any:
    return client.post(change_page(piece), form | {"_continue": "Save"})


def newest_of(piece: Article) -> dict[str, Any]:
    revision = Revision.objects.filter(article=piece).first()
    assert revision is not None
    return dict(revision.content)


def test_a_conflict_gives_back_nothing_that_one_never_touched(
    eve: Client, piece: Article, paul_saves: Save
) -> None:
    form = form_of(eve, piece)
    piece.tags.add(Topic.objects.create(name="Ships"))
    paul_saves(dek="On harbour forms", body=BODY.replace("Nobody", "Hardly anybody"))

    page = send(eve, piece, form | {"body": BODY.replace("rose", "fell"), "tags": "Harbours, Paper"})
    assert page.status_code == 409
    words = text_of(page)
    assert "You both changed" not in words
    assert "(empty)" not in words
    assert "What has changed since version 1, which you started from" in words
    again = send(eve, piece, fields_of(page))

    assert again.status_code == 302, text_of(again)
    content = newest_of(piece)
    assert content["dek"] == "On harbour forms"
    assert content["body"] == BODY.replace("rose", "fell").replace("Nobody", "Hardly anybody")
    assert content["topics"] == ["harbours", "paper", "ships"]


def test_a_conflict_asks_where_both_changed_the_same_and_saves_nothing_without_an_answer(
    eve: Client, piece: Article, paul_saves: Save
) -> None:
    form = form_of(eve, piece)
    paul_saves(dek="On old forms", headline="Tides of ink")
    page = send(eve, piece, form | {"dek": "On new forms"})
    words = text_of(page)
    assert "You both changed this: which stays?" in words
    assert "On new forms" in words
    assert "On old forms" in words
    refused = send(eve, piece, fields_of(page))
    assert refused.status_code == 200
    said = text_of(refused)
    assert "Nothing has been saved yet: which stays?" in said
    assert "what you typed stands in the form below, and version 2 in the history" in said
    assert words.count("Version 2, saved by paul") == said.count("Version 2, saved by paul") == 1
    assert fields_of(refused)["dek"] == ["On new forms"]
    assert Revision.objects.count() == 2

    answered = send(eve, piece, fields_of(refused) | {"answer-0": "mine"})
    assert answered.status_code == 302, text_of(answered)
    assert (newest_of(piece)["dek"], newest_of(piece)["headline"]) == ("On new forms", "Tides of ink")


def test_a_conflict_with_oneself_speaks_of_windows_and_shows_the_stored_headline(
    eve: Client, piece: Article
) -> None:
    form = form_of(eve, piece)
    assert send(eve, piece, form | {"dek": "On old forms"}).status_code == 302
    page = send(eve, piece, form | {"dek": "On new forms", "headline": "A headline in one window"})
    words = text_of(page)
    assert page.status_code == 409
    assert "You changed this in both windows: which stays?" in words
    assert "in only one of the two windows" in words
    assert "of you " not in words
    above_the_form = page.content.decode().split('id="article_form"')[0]
    assert "A headline in one window" not in above_the_form
    assert above_the_form.count("Tides of paper") >= 2


@pytest.mark.parametrize(
    ("answer", "words"),
    [("mine", ["fell"]), ("theirs", ["sank"]), ("both", ["fell", "sank"])],
)
def test_a_conflict_in_the_text_is_settled_by_taking_one_passage_or_both(
    answer: str, words: list[str], eve: Client, piece: Article, paul_saves: Save
) -> None:
    form = form_of(eve, piece)
    paul_saves(body=BODY.replace("rose", "sank").replace("waited", "left"))
    page = send(eve, piece, form | {"body": BODY.replace("rose", "fell")})
    again = send(eve, piece, fields_of(page) | {"answer-0": answer})
    assert again.status_code == 302, text_of(again)
    expected = "".join(f"<p>The dues {word} in the north.</p>" for word in words)
    assert newest_of(piece)["body"] == expected + "<p>Nobody paid.</p><p>Ships left.</p>"


def test_a_passage_that_was_changed_after_it_was_asked_about_is_not_overwritten(
    eve: Client, piece: Article, paul_saves: Save
) -> None:
    form = form_of(eve, piece)
    paul_saves(body=BODY.replace("rose", "sank"))
    page = send(eve, piece, form | {"body": BODY.replace("rose", "fell")})
    typed = fields_of(page) | {"answer-0": "theirs", "body": BODY.replace("rose", "fell by half")}
    refused = send(eve, piece, typed)
    assert refused.status_code == 200
    assert "fell by half" in fields_of(refused)["body"][0]
    assert send(eve, piece, fields_of(refused) | {"answer-0": "mine"}).status_code == 302


def test_a_conflict_leaves_a_row_removed_that_another_person_removed(
    eve: Client, piece: Article, paul_saves: Save, publisher: User, now: Any
) -> None:
    gone, stays = (BylineFactory(article=piece, order=n, author=AuthorFactory()) for n in (1, 2))
    acts.save_draft(piece, by=publisher, at=now)
    form = form_of(eve, piece)
    Byline.objects.filter(pk=gone.pk).delete()
    theirs = BylineFactory(article=piece, order=3)
    paul_saves()
    page = send(eve, piece, form | {"dek": "Eve’s dek", "bylines-1-bio": "A bio."})
    assert send(eve, piece, fields_of(page)).status_code == 302
    content = newest_of(piece)
    assert content["dek"] == "Eve’s dek"
    assert [(line["author_id"], line["bio"]) for line in content["bylines"]] == [
        (stays.author_id, "A bio."),
        (theirs.author_id, ""),
    ]


@pytest.mark.parametrize(("answer", "stays"), [("mine", True), ("theirs", False)])
def test_a_conflict_over_a_row_that_one_removed_and_one_changed(
    answer: str, stays: bool, eve: Client, piece: Article, paul_saves: Save, publisher: User, now: Any
) -> None:
    first, second = (BylineFactory(article=piece, order=n, author=AuthorFactory()) for n in (1, 2))
    acts.save_draft(piece, by=publisher, at=now)
    form = form_of(eve, piece)
    Byline.objects.filter(pk=second.pk).delete()
    paul_saves()
    page = send(eve, piece, form | {"bylines-1-bio": "A bio."})
    words = text_of(page)
    assert f"Byline: {second.author}" in words
    assert "(removed)" in words
    again = send(eve, piece, fields_of(page) | {"answer-0": answer})
    assert again.status_code == 302, text_of(again)
    credited = [line["author_id"] for line in newest_of(piece)["bylines"]]
    assert credited == [first.author_id, *([second.author_id] if stays else [])]


def test_a_third_version_meanwhile_forgets_no_question(eve: Client, piece: Article, paul_saves: Save) -> None:
    form = form_of(eve, piece)
    paul_saves(dek="On old forms")
    page = send(eve, piece, form | {"dek": "On new forms"})
    paul_saves(headline="Tides of ink")
    page = send(eve, piece, fields_of(page))
    assert page.status_code == 409
    assert "On old forms" in text_of(page)
    assert send(eve, piece, fields_of(page) | {"answer-0": "theirs"}).status_code == 302
    content = newest_of(piece)
    assert (content["dek"], content["headline"]) == ("On old forms", "Tides of ink")


def test_a_topic_that_was_renamed_meanwhile_is_no_new_topic(
    eve: Client, piece: Article, paul_saves: Save
) -> None:
    form = form_of(eve, piece)
    Topic.objects.filter(name="Harbours").update(name="Ports and harbours")
    paul_saves(dek="Other")
    page = send(eve, piece, form | {"headline": "Mine"})
    assert fields_of(page)["tags"] == ["Ports and harbours"]


def test_without_a_known_base_every_difference_is_asked_about(eve: Client, piece: Article) -> None:
    page = send(eve, piece, form_of(eve, piece) | {"base": "77", "dek": "Typed"})
    assert page.status_code == 409
    (question,) = json.loads(fields_of(page)["asked"][0])
    assert (question["name"], question["mine"], question["theirs"]) == ("dek", "Typed", "On forms")


@pytest.mark.parametrize(
    "asked",
    ["", "[", "{}", "[1]", '[{"name": 1}]', '[{"name":"x-ORDER","base":"","mine":"","theirs":"a,b"}]',
     '[{"name":"nothing","base":"","mine":"","theirs":""}]'],
)  # fmt: skip
def test_questions_that_nobody_asked_break_nothing(asked: str, eve: Client, piece: Article) -> None:
    form = form_of(eve, piece) | {"asked": asked, "answer-0": "theirs", "dek": "Typed"}
    assert send(eve, piece, form).status_code == 302
    assert Article.objects.get().dek == "Typed"
