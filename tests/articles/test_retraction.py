"""Retracting: the text goes, the record stays, and notices follow each other with their own days."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from articles import acts
from articles.acts import NoticeDraft
from articles.acts.errors import ActRefused
from articles.models import Article, Edition, LedgerEntry, Notice
from articles.press.reasons import explain, explain_amount
from articles.rights.rule import LINK
from articles.states import Act, Form, Public
from articles.timeline import load_timeline
from disclaimers.models import HouseStyle
from tests.articles.pieces import HOUR, change
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published, saved, say

DAY = dt.timedelta(days=1)
WHY = "The figures cannot be found again."


def retracted(article: Article, at: dt.datetime, **facts) -> Edition:
    facts = {"text": WHY, "issued_by": "Harbour Institute", "by": None} | facts
    return acts.retract(article, at=at, **facts)


def lines(edition: Edition) -> list[str]:
    rows = edition.printed["notices"]
    return [
        "".join(span["text"] for span in line) for row in rows for line in (row["line"], *row["amendments"])
    ]


def test_retracting_takes_the_text_and_keeps_title_attribution_address_and_first_day(desk, publisher, now):
    article = BylineFactory(article__topics=["Ports"], bio="She counts ships.").article
    AppearanceFactory(article=article, url="https://lantern.example/a", published_on=now.date() - DAY)
    article.disclosures.create(subject="funding", text="The Harbour Trust")
    piece = published(article, at=now)
    stone = retracted(article, now + HOUR, by=publisher, reason="A letter")
    assert (stone.form, stone.headline) == (Form.RETRACTION, f"Retracted: {piece.headline}")
    assert (stone.body, stone.endnotes, stone.dek, stone.mode) == ("", "", "", LINK)
    assert lines(stone) == [f"Retracted on March 10, 2026 by Harbour Institute: {WHY}"]
    for kept in (
        "byline",
        "dateline",
        "outlet_line",
        "uuid",
        "permalink",
        "first_published_on",
        "ordered_at",
    ):
        assert getattr(stone, kept) == getattr(piece, kept), kept
    for kept in ("bylines", "dates", "source", "attributions", "names", "topics"):
        assert stone.printed[kept] == piece.printed[kept], kept
    for gone in ("bios", "disclosures", "wordings", "read_more", "republication", "editors_note"):
        assert not stone.printed[gone], gone
    assert (stone.bylines.count(), stone.outlets.count(), stone.topic_uses.count()) == (1, 1, 1)
    assert "Ships came in" not in str(stone.printed)
    entry = LedgerEntry.objects.get(act=Act.RETRACT)
    assert (entry.actor, entry.reason, entry.after["text"]) == (publisher, "A letter", WHY)
    assert load_timeline(article.pk, now + HOUR).public == Public.RETRACTED


def test_retracting_calls_off_what_is_scheduled(desk, now):
    article = published(at=now).article
    published(change(article, dek="Later."), at=now, live_from=now + 5 * HOUR)
    stone = retracted(article, now + HOUR)
    assert Edition.objects.live(now + 6 * HOUR).get(article=article) == stone


def test_notices_follow_each_other_each_with_its_own_day(desk, now, clock):
    """Corrected on the 10th, withdrawn for review on the 11th, retracted on the 24th, amended two years later."""
    article = published(at=now).article
    words = NoticeDraft("correction", wrong="Two.", right="Three.")
    acts.correct(article, changes={}, notice=words, by=None, at=now + HOUR)
    acts.take_down(
        article, because="review", sentence="We look at it again.", by=None, at=now + DAY, reason="A letter"
    )
    retracted(article, now + 14 * DAY)
    retraction = Notice.objects.get(kind="retraction")
    later = now + 744 * DAY
    clock(later)
    more = NoticeDraft("retraction", "The figures were found.", amends=retraction.pk)
    stone = acts.correct(article, changes={}, notice=more, by=None, at=later)
    assert stone.form == Form.RETRACTION
    assert lines(stone) == [
        "Correction, March 10, 2026: Two. Three.",
        "March 11, 2026: We look at it again.",
        f"Retracted on March 24, 2026 by Harbour Institute: {WHY}",
        "Amended March 23, 2028: The figures were found.",
    ]
    assert stone.modified_at == later


def test_a_notice_of_a_piece_that_is_down_is_added_to_without_its_text(desk, now):
    for because, keep in (("privacy", False), ("review", True)):
        article = published(at=now).article
        down = acts.take_down(
            article, because=because, sentence="Gone.", by=None, at=now + HOUR, reason="x", keep_headline=keep
        )
        more = NoticeDraft("withdrawal", "Until June.", amends=article.notices.get().pk)
        with pytest.raises(acts.ActRefused, match="text of this piece is down"):
            acts.correct(article, changes={"dek": "Three."}, notice=more, by=None, at=now + 2 * HOUR)
        again = acts.correct(article, changes={}, notice=more, by=None, at=now + 2 * HOUR)
        assert (again.form, again.headline) == (Form.WITHDRAWAL, down.headline)
        assert again.printed["because"] == because
        assert lines(again) == ["March 10, 2026: Gone.", "Amended March 10, 2026: Until June."]
        assert not again.bylines.exists()


def test_a_withdrawal_by_law_takes_earlier_notices_along_and_one_for_review_keeps_them(desk, now):
    for because, kept in (("legal", 0), ("review", 1)):
        article = published(at=now).article
        words = NoticeDraft("correction", wrong="Two.", right="Three.")
        acts.correct(article, changes={}, notice=words, by=None, at=now + HOUR)
        down = acts.take_down(
            article, because=because, sentence="Gone.", by=None, at=now + 2 * HOUR, reason="x"
        )
        assert len(lines(down)) == 1 + kept


@pytest.mark.parametrize(("text", "who"), [("", "The authors"), (WHY, ""), (" ", " ")])
def test_a_retraction_says_why_and_who(desk, now, text, who):
    article = published(at=now).article
    with pytest.raises(acts.ActRefused, match=r"says why, and who|Write what readers are told"):
        retracted(article, now + HOUR, text=text, issued_by=who)
    assert load_timeline(article.pk, now + HOUR).public == Public.LIVE
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(
            article=article, entry=article.ledger.first(), kind="retraction", issued_on=now.date(), text=WHY
        )


def test_a_house_style_cannot_silence_a_retraction(desk, now):
    say("-", at="retraction_line")
    say("-", at="retraction_title")
    piece = published(at=now)
    stone = retracted(piece.article, now + HOUR)
    assert stone.headline == f"Retracted: {piece.headline}"
    assert lines(stone) == [f"Retracted on March 10, 2026 by Harbour Institute: {WHY}"]


def test_the_title_of_a_retraction_may_be_longer_than_a_headline(desk, now):
    stone = retracted(published(at=now, headline="H" * 300).article, now + HOUR)
    assert stone.headline == f"Retracted: {'H' * 300}"


@pytest.mark.parametrize(
    ("language", "marked", "line"),
    [
        ("en-GB", "Retracted: H", "Retracted on 10 March 2026 by X: Y"),
        ("fr", "Rétracté : H", "Rétracté le 10 mars 2026 par X : Y"),
        ("de", "Zurückgezogen: H", "Zurückgezogen am 10. März 2026 von X: Y"),
        ("ru", "Отозвано: H", "Отозвано 10 марта 2026 г. (X): Y"),
        ("ar", "سُحبت المادة: H", "سُحبت في 10 مارس، 2026 من قِبل X: Y"),
        ("ko", "철회: H", "철회(2026년 3월 10일, X): Y"),
    ],
)
def test_a_retraction_is_marked_in_the_language_of_its_page(desk, now, language, marked, line):
    HouseStyle.objects.all().delete()
    article = published(ArticleFactory(language=language, headline="H"), at=now).article
    stone = retracted(article, now + HOUR, text="Y", issued_by="X")
    assert (stone.headline, lines(stone)) == (marked, [line])


def test_a_retracted_piece_is_put_back_only_with_a_word_to_readers(desk, publisher, now):
    first = published(at=now)
    article = first.article
    retracted(article, now + HOUR)
    with pytest.raises(acts.ActRefused, match="retracted"):
        acts.publish(article, revision=first.revision, by=publisher, at=now + 2 * HOUR)
    with pytest.raises(acts.ActRefused, match="write what they are told"):
        acts.put_back(article, by=publisher, at=now + 2 * HOUR, reason="In error")
    told = "It was retracted by mistake for an hour."
    again = acts.put_back(article, by=publisher, at=now + 2 * HOUR, reason="In error", sentence=told)
    assert (again.form, again.body, again.headline) == (Form.PIECE, first.body, first.headline)
    assert lines(again) == [f"Editor’s note: {told}"]


def test_a_retracted_piece_that_was_taken_down_since_does_not_come_back_in_silence_either(desk, now):
    article = published(at=now).article
    retracted(article, now + HOUR)
    acts.take_down(
        article, because="privacy", sentence="Gone.", by=None, at=now + 2 * HOUR, reason="A letter"
    )
    with pytest.raises(ActRefused, match="Readers know that it was retracted"):
        acts.put_back(article, by=None, at=now + 3 * HOUR, reason="In error")
    acts.put_back(article, by=None, at=now + 3 * HOUR, reason="In error", sentence="It stands.")
    acts.take_down(article, because="legal", sentence="Gone.", by=None, at=now + 4 * HOUR, reason="A court")
    acts.put_back(article, by=None, at=now + 5 * HOUR, reason="The court has changed its mind")


def test_what_is_made_from_a_retracted_piece_shows_no_text_either(desk, now):
    source = published(at=now, language="de").article
    made = ArticleFactory(headline="A Harbour", source_language="de", translation_of=source)
    published(made, at=now)
    retracted(source, now + HOUR)
    assert Edition.objects.live(now + HOUR).get(article=made).body == ""


def test_the_reasons_of_a_retraction_explain_what_still_prints(desk, now):
    article = BylineFactory().article
    published(article, at=now)
    stone = retracted(article, now + HOUR)
    parts = [line.part for line in explain(stone)]
    assert "Retraction" in parts
    assert "Byline" in parts
    assert not {"Bio", "Disclaimer", "Disclosure", "Link to the text"} & {*parts}
    assert explain_amount(stone).why == "Retracted."


def test_a_piece_that_was_unpublished_or_taken_down_can_be_retracted_and_a_draft_cannot(desk, now):
    for remove in ("unpublish", "take_down"):
        article = published(at=now).article
        if remove == "unpublish":
            acts.unpublish(article, by=None, at=now + HOUR, reason="In error")
        else:
            acts.take_down(
                article, because="safety", sentence="Gone.", by=None, at=now + HOUR, reason="x",
                keep_headline=False,
            )  # fmt: skip
        stone = retracted(article, now + 2 * HOUR)
        assert stone.headline == f"Retracted: {article.headline}"
    draft = ArticleFactory()
    saved(draft, at=now)
    with pytest.raises(acts.ActRefused, match="never published"):
        retracted(draft, now + HOUR)
