"""Share cards: drawn words stay inside the card and in their order, and a card is as public as its page."""

import datetime as dt
import io
from collections.abc import Callable
from functools import cache

import pytest
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from articles import acts
from articles.addresses import absolute
from articles.models import Edition
from articles.models.edition_card import EditionCard
from pictures.worker.work import do_one
from reading.cards import fonts
from reading.cards.breaking import parts_of
from reading.cards.drawing import HEIGHT, MARGIN, WIDTH, CardWords, draw_card
from reading.cards.keeping import NEW_FOR, card_path
from tests.conftest import NOW
from tests.factories import ArticleFactory, published

SAFE = 40  # pixels
VISIBLE = 12  # of 255: the palette of each card is its own
LANGUAGES = ("en", "de", "ar", "he", "ja", "zh-Hans", "ko", "el", "ru", "hi", "th")
LETTERS = "Aéßž Ωλ Жы عسل שלו 海の道「」、。 한국 हिन् ไทย 123 –—“”«»()…/- \u200f\u2066 \u0301 ☮ 𓀀 🙂"


def opened(card: bytes) -> Image.Image:
    return Image.open(io.BytesIO(card)).convert("RGB")


def ink(card: bytes, language: str = "en") -> tuple[int, int, int, int] | None:
    """The box around everything that is not on a card without words."""
    difference = ImageChops.difference(opened(card), blank(language)).convert("L")
    return difference.point(lambda value: 255 if value > VISIBLE else 0).getbbox()


@cache
def blank(language: str) -> Image.Image:
    return opened(draw_card(CardWords(language)))


@settings(max_examples=15)
@given(st.sampled_from(LANGUAGES), st.text(LETTERS, min_size=1, max_size=500), st.text(LETTERS, max_size=300))
@example("de", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "")
@example("en", "W" * 500, "W" * 300)
@example("ar", "م" * 500, "Ann")
@example("ja", "海" * 500, "海" * 300)
def test_no_word_of_a_card_is_outside_its_margins(language: str, headline: str, byline: str) -> None:
    card = draw_card(CardWords(language, byline, byline, headline, byline))
    assert len(card) <= 100_000
    if box := ink(card, language):
        left, top, right, bottom = box
        assert min(left, top, WIDTH - right, HEIGHT - bottom) >= SAFE, box


@pytest.mark.parametrize(("language", "headline"), [("ar", "هل تستطيع أوروبا"), ("he", "האם אירופה יכולה?")])
def test_a_card_in_a_script_from_right_to_left_begins_at_the_right(language: str, headline: str) -> None:
    box = ink(draw_card(CardWords(language, headline=headline)), language)
    assert box
    assert WIDTH - MARGIN - box[2] < 10
    assert box[0] > WIDTH / 4


def test_japanese_breaks_between_letters_but_not_before_a_closing_sign_or_after_an_opening_one() -> None:
    assert parts_of("第三の「道」とは、何か――") == [
        "第", "三", "の", "「道」", "と", "は、", "何", "か", "――"
    ]  # fmt: skip
    assert parts_of("해협 위기에") == ["해협 ", "위기에"]
    assert parts_of("The EU-Commission") == ["The ", "EU-", "Commission"]


def test_words_without_a_font_are_left_out_instead_of_drawn_as_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    house = draw_card(CardWords("en", "Harbour Institute"))
    assert draw_card(CardWords("en", "Harbour Institute", "Brief", "Signs: 𓀀", "Ann Lee")) == house
    # Two words in two fonts that both run against the text would have to change places.
    assert fonts.font_runs("אב 海 Ω", fonts.faces_for("he", is_serif=False, weight=600), "rtl") is None
    assert fonts.font_runs("By אב 20", fonts.faces_for("en", is_serif=False, weight=600), "ltr") is None
    monkeypatch.setattr(fonts, "has_complex_layout", lambda: False)
    assert fonts.font_runs("نص", fonts.faces_for("ar", is_serif=False, weight=600), "rtl") is None


def test_the_worker_draws_the_card_of_a_scheduled_piece_and_nobody_gets_it_before_its_second(
    desk: object, client: Client, reading_at: Callable[[dt.datetime], None]
) -> None:
    coming = NOW + dt.timedelta(hours=1)
    edition = published(at=NOW, live_from=coming)
    assert do_one(lambda: NOW)
    assert not do_one(lambda: NOW)
    address = card_path(edition)
    assert client.get(address).status_code == 404
    reading_at(coming)
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content == bytes(EditionCard.objects.get().content)
    assert opened(answer.content).size == (WIDTH, HEIGHT)


def test_a_card_is_kept_no_longer_than_its_edition_lasts(
    desk: object, client: Client, reading_at: Callable[[dt.datetime], None]
) -> None:
    article, end = ArticleFactory(headline="Before"), NOW + dt.timedelta(hours=1)
    edition = published(article, at=NOW)
    assert client.get(card_path(edition)).headers["Cache-Control"] == "public, max-age=60, s-maxage=60"
    article.headline = "After"
    article.save()
    published(article, at=NOW, live_from=end)
    reading_at(end - dt.timedelta(seconds=20))
    assert client.get(card_path(edition)).headers["Cache-Control"] == "public, max-age=20, s-maxage=20"


def test_a_card_shows_what_readers_get_now_and_has_another_address_for_other_words(
    desk: object,
    client: Client,
    clock: Callable[[dt.datetime], None],
    reading_at: Callable[[dt.datetime], None],
) -> None:
    edition = published(ArticleFactory(headline="Before"), at=NOW)
    page = client.get(edition.permalink.path).content.decode()
    assert f'<meta property="og:image" content="{absolute(card_path(edition))}">' in page
    assert '<meta property="og:image:alt" content="Before' in page
    before = client.get(card_path(edition))
    assert not EditionCard.objects.exists()  # a request for a page writes nothing
    assert not do_one(lambda: NOW + NEW_FOR + dt.timedelta(days=1))
    assert do_one(lambda: NOW)
    later = NOW + dt.timedelta(minutes=1)
    clock(later)
    acts.retract(edition.article, text="It was not so.", issued_by="the authors", by=None, at=later)
    reading_at(later)
    retracted = Edition.objects.live(later).get()
    assert card_path(retracted) != card_path(edition)
    after = client.get(card_path(edition))
    assert after.content == client.get(card_path(retracted)).content != before.content
    do_one(lambda: later)
    assert [row.edition for row in EditionCard.objects.all()] == [retracted]
    acts.take_down(
        edition.article,
        because="legal",
        sentence="Gone.",
        by=None,
        at=later,
        reason="An order.",
        keep_headline=False,
    )
    assert client.get(card_path(edition)).status_code == 404
