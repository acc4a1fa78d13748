"""The trash on the desk: out of the lists, back from the message and from the filter; an empty form makes no piece."""

import datetime as dt
import json
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from lxml import html

from articles import acts
from articles.acts.trash import empty
from articles.models import Approval, Article, Revision
from desk.models import SharedComment, SharedLink
from tests.desk.acts.test_hand_in import do
from tests.desk.pages import ADD, act_page, change_page, form_of, row, rows, text_of
from tests.factories import ArticleFactory, AuthorFactory, published, saved

pytestmark = pytest.mark.long

LIST = "/admin/articles/article/"


@pytest.fixture
def piece(author_user: User, now: dt.datetime) -> Article:
    article: Article = ArticleFactory(headline="")
    saved(article, at=now, by=author_user)
    return article


def test_an_empty_piece_goes_to_the_trash_and_comes_back_from_the_message(
    ada: Client, piece: Article
) -> None:
    page = do(ada, piece, "spike")
    assert page.redirect_chain[-1][0] == LIST
    assert "“Without a headline” is in the trash, and stays there until" in text_of(page)
    assert "0 pieces" in text_of(page)
    assert "Without a headline" not in text_of(ada.get("/admin/"))
    shown = html.fromstring(page.content)
    [undo] = shown.xpath("//*[@class='messagelist']//button[@form=//form[@method='post']/@id]")
    assert undo.get("formaction") == act_page(piece, "unspike")
    one_click = ada.post(undo.get("formaction"), {undo.get("name"): undo.get("value")}, follow=True)
    assert "is out of the trash, and stands where it stood before" in text_of(one_click)
    assert "1 piece" in text_of(ada.get(LIST))


def test_the_trash_is_a_filter_of_the_list(eve: Client, piece: Article, now: dt.datetime) -> None:
    saved(ArticleFactory(headline="Kept"), at=now)
    do(eve, piece, "spike", reason="typed twice")
    in_trash = text_of(eve.get(LIST, {"work": "trash"}))
    assert "1 piece" in in_trash
    assert "Emptied from the trash Nothing yet." in in_trash
    assert "Emptied from the trash" not in text_of(eve.get(LIST))
    assert "Without a headlinenever publishedIn the trash" in in_trash
    form = text_of(eve.get(change_page(piece)))
    assert "In the trash. Thrown away by eve on" in form
    assert "“typed twice” 30 days later it is deleted for good. Saving it puts it back." in form
    assert "Put back from the trash…" in form


def test_what_was_emptied_is_listed_below_the_trash_with_who_and_when_and_no_word_of_it(
    eve: Client, editor: User, piece: Article, now: dt.datetime, clock: Any
) -> None:
    acts.spike(piece, by=editor, at=now)
    clock(now + dt.timedelta(days=30))
    empty(piece.pk, at=now + dt.timedelta(days=30))
    line = "a piece of 1 version, begun by ada on 10 March 2026, thrown away by eve on"
    page = text_of(eve.get(LIST, {"work": "trash"}))
    assert line in page, page[page.index("Emptied from") :][:400]


