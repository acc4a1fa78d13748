"""Publishing over a page that readers have had, and publishing while a permission is missing."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Article, Edition, LedgerEntry, Notice
from articles.states import Act
from articles.timeline import load_timeline
from tests.conftest import NOW
from tests.desk.pages import act_page, change_page, fields_of, text_of
from tests.factories import AppearanceFactory, ArticleFactory, published, saved
from tests.kept import kept

pytestmark = pytest.mark.long

HELD_BACK = "Publish headline, dek and link, without the text until permission is settled"
MINOR = "It is minor: readers are told nothing"


@kept
def changed(desk: Any) -> Article:
    """A live piece with a newer version that nobody has published."""
    article: Article = published(headline="Tides of paper", body="<p>Forty ships.</p>", at=NOW).article
    Article.objects.filter(pk=article.pk).update(body="<p>Fourteen ships.</p>")
    saved(article, at=NOW)
    return article


def sent(client: Client, article: Article, act: str = "publish", **typed: str) -> Any:
    form = fields_of(client.get(act_page(article, act)), "act-form")
    return client.post(act_page(article, act), form | typed, follow=True)


def live(article: Article) -> Edition:
    current = load_timeline(article.pk, timezone.now()).current
    assert current is not None
    return current


def test_a_first_publication_asks_nothing(eve: Client, now: dt.datetime) -> None:
    article = ArticleFactory()
    saved(article, at=now)
    words = text_of(eve.get(act_page(article, "publish")))
    assert MINOR not in words
    assert HELD_BACK not in words


def test_publishing_over_a_live_page_asks_and_goes_nowhere_without_an_answer(
    eve: Client, changed: Article
) -> None:
    opened = text_of(eve.get(act_page(changed, "publish")))
    assert MINOR in opened
    assert "What stands in the way" not in opened
    refused = sent(eve, changed)
    assert "say what changed, or that it is minor" in text_of(refused)
    assert live(changed).revision.number == 1


def test_a_minor_change_is_on_record_as_somebody_s_word(eve: Client, changed: Article) -> None:
    assert "is live" in text_of(sent(eve, changed, change="minor"))
    assert live(changed).revision.number == 2
    assert LedgerEntry.objects.filter(act=Act.PUBLISH).first().after["change"] == "minor"  # type: ignore[union-attr]
    assert Notice.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            {"change": "correction", "wrong": "We wrote forty.", "right": "There were fourteen."},
            "There were fourteen.",
        ),
        ({"change": "clarification", "text": "Ferries are not ships."}, "Ferries are not ships."),
        ({"change": "update", "text": "One has left since."}, "One has left since."),
    ],
)
def test_what_changed_is_told_to_readers(
    typed: dict[str, str], shown: str, eve: Client, changed: Article
) -> None:
    sent(eve, changed, **typed)
    assert Notice.objects.get().kind == typed["change"]
    page = Client().get(live(changed).permalink.path).content.decode()
    assert shown in page
    assert "Fourteen ships." in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"change": "correction", "wrong": "We wrote forty."},
            "A correction says what was wrong and what is right.",
        ),
        ({"change": "update"}, "Write what readers are told."),
        ({"change": "update", "text": "T", "wrong": "W"}, "belong to a correction: which is it?"),
        ({"change": "minor", "text": "One has left since."}, "It is said to be minor, and there are words"),
        ({"text": "One has left since."}, "There are words for readers: say what they are."),
        ({"change": "retraction", "text": "T"}, "valid choice"),
        ({"change": "update", "text": "x" * 2001}, "at most 2000 characters"),
    ],
)
@pytest.mark.parametrize("act", ["publish", "schedule"])
def test_words_that_contradict_come_back_with_everything_typed(
    act: str, typed: dict[str, str], sentence: str, eve: Client, changed: Article
) -> None:
    page = sent(eve, changed, act, **typed)
    assert sentence in text_of(page)
    kept = fields_of(page, "act-form")
    for name in ("wrong", "right", "text"):
        assert kept.get(name, [""]) == [typed.get(name, "")]
    assert Edition.objects.count() == 1


def test_a_scheduled_change_says_what_changed_too(eve: Client, changed: Article) -> None:
    when = {"day": "2031-01-15", "time": "08:30", "zone": "America/New_York"}
    assert "say what changed" in text_of(sent(eve, changed, "schedule", **when))
    sent(eve, changed, "schedule", **when, change="update", text="One has left since.")
    coming = load_timeline(changed.pk, timezone.now()).coming
    assert coming is not None
    assert "January 15, 2031" in str(coming.printed["notices"])


def test_a_piece_without_permission_goes_out_without_its_text_or_not_at_all(
    eve: Client, now: dt.datetime
) -> None:
    article = AppearanceFactory(rights=False, article__body="<p>Forty ships.</p>").article
    saved(article, at=now)
    opened = text_of(eve.get(act_page(article, "publish")))
    assert "permission to be asked for" in opened
    assert HELD_BACK in opened
    refused = sent(eve, article)
    assert "Settle it, or publish headline, dek and link without the text." in text_of(refused)
    assert Edition.objects.count() == 0
    done = sent(eve, article, without_text="on")
    assert "readers have had headline, dek and link, without the text, since" in text_of(done)
    assert live(article).mode == "link"
    assert "Forty ships" not in Client().get(live(article).permalink.path).content.decode()


def test_a_part_of_the_text_is_said_with_its_length_and_its_end(eve: Client, now: dt.datetime) -> None:
    part = {"mode": "excerpt", "excerpt_words": 2}
    article = AppearanceFactory(rights=part, article__body="<p>Forty ships went by.</p>").article
    saved(article, at=now)
    assert "Readers get an excerpt: 2 of its 4 words, as far as “Forty ships”." in text_of(
        eve.get(act_page(article, "publish"))
    )
    assert re.search(
        r"On \w+day .* readers get an excerpt: 2 of", text_of(eve.get(act_page(article, "schedule")))
    )
    Article.objects.filter(pk=article.pk).update(body='<p>Ships<span data-footnote="">A note.</span>.</p>')
    saved(Article.objects.get(pk=article.pk), at=now)
    assert "Readers get all of its text, without its notes: 2 words of it may be shown" in text_of(
        eve.get(act_page(article, "publish"))
    )


def test_the_button_says_that_there_are_changes_only_where_there_are(eve: Client, changed: Article) -> None:
    assert "Publish changes…" in text_of(eve.get(change_page(changed)))
    sent(eve, changed, change="minor")
    form = text_of(eve.get(change_page(changed)))
    assert ("Publish changes" in form, "Save and publish…" in form) == (False, True)


def test_a_page_without_text_and_without_an_address_is_asked_about_and_not_said_to_have_a_link(
    eve: Client, now: dt.datetime
) -> None:
    article = AppearanceFactory(rights=False, url="", article__body="<p>Forty ships.</p>").article
    saved(article, at=now)
    opened = text_of(eve.get(act_page(article, "publish")))
    assert "Publish headline and dek, without text or link until permission is settled" in opened
    assert HELD_BACK not in opened
    assert "What stands in the way" in opened
    assert "Yes, publish it like this" in opened  # beside the questions, with obstacles or without
    asked = sent(eve, article, without_text="on")
    assert "The page has neither the text nor a link to it" in text_of(asked)
    assert "#field-appearances" in asked.content.decode()
    assert Edition.objects.count() == 0
    done = sent(eve, article, without_text="on", confirmed="no_link")
    assert "readers have had headline and dek, without text or link, since" in text_of(done)


def test_what_is_permitted_in_full_offers_no_way_round(eve: Client, now: dt.datetime) -> None:
    article = AppearanceFactory().article
    saved(article, at=now)
    assert HELD_BACK not in text_of(eve.get(act_page(article, "publish")))


def test_a_permission_that_will_have_ended_by_then_is_asked_about(eve: Client, now: dt.datetime) -> None:
    article = AppearanceFactory(rights={"valid_until": dt.date(2030, 1, 1)}).article
    saved(article, at=now)
    when = {"day": "2031-01-15", "time": "08:30", "zone": "America/New_York"}
    assert "permission expired" in text_of(sent(eve, article, "schedule", **when))
    done = sent(eve, article, "schedule", **when, without_text="on")
    assert "is scheduled: readers get headline, dek and link, without the text, on" in text_of(done)


def test_an_embargo_is_no_missing_permission(eve: Client, now: dt.datetime) -> None:
    ends = dt.datetime(2031, 1, 1, 9, tzinfo=dt.UTC)
    article = AppearanceFactory(rights={"embargo_until": ends, "embargo_zone": "UTC"}).article
    saved(article, at=now)
    for typed in ({}, {"without_text": "on"}):
        assert "There is an embargo." in text_of(sent(eve, article, **typed))
    assert Edition.objects.count() == 0
