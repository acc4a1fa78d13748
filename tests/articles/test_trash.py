"""The trash: what readers never had is thrown away, put back, emptied after 30 days; nothing else is ever deleted."""

import datetime as dt
import json
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

from articles import acts
from articles.acts.trash import due, empty
from articles.models import (
    Article,
    DeskState,
    Edition,
    EditionPicture,
    EmptiedPiece,
    LedgerEntry,
    PictureUse,
    Revision,
)
from articles.models.edition_card import EditionCard
from articles.states import Work
from tests.articles.pieces import HOUR, MINUTE, change
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    PictureFactory,
    published,
    saved,
)  # fmt: skip
from tests.kept import kept

DAY = dt.timedelta(days=1)


@kept
def piece(desk):
    ada = User.objects.get(username="ada")
    facts = {"topics": ["Ports"], "lead_picture": PictureFactory(), "lead_alt": "Cranes"}
    article = BylineFactory(author=AuthorFactory(user=ada), article=ArticleFactory(**facts)).article
    AppearanceFactory(article=article)
    saved(article, at=NOW, by=ada)
    saved(change(article, dek="More."), at=NOW)
    return article


def work_of(article) -> str:
    return DeskState.objects.get(article=article).work


def test_a_piece_comes_back_from_the_trash_into_the_hands_that_it_was_in(piece, author_user, editor, now):
    acts.hand_in(piece, by=author_user, at=now)
    acts.take_over(piece, by=editor, at=now)
    acts.spike(piece, by=editor, at=now + MINUTE)
    assert work_of(piece) == Work.SPIKED
    acts.unspike(piece, by=editor, at=now + HOUR)
    desk = DeskState.objects.get(article=piece)
    assert (desk.work, desk.handed_in_by, desk.editor) == (Work.IN_REVIEW, author_user, editor)


def test_a_save_from_a_window_opened_before_takes_the_piece_out_of_the_trash(piece, author_user, now):
    acts.spike(piece, by=author_user, at=now)
    acts.save_draft(piece, by=author_user, at=now + MINUTE)
    assert work_of(piece) == Work.SPIKED, "nothing was written"
    acts.save_draft(change(piece, dek="Still at it."), by=author_user, at=now + MINUTE)
    assert work_of(piece) == Work.DRAFTING


def test_a_scheduled_piece_is_unscheduled_first(piece, now):
    published(piece, at=now, live_from=now + DAY)
    with pytest.raises(acts.ActRefused, match=r"this piece is scheduled\. Unschedule it first"):
        acts.spike(piece, by=None, at=now)
    acts.unschedule(piece, by=None, at=now)
    acts.spike(piece, by=None, at=now)


def test_what_readers_have_had_is_not_thrown_away(piece, now):
    published(piece, at=now)
    acts.unpublish(piece, by=None, at=now + MINUTE, reason="in error")
    with pytest.raises(acts.ActRefused, match="readers have had this piece"):
        acts.spike(piece, by=None, at=now + HOUR)


def test_emptying_deletes_every_word_and_leaves_one_line(piece, author_user, editor, now, clock):
    published(piece, at=now, live_from=now + DAY)
    EditionCard.objects.create(edition=Edition.objects.get(), content=b"a card", drawn_at=now)
    acts.unschedule(piece, by=None, at=now)
    acts.spike(piece, by=editor, at=now)
    uuid = piece.uuid
    later = now + 30 * DAY
    clock(later)
    empty(piece.pk, at=later)
    connection.check_constraints()
    for rows in (Article, Revision, LedgerEntry, Edition, DeskState, EditionCard, EditionPicture, PictureUse):
        assert not rows.objects.exists()
    line = EmptiedPiece.objects.get()
    assert (line.uuid, line.versions, line.begun_by, line.trashed_by) == (uuid, 2, author_user, editor)
    assert (line.begun_at, line.trashed_at, line.emptied_at) == (now, now, later)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        EmptiedPiece.objects.all().delete()


def test_what_is_put_back_in_time_is_not_emptied(piece, now, clock):
    acts.spike(piece, by=None, at=now)
    assert not due(now + 29 * DAY).exists()
    assert due(now + 30 * DAY).exists()
    clock(now + 30 * DAY)
    acts.unspike(piece, by=None, at=now + 30 * DAY)
    assert empty(piece.pk, at=now + 31 * DAY) is None
    assert piece.revisions.count() == 2


TABLES = ("articles_revision", "articles_ledgerentry", "articles_deskstate", "articles_edition")


def delete_from(table: str, article: Article) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE article_id = %s", [article.pk])


def line_for(article: Article, at: dt.datetime) -> EmptiedPiece:
    return EmptiedPiece.objects.create(
        uuid=article.uuid, versions=1, begun_at=at, trashed_at=at, emptied_at=at
    )


@pytest.mark.long
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("state", ["a draft", "29 days in the trash", "no line on record", "once live"])
def test_the_database_deletes_records_out_of_the_trash_alone(piece, now, clock, table, state):
    published(piece, at=now, live_from=now + DAY)
    if state == "once live":
        clock(now + 60 * DAY)
        line_for(piece, now + 60 * DAY)
    else:
        acts.unschedule(piece, by=None, at=now)
        if state != "a draft":
            acts.spike(piece, by=None, at=now)
        days = 29 if state == "29 days in the trash" else 60
        clock(now + days * DAY)
        if state != "no line on record":
            line_for(piece, now + days * DAY)
    with pytest.raises(IntegrityError, match="A record is not deleted"):
        delete_from(table, piece)


@pytest.mark.parametrize("table", ["articles_revision", "articles_ledgerentry", "articles_edition"])
def test_records_in_the_trash_are_not_rewritten_even_when_they_may_be_emptied(piece, now, clock, table):
    published(piece, at=now, live_from=now + DAY)
    acts.unschedule(piece, by=None, at=now)
    acts.spike(piece, by=None, at=now)
    clock(now + 60 * DAY)
    line_for(piece, now + 60 * DAY)
    with pytest.raises(Exception, match=r"Cannot update|never rewritten"), transaction.atomic():  # noqa: SIM117
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET article_id = article_id + 1")


def test_a_piece_that_another_names_stays_and_the_next_goes(piece, now, clock, monkeypatch):
    other = ArticleFactory(headline="Thrown away too")
    saved(other, at=now)
    translation = ArticleFactory(translation_of=piece, source_language="de")
    saved(translation, at=now)
    for article in (piece, other):
        acts.spike(article, by=None, at=now)
    later = now + 31 * DAY
    clock(later)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    for options, emptied in ((["--dry-run"], [str(other.uuid)]), ([], [str(other.uuid)]), ([], [])):
        said = json.loads(output_of("empty_trash", *options))
        assert said["emptied"] == emptied
        assert list(said["refused"]) == [str(piece.uuid)]
        assert "translation of it" in said["refused"][str(piece.uuid)]
        assert Article.objects.filter(pk=other.pk).exists() == (options == ["--dry-run"])


def test_the_command_speaks_to_people_at_a_terminal(piece, now, clock, monkeypatch):
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    acts.spike(piece, by=None, at=now)
    later = now + 31 * DAY
    clock(later)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    for options, sentence in (
        (["--dry-run"], "1 piece would be deleted."),
        ([], "1 piece deleted for good."),
        ([], "Nothing has been in the trash for 30 days."),
    ):
        out = Terminal()
        call_command("empty_trash", *options, stdout=out)
        assert out.getvalue().strip() == sentence


def output_of(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()
