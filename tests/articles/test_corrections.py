"""Nothing that goes out undoes a correction: it is carried into what waits by words, or decided, on record."""

import datetime as dt

import pytest

from articles import acts
from articles.acts import NoticeDraft
from articles.corrections import Stays, carry, find_lack
from articles.models import Article, Edition, LedgerEntry, Revision
from articles.snapshot import content_of
from articles.states import Act
from articles.timeline import load_timeline
from tests.articles.pieces import HOUR, change
from tests.factories import published, saved

BODY = "<p>It was 214 ships in May.</p><p>They left.</p>"
RIGHT = "<p>It was 241 ships in May.</p><p>They left.</p>"
WRONG = NoticeDraft("correction", wrong="It said 214.", right="It was 241.")
DAY = dt.timedelta(days=1)


def live(article: Article, at: dt.datetime) -> Edition:
    return Edition.objects.live(at).get(article=article)


def newest(article: Article) -> Revision:
    return Revision.objects.filter(article=article).order_by("-number").first()


def corrected(article: Article, at: dt.datetime, body: str = RIGHT, **options) -> Edition:
    return acts.correct(article, changes={"body": body}, notice=WRONG, by=None, at=at, **options)


def answers(article: Article, at: dt.datetime, stays: Stays) -> dict[str, str]:
    lack = find_lack(newest(article), load_timeline(article.pk, at))
    return {passage.key: stays for passage in lack.carried_into(newest(article)).passages}


@pytest.mark.parametrize(
    ("draft", "both"),
    [
        (
            "<p>It was 214 ships in May, and more in June.</p><p>They left.</p>",
            "<p>It was 241 ships in May, and more in June.</p><p>They left.</p>",
        ),
        (
            "<p>A new beginning.</p><p>They left.</p><p>It was 214 ships in the month of May.</p>",
            None,  # the paragraph was moved: that is decided
        ),
        (
            "<p>Once it was <em>only</em> 214 ships in May.</p><p>They have left.</p>",
            "<p>Once it was <em>only</em> 241 ships in May.</p><p>They have left.</p>",
        ),
        (
            '<p>It was 214 ships<span data-footnote="">The ledger.</span> in May.</p><p>They left.</p>',
            '<p>It was 241 ships<span data-footnote="">The ledger.</span> in May.</p><p>They left.</p>',
        ),
        (
            "<h2>It was 214 ships in May.</h2><p>They left.</p>",
            "<h2>It was 241 ships in May.</h2><p>They left.</p>",
        ),
    ],
)
def test_a_waiting_draft_gets_a_correction_by_words_within_a_paragraph(desk, now, draft, both):
    article = published(at=now, body=BODY).article
    saved(change(article, body=draft, dek="Half done."), at=now)
    edition = corrected(article, now + HOUR)
    article.refresh_from_db()
    assert (edition.body, edition.dek) == (RIGHT, "A quiet port has a loud year.")
    if both is None:
        assert "241" not in article.body
    else:
        assert (article.body, article.dek) == (both, "Half done.")
        again = acts.publish(article, revision=newest(article), by=None, at=now + 2 * HOUR, change="minor")
        assert "241 ships" in again.body


def test_a_waiting_draft_that_says_something_else_there_does_not_go_out_until_it_is_decided(
    desk, editor, now
):
    article = published(at=now, body=BODY).article
    saved(change(article, body="<p>It was some 200 ships in May.</p><p>They left.</p>"), at=now)
    corrected(article, now + HOUR)
    at = now + 2 * HOUR
    for options in ({}, {"live_from": at + HOUR}):
        with pytest.raises(acts.CannotPublish, match="lacks the correction of 10 March 2026") as refused:
            acts.publish(article, revision=newest(article), by=editor, at=at, change="minor", **options)
        assert [blocker.act for blocker in refused.value.checklist.blockers] == [Act.SETTLE_CORRECTION]
    chosen = answers(article, at, Stays.CORRECTED)
    settled = acts.settle_correction(article, revision=newest(article), decisions=chosen, by=editor, at=at)
    assert content_of(settled)["body"] == RIGHT
    acts.publish(article, revision=settled, by=editor, at=at + HOUR, change="minor")
    assert live(article, at + HOUR).body == RIGHT


def test_a_decision_on_a_correction_is_on_record_and_the_drafts_own_words_may_stay(desk, editor, now):
    article = published(at=now, body=BODY).article
    own = "<p>It was two hundred and forty-one ships in May.</p><p>They left.</p>"
    saved(change(article, body=own), at=now)
    corrected(article, now + HOUR)
    draft, at = newest(article), now + 2 * HOUR
    with pytest.raises(acts.ActRefused, match="every passage"):
        acts.settle_correction(article, revision=draft, decisions={}, by=editor, at=at)
    chosen = answers(article, at, Stays.WAITING)
    settled = acts.settle_correction(
        article, revision=draft, decisions=chosen, by=editor, at=at, reason="Words"
    )
    assert settled == draft
    entry = LedgerEntry.objects.get(act=Act.SETTLE_CORRECTION)
    (decided,) = entry.after["decided"]
    assert (entry.actor, entry.reason, decided["stays"]) == (editor, "Words", "waiting")
    assert "two hundred" in decided["waiting"]
    assert "241" in decided["corrected"]
    saved(change(article, dek="And more."), at=at)
    edition = acts.publish(article, revision=newest(article), by=editor, at=at + HOUR, change="minor")
    assert edition.body == own
    with pytest.raises(acts.ActRefused, match="Nothing is to be decided"):
        acts.settle_correction(article, revision=newest(article), decisions={}, by=editor, at=at + HOUR)


