"""The pages behind "Take down" and "Put back": at once, with a notice in place of the piece."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from articles import acts
from articles.acts import NoticeDraft, batches
from articles.models import Appearance, Article, Batch, Edition, LedgerEntry
from articles.states import Act, Public
from articles.timeline import load_timeline
from tests.conftest import NOW
from tests.desk.pages import act_page, fields_of, preview_page, text_of
from tests.factories import ArticleFactory, published, saved
from tests.kept import kept

pytestmark = pytest.mark.long

TOLD = {
    "because": "legal",
    "sentence": "A court has forbidden this piece.",
    "reason": "Order 12 of the port court",
}


@kept
def piece(desk: Any) -> Article:
    article: Article = published(headline="Tides of paper", at=NOW).article
    return article


def standing_of(article: Article) -> Public:
    return load_timeline(article.pk, timezone.now()).public


def taken_down(client: Client, article: Article, **typed: str) -> Any:
    form = fields_of(client.get(act_page(article, "take_down")), "act-form")
    return client.post(act_page(article, "take_down"), form | TOLD | typed, follow=True)


def test_a_piece_is_taken_down_at_once_with_a_sentence_for_readers(paul: Client, piece: Article) -> None:
    page = taken_down(paul, piece)
    assert "was taken down on" in text_of(page)
    assert "Notice in its place" in text_of(page)
    assert "Live page" not in text_of(page)
    assert standing_of(piece) == Public.WITHDRAWN
    notice = Edition.objects.live(timezone.now()).get()
    assert "A court has forbidden this piece." in str(notice.printed["notices"])
    assert notice.headline == "Tides of paper"
    entry = LedgerEntry.objects.get(act=Act.TAKE_DOWN)
    assert (entry.reason, entry.after["because"]) == ("Order 12 of the port court", "legal")
    assert "Order 12" not in str(notice.printed)


def test_other_pages_that_say_a_headline_which_may_not_stay_are_named_and_one_click_away(
    paul: Client, piece: Article, clock: Any
) -> None:
    earlier = published(headline="Ebb", at=NOW).article
    superseded = NoticeDraft("superseded", "A newer one:", successor=piece.pk)
    acts.correct(earlier, changes={}, notice=superseded, by=None, at=timezone.now())
    form = fields_of(paul.get(act_page(piece, "take_down")), "act-form")
    del form["keep_headline"]
    page = paul.post(act_page(piece, "take_down"), form | TOLD, follow=True)
    clock(timezone.now())
    assert "Its headline still stands in notices on 1 other page: “Ebb”. Update published pages" in text_of(
        page
    )
    update = html.fromstring(page.content).xpath("//a[text()='Update published pages']/@href")[0]
    assert "Tides of paper" in text_of(paul.get(update))
    paul.post(update, {"reason": "A court"})
    batches.run(Batch.objects.get(), clock=timezone.now)
    assert "Tides of paper" not in str(
        Edition.objects.live(timezone.now()).get(article=earlier).printed["notices"]
    )


def test_the_headline_goes_where_it_may_not_stay(paul: Client, piece: Article) -> None:
    form = fields_of(paul.get(act_page(piece, "take_down")), "act-form")
    del form["keep_headline"]
    paul.post(act_page(piece, "take_down"), form | TOLD)
    assert Edition.objects.live(timezone.now()).get().headline != "Tides of paper"


def test_the_form_says_which_words_stay_in_the_address(paul: Client, piece: Article) -> None:
    said = text_of(paul.get(act_page(piece, "take_down")))
    assert "The web address stays either way, with its words: /articles/tides-of-paper/." in said


@pytest.mark.parametrize(
    ("empty", "sentence"),
    [
        ("because", "Say why it is taken down."),
        ("sentence", "This field is required."),
        ("reason", "This field is required."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    empty: str, sentence: str, paul: Client, piece: Article
) -> None:
    page = taken_down(paul, piece, **{empty: ""})
    assert sentence in text_of(page)
    kept = fields_of(page, "act-form")
    assert {name: kept[name][0] for name in TOLD.keys() - {empty}} == {
        name: text for name, text in TOLD.items() if name != empty
    }
    assert standing_of(piece) == Public.LIVE


@pytest.mark.parametrize("typed", [{"because": "review"}, {"because": "legal", "keep_headline": ""}])
def test_the_preview_of_taking_down_is_the_page_that_confirming_gives(
    typed: dict[str, str], paul: Client, piece: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = NoticeDraft("note", "A letter came.")
    acts.correct(piece, changes={}, notice=note, by=None, at=timezone.now())
    at = timezone.now() + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: at)
    monkeypatch.setattr("reading.public_view.now", lambda: at)
    sent = fields_of(paul.get(act_page(piece, "take_down")), "act-form") | TOLD | typed
    preview = paul.post(preview_page(piece, "take_down"), sent | {"reason": ""})
    assert ("A letter came." in text_of(preview)) == (typed["because"] == "review")
    paul.post(act_page(piece, "take_down"), sent)
    assert Client().get(Edition.objects.live(at).get().permalink.path).content == preview.content


def test_the_notice_is_written_in_the_language_of_the_piece(paul: Client, piece: Article) -> None:
    Article.objects.filter(pk=piece.pk).update(language="ar")
    page = html.fromstring(paul.get(act_page(piece, "take_down")).content.decode())
    [sentence] = page.xpath("//textarea[@name='sentence']")
    assert (sentence.get("lang"), sentence.get("dir")) == ("ar", "rtl")


def test_the_frame_says_what_is_missing_for_the_page_of_taking_down(paul: Client, piece: Article) -> None:
    said = text_of(paul.post(preview_page(piece, "take_down"), TOLD | {"sentence": ""}))
    assert "Something in the form above has to be filled in or settled first." in said
    assert "Readers are told: This field is required." in said
    assert standing_of(piece) == Public.LIVE


def test_a_scheduled_version_is_called_off_with_it_and_that_is_said(paul: Client, piece: Article) -> None:
    Article.objects.filter(pk=piece.pk).update(dek="Another dek.")
    revision = acts.save_draft(piece, by=None, at=timezone.now())
    later = timezone.now() + dt.timedelta(days=400)
    acts.publish(piece, revision=revision, by=None, at=timezone.now(), live_from=later, change="minor")
    assert "version 2, which is scheduled, is called off" in text_of(paul.get(act_page(piece, "take_down")))
    taken_down(paul, piece)
    assert load_timeline(piece.pk, timezone.now()).coming is None


def test_what_readers_never_had_is_called_off_instead(paul: Client, desk: Any, now: dt.datetime) -> None:
    later = timezone.now() + dt.timedelta(days=400)
    article = published(at=now, live_from=later).article
    assert "call that off instead" in text_of(paul.get(act_page(article, "take_down")))
    draft = ArticleFactory()
    saved(draft, at=now)
    assert "There is nothing to take down" in text_of(paul.get(act_page(draft, "take_down")))


def test_an_unpublished_piece_can_still_be_taken_down(paul: Client, piece: Article) -> None:
    acts.unpublish(piece, by=None, at=timezone.now(), reason="An error")
    taken_down(paul, piece)
    assert standing_of(piece) == Public.WITHDRAWN


def test_what_was_taken_down_is_not_among_the_newest_live_on_the_desk(paul: Client, piece: Article) -> None:
    assert "Tides of paper" in text_of(paul.get("/admin/")).partition("Newest live")[2]
    acts.take_down(piece, because="safety", sentence="Gone.", by=None, at=timezone.now(), reason="A threat")
    assert "Tides of paper" not in text_of(paul.get("/admin/")).partition("Newest live")[2]


def put_back(client: Client, article: Article, **typed: str) -> Any:
    form = fields_of(client.get(act_page(article, "put_back")), "act-form")
    return client.post(
        act_page(article, "put_back"), form | {"reason": "The order was lifted"} | typed, follow=True
    )


def test_a_piece_is_put_back_as_readers_had_it(paul: Client, piece: Article) -> None:
    before = Edition.objects.get()
    taken_down(paul, piece)
    said = text_of(put_back(paul, piece))
    assert "is back: readers have had it again since" in said
    assert "See the page" in said
    assert standing_of(piece) == Public.LIVE
    again = Edition.objects.live(timezone.now()).get()
    assert (again.body, again.permalink, again.first_published_on) == (
        before.body, before.permalink, before.first_published_on)  # fmt: skip
    assert again.printed["notices"] == []


def test_what_is_put_back_without_its_text_is_not_said_to_be_back_whole(
    paul: Client, place: Appearance
) -> None:
    taken_down(paul, place.article)
    said = text_of(put_back(paul, place.article))
    assert "is back: readers have had headline, dek and link, without the text, again since" in said


def test_the_newest_text_may_come_back_in_its_place(paul: Client, piece: Article) -> None:
    taken_down(paul, piece)
    Article.objects.filter(pk=piece.pk).update(body="<p>Without the name.</p>")
    acts.save_draft(piece, by=None, at=timezone.now())
    put_back(paul, piece, shown_version="2")
    assert "Without the name." in Edition.objects.live(timezone.now()).get().body


def test_the_frame_shows_what_putting_back_gives(
    paul: Client, piece: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_down(paul, piece)
    at = timezone.now() + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: at)
    monkeypatch.setattr("reading.public_view.now", lambda: at)
    page = paul.get(act_page(piece, "put_back")).content.decode()
    frame = page.partition("<iframe")[2].partition('src="')[2].partition('"')[0].replace("&amp;", "&")
    preview = paul.get(frame)
    put_back(paul, piece)
    assert Client().get(Edition.objects.live(at).get().permalink.path).content == preview.content


def test_putting_back_wants_a_reason_and_a_version_it_knows(paul: Client, piece: Article) -> None:
    taken_down(paul, piece)
    assert "This field is required." in text_of(put_back(paul, piece, reason=""))
    assert "Select a valid choice" in text_of(put_back(paul, piece, shown_version="9"))
    assert standing_of(piece) == Public.WITHDRAWN


def test_there_is_nothing_to_put_back_of_a_live_piece(paul: Client, piece: Article) -> None:
    assert "There is nothing to put back: this piece is live." in text_of(
        paul.get(act_page(piece, "put_back"))
    )


def test_editors_take_nothing_down(eve: Client, piece: Article) -> None:
    for act in ("take_down", "put_back"):
        assert eve.get(act_page(piece, act)).status_code == 403
        assert eve.post(act_page(piece, act), TOLD).status_code == 403
