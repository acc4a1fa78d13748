"""Table G: what is owned up to after publication."""

import datetime as dt

import pytest

from articles import acts
from articles.acts import NoticeDraft
from articles.models import Notice
from articles.models.notice import NoticeKind
from articles.renewed import Renewable, Renewed
from tests.factories import ArticleFactory, published
from tests.wording.page import out

LATER = dt.datetime(2026, 3, 12, 9, 0, tzinfo=dt.UTC)
FINALLY = dt.datetime(2026, 3, 24, 9, 0, tzinfo=dt.UTC)
LAST = dt.datetime(2026, 3, 20, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def told(read, publisher, clock):
    """`told(article, words, changes=…, at=…)` corrects a live piece and looks at it."""

    def telling(article, words, *, at=LATER, **changes):
        clock(at)
        return read(acts.correct(article, changes=changes, notice=words, by=publisher, at=at), at=at)

    return telling


def taken_down(article, sentence, *, by, because="safety"):
    return acts.take_down(article, because=because, sentence=sentence, by=by, at=LATER, reason="Asked to.")


def test_g01_withdrawn_while_under_review(read, clock, publisher):
    """In place of the piece stands a dated sentence, on its page and in the feed, and not one word of the text."""
    article = ArticleFactory()
    read(article)
    clock(LATER)
    seen = read(taken_down(article, "We look at this again.", by=publisher, because="review"), at=LATER)
    seen.says("notices", "March 12, 2026: We look at this again.")
    assert seen.status == 200
    seen.hides("Ships came", "A quiet port")


def test_g02_retracted_with_reason_and_who(read, clock, publisher):
    """A retraction says when, why and by whom; what is taken down and put back is not called retracted."""
    article = ArticleFactory()
    read(article)
    clock(LATER)
    seen = read(taken_down(article, "Two figures cannot be right.", by=publisher), at=LATER)
    seen.says("notices", "March 12, 2026: Two figures cannot be right.")
    seen.hides("etract")
    assert seen.edition.printed["notices"][0]["kind"] == NoticeKind.WITHDRAWAL
    clock(LAST)
    back = read(acts.put_back(article, by=publisher, at=LAST, reason="They are right."), at=LAST)
    assert back.status == 200
    back.shows("Ships came in.")
    clock(FINALLY)
    gone = acts.retract(article, text="They are not.", issued_by="the authors", by=publisher, at=FINALLY)
    seen = read(gone, at=FINALLY)
    seen.says("notices", "Retracted on March 24, 2026 by the authors: They are not.")
    assert (seen.status, seen.edition.headline) == (200, f"Retracted: {article.headline}")
    seen.hides("Ships came")


def test_g03_a_notice_is_amended_later(told):
    """What is later said of a notice has a day of its own and stands below it; the notice stays as it was."""
    article = out().article
    told(article, NoticeDraft("update", "We count again next year."))
    first = Notice.objects.get()
    seen = told(article, NoticeDraft("update", "We no longer plan to.", amends=first.pk), at=LAST)
    seen.says(
        "notices",
        "Update, March 12, 2026: We count again next year.",
        "Amended March 20, 2026: We no longer plan to.",
    )
    assert len(seen.edition.printed["notices"]) == 1


def test_g04_superseded_by_another_piece(told, read):
    """An outdated piece says so and leads to the one that takes its place; the act knows both."""
    newer = out(headline="The Harbour, Counted Again")
    article = out().article
    seen = told(article, NoticeDraft("superseded", "There is a newer count:", successor=newer.article_id))
    seen.says("notices", "March 12, 2026: There is a newer count: The Harbour, Counted Again")
    (link,) = seen.links("The Harbour, Counted Again")
    assert newer.permalink.path in link.get("href")
    assert Notice.objects.get().successor.supersedes.get().article == article
    again = acts.reissue(
        newer.article,
        renewed=Renewed.of(Renewable.OTHER_PIECES),
        by=None,
        at=LATER,
        reason="It takes the place of another",
    )
    back = read(again, at=LATER)
    back.says("notices", f"This article takes the place of an earlier one: {seen.edition.headline}")


def test_g05_what_was_wrong_then_what_is_right(told):
    """A correction is dated and says both; the outlet's own correction may stand beside it."""
    article = out(body="<p>Nine ships came in.</p>").article
    words = NoticeDraft(
        "correction", wrong="We wrote of nine ships.", right="There were seven.",
        outlet_corrected_on=dt.date(2026, 3, 11),
    )  # fmt: skip
    seen = told(article, words, body="<p>Seven ships came in.</p>")
    seen.says(
        "notices",
        "Correction, March 12, 2026: We wrote of nine ships. There were seven. "
        "The outlet published its correction on March 11, 2026.",
    )
    seen.shows("Seven ships came in.")
    seen.hides("Nine ships")


def test_g06_a_correction_for_programs(told):
    """The same correction as values: kind, day, what was wrong and what is right, each apart."""
    seen = told(out().article, NoticeDraft("correction", wrong="Nine.", right="Seven."))
    (notice,) = seen.edition.printed["notices"]
    assert {name: notice[name] for name in ("kind", "issued_on", "wrong", "right")} == {
        "kind": "correction", "issued_on": "2026-03-12", "wrong": "Nine.", "right": "Seven.",
    }  # fmt: skip
    seen.shows("Correction, March 12, 2026: Nine. Seven.")
    assert "2026-03-12" in seen.document.xpath("//main//time/@datetime")
    assert seen.fed("dcterms:modified") == ["2026-03-12T05:00:00-04:00"]


def test_g07_an_editors_note_introduces(told):
    """The note above the text introduces the piece; it is undated, and no correction."""
    article = ArticleFactory(editors_note="This is the first of three.")
    seen = told(out(article).article, NoticeDraft("correction", wrong="Nine.", right="Seven."))
    seen.says("editors_note", "Editor’s note: This is the first of three.")
    seen.says("notices", "Correction, March 12, 2026: Nine. Seven.")
    assert seen.page.index("Editor’s note: This is the first of three.") < seen.page.index("Ships came in.")


def test_g08_no_silent_date_of_change(read, told, clock):
    """A page is called changed only where readers are told of what; a touch that matters to nobody moves no date."""
    article = ArticleFactory()
    read(article)
    article.body = "<p>Ships came in.</p><p>Ships went out again.</p>"
    article.save()
    clock(LATER)
    minor = read(published(article, at=LATER), at=LATER)
    assert minor.edition.modified_at is None
    assert minor.fed("dcterms:modified") == []
    seen = told(article, NoticeDraft("update", "The tide table is new."), at=LAST)
    assert seen.edition.modified_at == LAST
    assert seen.fed("dcterms:modified") == ["2026-03-20T05:00:00-04:00"]
    seen.says("notices", "Update, March 20, 2026: The tide table is new.")