def test_two_corrections_of_one_version_at_once_never_leave_a_notice_above_words_without_its_change(
    desk, now
):
    article = published(at=now, body=BODY).article
    typed_on = live(article, now).revision.number
    corrected(article, now + HOUR, base=typed_on)
    with pytest.raises(acts.ActRefused, match="Version 2 has gone out meanwhile"):
        corrected(article, now + HOUR, BODY.replace("May", "June"), base=typed_on)
    assert live(article, now + HOUR).body == RIGHT


def test_a_waiting_draft_that_was_mended_by_hand_needs_no_decision(desk, now):
    article = published(at=now, body=BODY).article
    saved(change(article, body="<p>It was some 200 ships in May.</p><p>They left.</p>"), at=now)
    corrected(article, now + HOUR)
    saved(change(article, body=RIGHT + "<p>More.</p>"), at=now + 2 * HOUR)
    assert find_lack(newest(article), load_timeline(article.pk, now + 2 * HOUR)) is None


def test_a_waiting_draft_is_asked_about_two_corrections_of_one_place_at_once(desk, now):
    article = published(at=now, body=BODY).article
    saved(change(article, body="<p>It was some 200 ships in May.</p><p>They left.</p>"), at=now)
    corrected(article, now + HOUR)
    corrected(article, now + 2 * HOUR, RIGHT.replace("241", "242"))
    at = now + 3 * HOUR
    lack = find_lack(newest(article), load_timeline(article.pk, at))
    assert len(lack.notices) == 2
    (passage,) = lack.carried_into(newest(article)).passages
    assert "242" in passage.corrected
    assert "214" in passage.before
    chosen = answers(article, at, Stays.CORRECTED)
    settled = acts.settle_correction(article, revision=newest(article), decisions=chosen, by=None, at=at)
    acts.publish(article, revision=settled, by=None, at=at, change="minor")


def test_a_later_correction_that_could_be_carried_does_not_hide_an_earlier_one_that_could_not(desk, now):
    """A waiting draft undoes no correction: each is carried or decided on its own."""
    article = published(at=now, body=BODY).article
    saved(change(article, body="<p>It was some 200 ships in May.</p><p>They left.</p>"), at=now)
    corrected(article, now + HOUR)
    corrected(article, now + 2 * HOUR, RIGHT.replace("They left", "Most left"))
    at = now + 3 * HOUR
    article.refresh_from_db()
    assert article.body == "<p>It was some 200 ships in May.</p><p>Most left.</p>"
    lack = find_lack(newest(article), load_timeline(article.pk, at))
    assert [notice.issued_on for notice in lack.notices] == [(now + HOUR).date()]
    with pytest.raises(acts.CannotPublish, match="lacks the correction"):
        acts.publish(article, revision=newest(article), by=None, at=at, change="minor")
    chosen = answers(article, at, Stays.CORRECTED)
    settled = acts.settle_correction(article, revision=newest(article), decisions=chosen, by=None, at=at)
    assert content_of(settled)["body"] == RIGHT.replace("They left", "Most left")
    acts.publish(article, revision=settled, by=None, at=at + HOUR, change="minor")


def test_a_scheduled_version_gets_a_correction_by_words_and_keeps_its_hour(desk, now):
    article = published(at=now, body=BODY).article
    waiting = BODY.replace("in May", "in May and June")
    coming = published(change(article, body=waiting, dek="For later."), at=now, live_from=now + 5 * HOUR)
    saved(change(article, headline="A newer draft"), at=now)
    corrected(article, now + HOUR)
    later = live(article, now + 6 * HOUR)
    assert (later.body, later.dek) == (waiting.replace("214", "241"), "For later.")
    assert (later.live_from, later.revision.label) == (
        coming.live_from,
        "Scheduled version, with the correction",
    )
    assert [notice["kind"] for notice in later.printed["notices"]] == ["correction"]
    article.refresh_from_db()
    assert (article.headline, article.body) == ("A newer draft", waiting.replace("214", "241"))
    at = now + 7 * HOUR
    acts.publish(article, revision=newest(article), by=None, at=at, change="minor", confirmed=None)


def test_a_scheduled_version_that_is_the_newest_stays_the_newest(desk, now):
    article = published(at=now, body=BODY).article
    published(change(article, dek="For later."), at=now, live_from=now + 5 * HOUR)
    corrected(article, now + HOUR)
    assert load_timeline(article.pk, now + HOUR).coming.revision == newest(article)
    acts.reschedule(article, live_from=now + 9 * HOUR, by=None, at=now + 2 * HOUR)
    assert live(article, now + 9 * HOUR).body == RIGHT


