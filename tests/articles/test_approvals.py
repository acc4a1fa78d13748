"""Approvals: of one exact text, by somebody who did not write it, kept for good."""

import uuid

import pytest
from django.db import DatabaseError, transaction

from articles import acts
from articles.checklist import check
from articles.models import Approval, ApprovalKind, Article, LedgerEntry
from articles.press.proof import make_proof
from articles.states import Act
from articles.timeline import load_timeline
from tests.articles.pieces import HOUR, MINUTE, change
from tests.factories import ArticleFactory, published, saved

IDA = acts.OutsideReader("Ida Quay", ApprovalKind.AUTHOR, uuid.UUID(int=7))


def warned(article: Article, at) -> set[str]:
    timeline = load_timeline(article.pk, at)
    proof = make_proof(article.revisions.first(), at=at, timeline=timeline)
    return {warning.code for warning in check(Act.PUBLISH, proof, timeline).warnings}


def test_an_approval_counts_for_its_exact_text_and_for_no_other(desk, editor, publisher, now):
    article = ArticleFactory()
    first = saved(article, at=now, by=editor)
    approval = acts.approve(
        article, revision=first, kind=ApprovalKind.EDITORIAL, by=publisher, at=now + MINUTE, words="Fine."
    )
    assert (approval.entry.act, approval.entry.reason) == (Act.APPROVE, "Fine.")
    second = saved(change(article, dek="Another."), at=now + 2 * MINUTE, by=editor)
    again = saved(change(article, dek=first.content["dek"]), at=now + 3 * MINUTE, by=editor)
    counting = Approval.objects.counting_for
    assert list(counting(first)) == list(counting(again)) == [approval]
    assert not counting(second)


def test_an_editor_does_not_approve_what_they_wrote_since_it_was_last_approved_or_live(
    desk, editor, publisher, now
):
    article = ArticleFactory()
    first = saved(article, at=now, by=editor)

    def approve(revision, by, minutes, kind=ApprovalKind.EDITORIAL):
        return acts.approve(article, revision=revision, kind=kind, by=by, at=now + minutes * MINUTE)

    with pytest.raises(acts.ActRefused, match="since it was begun"):
        approve(first, editor, 1)
    approve(first, editor, 1, ApprovalKind.LEGAL)
    approve(first, publisher, 2)
    second = saved(change(article, dek="By Paul."), at=now + 3 * MINUTE, by=publisher)
    with pytest.raises(acts.ActRefused, match="since version 1"):
        approve(second, publisher, 4)
    approve(second, editor, 4)
    published(article, at=now + 5 * MINUTE)
    third = saved(change(article, dek="By Eve."), at=now + 6 * MINUTE, by=editor)
    approve(third, publisher, 7)
    with pytest.raises(acts.ActRefused, match="already"):
        approve(third, publisher, 8)


def test_whoever_was_asked_and_has_not_signed_this_text_is_named_on_the_checklist(desk, editor, now):
    article = ArticleFactory()
    first = saved(article, at=now)
    codes = {"not_signed_off", "other_text_signed_off"}
    acts.share(
        article, IDA, by=editor, at=now + MINUTE, pinned=None, expires_at=now + HOUR, asks_sign_off=True
    )
    assert warned(article, now + MINUTE) & codes == {"not_signed_off"}
    acts.sign_off(article, IDA, revision=first, at=now + 2 * MINUTE)
    assert not warned(article, now + 3 * MINUTE) & codes
    with pytest.raises(acts.ActRefused, match="already"):
        acts.sign_off(article, IDA, revision=first, at=now + 3 * MINUTE)
    saved(change(article, dek="Another."), at=now + 4 * MINUTE)
    assert warned(article, now + 4 * MINUTE) & codes == {"other_text_signed_off"}
    acts.stop_sharing(article, IDA, by=editor, at=now + 5 * MINUTE)
    assert not warned(article, now + 6 * MINUTE) & codes


def test_the_database_keeps_approvals_as_they_are_and_refuses_one_with_another_texts_hash(desk, editor, now):
    article = ArticleFactory()
    first = saved(article, at=now)
    approval = acts.sign_off(article, IDA, revision=first, at=now + MINUTE)
    mine = Approval.objects.filter(pk=approval.pk)
    entry = LedgerEntry.objects.exclude(pk=approval.entry_id).first()
    forged = Approval(
        article=article, revision=first, content_hash="f" * 64, kind="author", by=editor, at=now, entry=entry
    )
    for attempt in (lambda: mine.update(words="No."), mine.delete, forged.save):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
