"""Corrections, clarifications, updates; taking down and putting back: what readers are told, and what stays."""

import datetime as dt

import pytest

from articles import acts
from articles.acts import NoticeDraft
from articles.corrections import versions_within
from articles.models import Article, DeskState, Edition, Notice, Revision
from articles.states import Form, Public
from articles.timeline import load_timeline
from tests.factories import AppearanceFactory, BylineFactory, published, saved

HOUR = dt.timedelta(hours=1)
BODY = "<p>Two ships came.</p><p>They left.</p>"
RIGHT = "<p>Three ships came.</p><p>They left.</p>"
WRONG = NoticeDraft("correction", wrong="It said that two ships came.", right="Three came.")


def live(article, at) -> Edition:
    return Edition.objects.live(at).get(article=article)


def lines(edition: Edition) -> list[str]:
    return ["".join(run["text"] for run in notice["line"]) for notice in edition.printed["notices"]]


def test_a_correction_changes_the_text_and_says_so_in_one_edition(desk, editor, now):
    article = published(at=now, body=BODY).article
    edition = acts.correct(article, changes={"body": RIGHT}, notice=WRONG, by=editor, at=now + HOUR)
    assert edition.body == RIGHT
    assert lines(edition) == ["Correction, March 10, 2026: It said that two ships came. Three came."]
    assert edition.modified_at == now + HOUR
    assert (edition.revision.number, edition.revision.label) == (2, "Correction")
    article.refresh_from_db()
    assert article.body == RIGHT  # nobody was working on it: the manuscript is the corrected text


def test_a_piece_is_live_since_it_went_out_and_not_since_its_correction(desk, editor, now):
    article = published(at=now, body=BODY).article
    acts.correct(article, changes={"body": RIGHT}, notice=WRONG, by=editor, at=now + HOUR)
    assert load_timeline(article.pk, now + HOUR).since == now
    acts.take_down(article, because="legal", sentence="Gone.", by=None, at=now + 2 * HOUR, reason="x")
    assert load_timeline(article.pk, now + 3 * HOUR).since == now + 2 * HOUR
    acts.put_back(article, by=None, at=now + 4 * HOUR, reason="x")
    assert load_timeline(article.pk, now + 5 * HOUR).since == now + 4 * HOUR


def test_a_correction_never_carries_a_half_done_draft_and_goes_into_it(desk, editor, now):
    article = published(at=now, body=BODY).article
    Article.objects.filter(pk=article.pk).update(body=BODY + "<p>Half a sent</p>", dek="Half done.")
    saved(article, at=now)
    edition = acts.correct(article, changes={"body": RIGHT}, notice=WRONG, by=editor, at=now + HOUR)
    assert (edition.body, edition.dek) == (RIGHT, "A quiet port has a loud year.")
    article.refresh_from_db()
    assert (article.body, article.dek) == (RIGHT + "<p>Half a sent</p>", "Half done.")
    draft = Revision.objects.get(number=DeskState.objects.get().head_number)
    assert edition.revision.pk in versions_within(draft)
    again = acts.publish(article, revision=draft, by=editor, at=now + 2 * HOUR, change="minor")
    assert "older_base" not in {row["code"] for row in again.entry.checklist}
    assert lines(again) == lines(edition)


def test_a_scheduled_version_is_printed_again_with_the_notice(desk, editor, now):
    article = published(at=now, body=BODY).article
    Article.objects.filter(pk=article.pk).update(dek="For later.")
    published(article, at=now, live_from=now + 5 * HOUR)
    edition = acts.correct(article, changes={"body": RIGHT}, notice=WRONG, by=editor, at=now + HOUR)
    coming = live(article, now + 6 * HOUR)
    assert (coming.dek, coming.body, lines(coming)) == ("For later.", RIGHT, lines(edition))
    assert live(article, now + 2 * HOUR) == edition


def test_a_notice_can_come_without_a_change_and_be_amended_later(desk, editor, now):
    article = published(at=now).article
    note = NoticeDraft("clarification", "The port lies in the north.")
    first = acts.correct(article, changes={}, notice=note, by=editor, at=now + HOUR)
    assert first.revision.number == 1
    more = NoticeDraft("clarification", "In the far north.", amends=Notice.objects.get().pk)
    second = acts.correct(article, changes={}, notice=more, by=editor, at=now + 26 * HOUR)
    (notice,) = second.printed["notices"]
    assert ["".join(run["text"] for run in line) for line in notice["amendments"]] == [
        "Amended March 11, 2026: In the far north."
    ]


def test_a_notice_of_a_schedule_that_was_called_off_is_never_shown(desk, editor, now):
    article = published(at=now).article
    Article.objects.filter(pk=article.pk).update(dek="Another.")
    told = NoticeDraft("update", "There is more.")
    revision = saved(article, at=now)
    acts.publish(article, revision=revision, by=editor, at=now, live_from=now + 2 * HOUR, change=told)
    acts.unschedule(article, by=editor, at=now + HOUR)
    Article.objects.filter(pk=article.pk).update(dek="A third.")
    assert lines(published(article, at=now + 3 * HOUR)) == []


