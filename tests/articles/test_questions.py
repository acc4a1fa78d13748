"""Questions of the checklist: asked until the editor confirms them, and then on record."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import acts
from articles.checklist.names import unplaced_names
from articles.checklist.questions import questions
from articles.models import Edition, LedgerEntry
from articles.press.proof import make_proof
from articles.timeline import load_timeline
from tests.articles.pieces import HOUR, change
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    published,
    saved,
)

ASKED = frozenset()


def codes_asked(article, now, *, change="minor") -> set[str]:
    """The questions that keep the newest version from going out."""
    try:
        acts.publish(
            article,
            revision=article.revisions.first(),
            by=None,
            at=now + HOUR,
            confirmed=ASKED,
            change=change,
        )
    except acts.CannotPublish as refused:
        return set(refused.checklist.asked)
    return set()


def test_a_new_person_of_whom_nothing_is_said_is_asked_about_once(desk, now):
    person = AuthorFactory(display_name="Nora Quill")
    first = BylineFactory(author=person).article
    saved(first, at=now)
    assert codes_asked(first, now) == {"new_person"}
    published(first, at=now)
    second = BylineFactory(author=person).article
    saved(second, at=now)
    assert codes_asked(second, now) == set()


@pytest.mark.parametrize("known_by", ["a bio on the piece", "a post"])
def test_a_new_person_with_a_bio_or_a_post_is_not_asked_about(desk, now, known_by):
    person = AuthorFactory()
    if known_by == "a post":
        AppointmentFactory(author=person)
    bio = "Nora Quill counts ships." if known_by != "a post" else ""
    article = BylineFactory(author=person, bio=bio).article
    saved(article, at=now)
    assert codes_asked(article, now) == set()


def test_a_person_whose_last_post_has_ended_is_asked_about_for_each_new_piece_without_a_bio(desk, now):
    person = AuthorFactory(display_name="Nora Quill")
    until = dt.date(2026, 1, 1)
    AppointmentFactory(author=person, title="fellow", until_on=until)
    published(BylineFactory(author=person, bio="Nora Quill counts ships.").article, at=now)
    second = BylineFactory(author=person).article
    saved(second, at=now)
    assert codes_asked(second, now) == {"post_ended"}
    with pytest.raises(acts.CannotPublish) as refused:
        acts.publish(second, revision=second.revisions.first(), by=None, at=now, confirmed=ASKED)
    (question,) = refused.value.checklist.questions
    assert "fellow, the Tidal College, ended on 1 January 2026" in question.sentence
    published(second, at=now)
    saved(change(second, dek="Another."), at=now)
    assert codes_asked(second, now) == set()  # readers have had the page without a bio
    held_then = BylineFactory(author=person, article__first_published_on=dt.date(2025, 7, 9)).article
    saved(held_then, at=now)
    assert codes_asked(held_then, now) == {"first_day_past"}


def test_new_people_whom_a_joint_bio_names_are_not_asked_about_and_others_are(desk, now):
    quill, quay = AuthorFactory(display_name="Nora Quill"), AuthorFactory(display_name="Ida Quay")
    article = BylineFactory(author=quay, bio="Ida Quay and Nora Quill count ships.").article
    BylineFactory(article=article, author=quill, order=2)
    saved(article, at=now)
    assert codes_asked(article, now) == set()
    BylineFactory(article=article, author=AuthorFactory(display_name="Tom Brook"), order=3)
    saved(article, at=now)
    assert codes_asked(article, now) == {"new_person"}


def test_a_pictures_credit_in_the_text_is_asked_about(desk, now):
    article = ArticleFactory(body="<p>Ships came in.</p><p>Source: Getty</p>")
    saved(article, at=now)
    assert codes_asked(article, now) == {"photo_credit"}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("headline", "Another", "headline_changes"), ("slug", "another", "address_changes")],
)
def test_a_live_title_or_address_changed_in_place_is_asked_about_unless_a_notice_tells(
    desk, now, field, value, code
):
    article = published(at=now).article
    saved(change(article, **{field: value}), at=now)
    assert codes_asked(article, now) == {code}
    told = acts.NoticeDraft("clarification", "It has another name.")
    assert codes_asked(article, now, change=told) == set()


def test_what_was_confirmed_stands_in_the_ledger(desk, now):
    article = ArticleFactory(body="<p>Ships came in.</p><p>Photo: Nora Quill</p>")
    revision = saved(article, at=now)
    with pytest.raises(acts.CannotPublish, match="Nothing has gone out yet: look at what is asked"):
        acts.publish(article, revision=revision, by=None, at=now, confirmed=frozenset({"new_person"}))
    assert not Edition.objects.exists()
    acts.publish(article, revision=revision, by=None, at=now, confirmed=frozenset({"photo_credit", "x"}))
    assert LedgerEntry.objects.get(act="publish").overrides == ["photo_credit"]


def test_a_program_that_cannot_be_asked_leaves_the_question_on_record(desk, now):
    published(ArticleFactory(body="<p>Words.</p><p>Photo: Nora Quill</p>"), at=now)
    weights = {row["code"]: row["weight"] for row in LedgerEntry.objects.get(act="publish").checklist}
    assert weights["photo_credit"] == "question"


@pytest.mark.parametrize(("is_archive", "asked"), [(False, {"first_day_past"}), (True, set())])
def test_a_new_piece_with_a_day_of_first_publication_in_the_past_is_asked_about(desk, now, is_archive, asked):
    article = ArticleFactory(first_published_on=now.date() - dt.timedelta(days=30), is_archive=is_archive)
    saved(article, at=now)
    assert codes_asked(article, now) == asked


def test_the_questions_about_many_people_take_as_many_queries_as_those_about_one(desk, now):
    """Names on record and last posts are looked up for all of a byline at once."""

    def queries_for(people: int) -> int:
        article = ArticleFactory()
        for number in range(people):
            past = AppointmentFactory(until_on=now.date() - dt.timedelta(days=30 + number))
            BylineFactory(article=article, author=past.author, name=f"Pen {number}")
            BylineFactory(article=article, author=None, name=f"Name {number}")
        proof, timeline = make_proof(saved(article, at=now), at=now), load_timeline(article.pk, now)
        with CaptureQueriesContext(connection) as queries:
            asked = [*questions(proof, timeline), *unplaced_names(proof)]
        assert len([each for each in asked if each.code == "name_only"]) == people
        return len(queries)

    assert queries_for(1) == queries_for(6)