def test_a_correction_waits_for_a_decision_on_a_scheduled_version_that_says_something_else(desk, editor, now):
    article = published(at=now, body=BODY).article
    waiting = BODY.replace("214", "some 200")
    published(change(article, body=waiting), at=now, live_from=now + 5 * HOUR)
    with pytest.raises(acts.CannotPublish, match="scheduled version says something else"):
        corrected(article, now + HOUR)
    assert Edition.objects.count() == 2
    (passage,) = carry(
        *({"headline": "", "dek": "", "body": body} for body in (BODY, RIGHT, waiting))
    ).passages
    corrected(article, now + HOUR, decisions={passage.key: Stays.CORRECTED})
    assert live(article, now + 6 * HOUR).body == RIGHT
    entry = LedgerEntry.objects.get(act=Act.CORRECT)
    assert [row["stays"] for row in entry.after["decided"]] == ["corrected"]
    acts.reschedule(article, live_from=now + 9 * HOUR, by=editor, at=now + 2 * HOUR)


def test_a_notice_is_not_published_before_a_scheduled_version_that_belies_it(desk, now):
    article = published(at=now, body=BODY).article
    published(
        change(article, body=BODY.replace("They left.", "They all left.")), at=now, live_from=now + 5 * HOUR
    )
    revision = saved(change(article, body=RIGHT), at=now)
    with pytest.raises(acts.CannotPublish, match="above a text without the change"):
        acts.publish(article, revision=revision, by=None, at=now + HOUR, change=WRONG)
    acts.publish(article, revision=revision, by=None, at=now + HOUR, change=WRONG, calls_off=True)
    assert live(article, now + 6 * HOUR).body == RIGHT


def test_corrected_words_that_come_back_are_asked_about(desk, editor, now):
    article = published(at=now, body=BODY).article
    corrected(article, now + HOUR)
    revision = saved(change(article, body=BODY, dek="Brought back."), at=now + HOUR)
    with pytest.raises(acts.CannotPublish) as refused:
        acts.publish(
            article, revision=revision, by=editor, at=now + 2 * HOUR, change="minor", confirmed=frozenset()
        )
    (question,) = refused.value.checklist.questions
    assert "as they were before the correction of 10 March 2026" in question.sentence
    asked = frozenset({"correction_undone"})
    edition = acts.publish(
        article, revision=revision, by=editor, at=now + 2 * HOUR, change="minor", confirmed=asked
    )
    assert edition.entry.overrides == ["correction_undone"]


def test_a_correction_outlives_unpublishing_and_taking_down(desk, now):
    """The notice stays with the page, so that what lacks the change may not come back either."""
    for remove in ("unpublish", "take_down"):
        article = published(at=now, body=BODY).article
        saved(change(article, body=BODY.replace("214", "some 200")), at=now)
        corrected(article, now + HOUR)
        at = now + 2 * HOUR
        if remove == "unpublish":
            acts.unpublish(article, by=None, at=at, reason="In error")
            with pytest.raises(acts.CannotPublish, match="would undo what readers were told"):
                acts.publish(article, revision=newest(article), by=None, at=at + HOUR, change="minor")
        else:
            acts.take_down(article, because="legal", sentence="Gone.", by=None, at=at, reason="Letter")
            with pytest.raises(acts.CannotPublish, match="would undo what readers were told"):
                acts.put_back(article, revision=newest(article), by=None, at=at + HOUR, reason="Mended")


def test_headline_and_dek_are_carried_like_the_text(desk, now):
    article = published(at=now, headline="Two ships came", dek="It was 214 in May.").article
    saved(change(article, headline="Two ships came home", dek="It was 214 in May and June."), at=now)
    changes = {"headline": "Three ships came", "dek": "It was 241 in May."}
    acts.correct(article, changes=changes, notice=WRONG, by=None, at=now + HOUR)
    article.refresh_from_db()
    assert (article.headline, article.dek) == ("Three ships came home", "It was 241 in May and June.")


def test_a_waiting_draft_in_which_the_passage_stands_twice_is_joined_by_hand(desk, editor, now):
    """The other place, which no correction touched, keeps its words."""
    article = published(at=now, body=BODY).article
    said = "<p>It was some 214 vessels.</p>"
    article.body = f"{said}<p>They left.</p>{said}"
    article.save()
    saved(article, at=now)
    corrected(article, now + DAY, body="<p>It was 241 ships in May, says the port.</p><p>They left.</p>")
    lack = find_lack(newest(article), load_timeline(article.pk, now + DAY))
    (passage,) = lack.carried_into(newest(article)).passages
    words = {passage.key: Stays.WRITTEN, passage.words_key: "<p>It was 241 vessels.</p>"}
    settled = acts.settle_correction(
        article, revision=newest(article), decisions=words, by=editor, at=now + 2 * DAY
    )
    assert settled.content["body"] == f"<p>It was 241 vessels.</p><p>They left.</p>{said}"