def test_a_changed_page_needs_a_word_and_a_minor_change_moves_no_date(desk, editor, now):
    article = published(at=now).article
    Article.objects.filter(pk=article.pk).update(dek="Another.")
    revision = saved(article, at=now)
    with pytest.raises(acts.CannotPublish, match="say what changed, or that it is minor"):
        acts.publish(article, revision=revision, by=editor, at=now + HOUR)
    edition = acts.publish(article, revision=revision, by=editor, at=now + HOUR, change="minor")
    assert edition.modified_at is None
    assert edition.entry.after["change"] == "minor"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (NoticeDraft("correction", "Sorry."), "what was wrong and what is right"),
        (NoticeDraft("correction", wrong="This."), "what was wrong and what is right"),
        (NoticeDraft("update"), "Write what readers are told"),
        (NoticeDraft("nonsense", "x"), "nonsense"),
    ],
)
def test_a_notice_that_says_too_little_is_refused_and_nothing_changes(desk, editor, now, words, said):
    article = published(at=now).article
    with pytest.raises(acts.ActRefused, match=said):
        acts.correct(article, changes={}, notice=words, by=editor, at=now + HOUR)
    assert Edition.objects.count() == 1


def test_a_piece_is_taken_down_at_once_and_its_schedule_with_it(desk, publisher, now):
    article = BylineFactory().article
    AppearanceFactory(article=article)
    piece = published(article, at=now)
    Article.objects.filter(pk=article.pk).update(dek="For later.")
    published(article, at=now, live_from=now + 5 * HOUR)
    stone = acts.take_down(
        article, because="privacy", sentence="Taken down at a reader’s request.", by=publisher, at=now + HOUR,
        reason="Letter of 9 March", keep_headline=False,
    )  # fmt: skip
    assert (stone.form, stone.uuid, stone.permalink) == (Form.WITHDRAWAL, piece.uuid, piece.permalink)
    assert lines(stone) == ["March 10, 2026: Taken down at a reader’s request."]
    assert (stone.body, stone.dek, stone.byline, stone.printed["bios"]) == ("", "", "", [])
    assert piece.headline not in str(stone.printed) + stone.headline
    assert "Letter of 9 March" not in str(stone.printed)
    assert live(article, now + 6 * HOUR) == stone
    assert load_timeline(article.pk, now + HOUR).public == Public.WITHDRAWN
    assert not stone.bylines.exists()


def test_what_was_taken_down_is_put_back_with_its_first_day_and_without_the_notice(desk, publisher, now):
    first = published(at=now)
    article = first.article
    acts.take_down(article, because="legal", sentence="Gone.", by=publisher, at=now + HOUR, reason="Court")
    with pytest.raises(acts.ActRefused, match="taken down"):
        acts.publish(article, revision=first.revision, by=publisher, at=now + 2 * HOUR)
    again = acts.put_back(article, by=publisher, at=now + 26 * HOUR, reason="The court decided")
    assert (again.form, again.body, again.permalink) == (Form.PIECE, first.body, first.permalink)
    assert (again.first_published_on, lines(again)) == (first.first_published_on, [])


def test_a_superseded_piece_leads_to_the_one_that_replaces_it(desk, editor, now):
    newer = published(at=now, headline="The Harbour Sleeps")
    older = published(at=now).article
    words = NoticeDraft("superseded", "A newer piece:", successor=newer.article_id)
    edition = acts.correct(older, changes={}, notice=words, by=editor, at=now + HOUR)
    assert {"text": "The Harbour Sleeps", "href": newer.permalink.path} in edition.printed["notices"][0][
        "line"
    ]


def test_a_correction_of_another_piece_cannot_be_amended_here(desk, editor, now):
    one, other = published(at=now).article, published(at=now).article
    acts.correct(one, changes={}, notice=WRONG, by=editor, at=now + HOUR)
    words = NoticeDraft("correction", "More.", amends=Notice.objects.get().pk)
    with pytest.raises(acts.ActRefused, match="about another piece"):
        acts.correct(other, changes={}, notice=words, by=editor, at=now + HOUR)


def test_a_notice_published_now_stands_on_the_scheduled_version_too(desk, editor, now):
    article = published(at=now).article
    Article.objects.filter(pk=article.pk).update(dek="For now.")
    revision = saved(article, at=now)
    Article.objects.filter(pk=article.pk).update(headline="For later.")
    published(article, at=now, live_from=now + 5 * HOUR)
    told = NoticeDraft("update", "There is more.")
    edition = acts.publish(article, revision=revision, by=editor, at=now + HOUR, change=told)
    assert (
        lines(live(article, now + 6 * HOUR)) == lines(edition) == ["Update, March 10, 2026: There is more."]
    )


def test_an_act_before_a_scheduled_version_leaves_it_as_minor_or_material_as_it_was_declared(
    desk, publisher, now
):
    for change, modified in (("minor", HOUR), (NoticeDraft("update", "More."), 5 * HOUR)):
        article = published(at=now).article
        Article.objects.filter(pk=article.pk).update(dek="For later.")
        revision = saved(article, at=now)
        acts.publish(
            article, revision=revision, by=publisher, at=now, live_from=now + 5 * HOUR, change=change
        )
        note = NoticeDraft("clarification", "The port lies in the north.")
        acts.correct(article, changes={}, notice=note, by=publisher, at=now + HOUR)
        assert live(article, now + 6 * HOUR).modified_at == now + modified


def test_a_headline_that_is_still_to_come_stands_in_no_notice_of_another_piece(desk, editor, now):
    newer = published(at=now, headline="The Harbour Sleeps", live_from=now + 5 * HOUR)
    older = published(at=now).article
    words = NoticeDraft("superseded", "A newer piece:", successor=newer.article_id)
    edition = acts.correct(older, changes={}, notice=words, by=editor, at=now + HOUR)
    assert "Sleeps" not in str(edition.printed)
    assert newer.permalink.path.split("/")[2] not in str(edition.printed)
