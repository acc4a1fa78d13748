"""An author's work on its way to the desk and back: who has it, what stays on record, what only an act changes."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles import acts
from articles.models import DeskState, LedgerEntry
from articles.states import Work
from tests.articles.pieces import HOUR, MINUTE, change
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved
from tests.kept import kept


@kept
def piece(desk):
    ada = User.objects.get(username="ada")
    article = BylineFactory(author=AuthorFactory(user=ada)).article
    saved(article, at=NOW, by=ada)
    return article


def work_of(article) -> tuple[str, str | None, str | None]:
    desk = DeskState.objects.get(article=article)
    return (
        desk.work,
        desk.handed_in_by.username if desk.handed_in_by else None,
        desk.editor.username if desk.editor else None,
    )


def test_an_authors_work_reaches_the_desk_goes_back_and_comes_again(piece, author_user, editor, now):
    acts.hand_in(piece, by=author_user, at=now, reason="for Monday")
    assert work_of(piece) == (Work.IN_REVIEW, "ada", None)
    acts.take_over(piece, by=editor, at=now + MINUTE)
    assert work_of(piece) == (Work.IN_REVIEW, "ada", "eve")
    acts.return_piece(piece, by=editor, at=now + 2 * MINUTE, reason="Half as long, please.")
    assert work_of(piece) == (Work.CHANGES_REQUESTED, "ada", None)
    acts.hand_in(piece, by=author_user, at=now + 3 * MINUTE)
    assert work_of(piece) == (Work.IN_REVIEW, "ada", None)
    words = LedgerEntry.objects.filter(article=piece).order_by("id").values_list("act", "reason")
    assert list(words) == [
        ("save_draft", ""),
        ("hand_in", "for Monday"),
        ("take_over", ""),
        ("return", "Half as long, please."),
        ("hand_in", ""),
    ]


@pytest.mark.parametrize("whose", ["author_user", "editor"])
def test_a_save_after_the_hand_in_never_loses_the_state(piece, author_user, editor, now, whose, request):
    acts.hand_in(piece, by=author_user, at=now)
    acts.save_draft(change(piece, dek="Shorter."), by=request.getfixturevalue(whose), at=now + MINUTE)
    assert work_of(piece) == (Work.IN_REVIEW, "ada", None)


def test_what_was_handed_in_by_mistake_is_taken_back(piece, author_user, now):
    acts.hand_in(piece, by=author_user, at=now)
    acts.take_back(piece, by=author_user, at=now + MINUTE)
    assert work_of(piece) == (Work.DRAFTING, None, None)


def test_publishing_the_newest_version_ends_the_work_on_it(piece, author_user, editor, now):
    acts.hand_in(piece, by=author_user, at=now)
    first = piece.revisions.get()
    saved(change(piece, dek="Later."), at=now + MINUTE)
    acts.publish(piece, revision=first, by=editor, at=now + 2 * MINUTE)
    assert work_of(piece) == (Work.IN_REVIEW, "ada", None), (
        "an older version went out: the newer one waits still"
    )
    acts.publish(piece, revision=piece.revisions.first(), by=editor, at=now + HOUR, change="minor")
    assert work_of(piece) == (Work.DRAFTING, None, None)


def test_a_correction_leaves_the_draft_that_waits_where_it_is(piece, author_user, editor, now):
    published(piece, at=now)
    saved(change(piece, dek="For the autumn."), at=now + MINUTE)
    acts.hand_in(piece, by=author_user, at=now + MINUTE)
    words = acts.NoticeDraft("correction", wrong="Two.", right="Three.")
    acts.correct(piece, changes={"headline": "Three"}, notice=words, by=editor, at=now + HOUR)
    assert work_of(piece) == (Work.IN_REVIEW, "ada", None)


def test_a_piece_without_a_headline_or_a_text_is_not_handed_in(desk, author_user, now):
    article = ArticleFactory(headline="", body="")
    saved(article, at=now, by=author_user)
    with pytest.raises(acts.CannotPublish, match=r"There is no headline\. There is no text\."):
        acts.hand_in(article, by=author_user, at=now)


def test_a_return_says_what_is_to_be_done(piece, author_user, editor, now):
    acts.hand_in(piece, by=author_user, at=now)
    with pytest.raises(acts.ActRefused, match="say why in a few words"):
        acts.return_piece(piece, by=editor, at=now, reason=" ")


def test_a_refusal_says_who_has_the_piece(piece, author_user, editor, publisher, now):
    acts.hand_in(piece, by=author_user, at=now)
    with pytest.raises(acts.ActRefused, match="Hand in is not possible: this piece is handed in"):
        acts.hand_in(piece, by=author_user, at=now)
    with pytest.raises(acts.ActRefused, match="Take back is not possible: ada handed it in"):
        acts.take_back(piece, by=editor, at=now)
    acts.take_over(piece, by=editor, at=now)
    with pytest.raises(acts.ActRefused, match="Take back is not possible: eve has taken this piece over"):
        acts.take_back(piece, by=author_user, at=now)


@pytest.mark.parametrize(
    "columns",
    [
        {"work": "drafting"},
        {"work": "spiked"},
        {"editor_id": None},
        {"handed_in_by_id": None},
        {"work_since": None},
        {"work": "approved", "work_entry_id": None},
    ],
)
def test_the_database_lets_nothing_but_an_act_move_the_work(piece, author_user, editor, now, columns):
    acts.hand_in(piece, by=author_user, at=now)
    acts.take_over(piece, by=editor, at=now)
    with pytest.raises(IntegrityError, match="changes by acts alone"), transaction.atomic():
        DeskState.objects.filter(article=piece).update(**columns)
    with pytest.raises(IntegrityError, match="changes by acts alone"), transaction.atomic():
        DeskState(article=ArticleFactory(), work=Work.IN_REVIEW).save(force_insert=True)
    assert work_of(piece) == (Work.IN_REVIEW, "ada", "eve")


def test_an_older_entry_does_not_lead_the_work_back(piece, author_user, editor, now):
    handed_in = acts.hand_in(piece, by=author_user, at=now)
    acts.return_piece(piece, by=editor, at=now, reason="shorter")
    with pytest.raises(IntegrityError, match="changes by acts alone"), transaction.atomic():
        DeskState.objects.filter(article=piece).update(work=Work.IN_REVIEW, work_entry=handed_in)