def test_a_piece_is_emptied_with_its_links_sign_offs_and_comments_as_the_preview_says(
    editor: User, piece: Article, now: dt.datetime, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = piece.revisions.get()
    link = SharedLink.objects.create(
        article=piece, pinned=revision, first_shown=revision, name="Ida Quay", reader="author", made_by=editor,
        made_at=now, expires_at=now + dt.timedelta(days=7), token_hash="0" * 64,
    )  # fmt: skip
    acts.sign_off(piece, link.as_reader, revision=revision, at=now)
    for whose in ({"link": link}, {"name": "A margin of a file"}):
        SharedComment.objects.create(revision=revision, at=now, words="Why?", **whose)
    source = ArticleFactory(headline="Of which another is made")
    saved(source, at=now)
    saved(ArticleFactory(made_from=source, made_as="excerpt"), at=now)
    for thrown_away in (piece, source):
        acts.spike(thrown_away, by=editor, at=now)
    later = now + dt.timedelta(days=30)
    clock(later)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    for is_preview in (True, False):
        out = StringIO()
        call_command("empty_trash", "--json", *(["--dry-run"] if is_preview else []), stdout=out)
        connection.check_constraints()
        result = json.loads(out.getvalue())
        assert result["emptied"] == [str(piece.uuid)]
        assert "made from it" in result["refused"][str(source.uuid)]
        assert Article.objects.filter(pk=piece.pk).exists() is is_preview
    of_the_piece = (Revision.objects.filter(article=piece.pk), Approval, SharedLink, SharedComment)
    assert not any(getattr(rows, "objects", rows).exists() for rows in of_the_piece)


def test_an_author_is_told_of_emptied_pieces_that_they_began_and_of_no_others(
    ada: Client, eve: Client, editor: User, piece: Article, now: dt.datetime, clock: Any
) -> None:
    theirs = ArticleFactory(headline="")
    saved(theirs, at=now, by=editor)
    for thrown_away in (piece, theirs):
        acts.spike(thrown_away, by=editor, at=now)
    clock(now + dt.timedelta(days=30))
    for thrown_away in (piece, theirs):
        empty(thrown_away.pk, at=now + dt.timedelta(days=30))
    begun = {client: text_of(client.get(LIST, {"work": "trash"})).count("begun by") for client in (ada, eve)}
    assert begun == {ada: 1, eve: 2}
    assert "begun by ada" in text_of(ada.get(LIST, {"work": "trash"}))


def test_saving_what_somebody_threw_away_meanwhile_puts_it_back_and_says_so(
    ada: Client, eve: Client, piece: Article
) -> None:
    opened = form_of(ada, piece)
    do(eve, piece, "spike")
    page = text_of(
        ada.post(change_page(piece), opened | {"headline": "Typed", "_continue": "1"}, follow=True)
    )
    assert "Saved as version 2. It was in the trash: saving has put it back." in page
    again = ada.post(
        change_page(piece), form_of(ada, piece) | {"headline": "More", "_continue": "1"}, follow=True
    )
    assert "It was in the trash" not in text_of(again).partition("Where it stands")[0][:600]
    assert "and so put the piece back from the trash" in text_of(eve.get(f"{LIST}{piece.pk}/history/"))


def test_what_cannot_be_thrown_away_says_why_and_is_not_offered(eve: Client, now: dt.datetime) -> None:
    for live_from, sentence in (
        (now + dt.timedelta(days=3650), "this piece is scheduled. Unschedule it first."),
        (None, "readers have had this piece, so that it stays on record."),
    ):
        article = published(at=now, live_from=live_from).article
        assert f"Move to trash is not possible: {sentence}" in text_of(eve.get(act_page(article, "spike")))
        assert "Move to trash…" not in text_of(eve.get(change_page(article)))


def test_no_picker_offers_what_is_in_the_trash(eve: Client, now: dt.datetime) -> None:
    for headline in ("Harbour songs", "Harbour tunes"):
        saved(ArticleFactory(headline=headline), at=now)
    acts.spike(Article.objects.get(headline="Harbour tunes"), by=None, at=now)
    query = {
        "term": "harbour", "app_label": "articles", "model_name": "article", "field_name": "translation_of"
    }  # fmt: skip
    assert [each["text"] for each in eve.get("/admin/autocomplete/", query).json()["results"]] == [
        "Harbour songs"
    ]


@pytest.mark.parametrize("button", ["_continue", "_save", "_act"])
def test_an_empty_form_makes_no_piece_and_says_so(
    button: str, author_user: User, ada: Client, desk: Any
) -> None:
    AuthorFactory(user=author_user)
    page = ada.post(ADD, form_of(ada) | {"body": "<p> </p>", button: "publish"})
    assert page.status_code == 200
    assert "Nothing is written yet, so there is nothing to save." in text_of(page)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"headline": "A"},
        {"body": "<p>Words.</p>"},
        {"tags": "Ports"},
        {"series": "Tides"},
        {"copyright_year": "2020"},
        {**rows("bylines", 1), **row("bylines", 0, name="Nora Quill", author="")},
        {
            **rows("appearances", 1),
            **row("appearances", 0, outlet_name="Lantern", relation="original", precision="day"),
        },
    ],
)
def test_whatever_is_typed_is_not_called_nothing(typed: dict[str, Any], eve: Client, desk: Any) -> None:
    said = text_of(eve.post(ADD, form_of(eve) | typed | {"_continue": "1"}, follow=True))
    assert "Nothing is written yet" not in said
    assert "Saved as version 1." in said or "Please correct the error" in said
