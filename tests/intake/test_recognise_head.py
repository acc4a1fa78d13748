"""Lines above a text become its headline, dek, date, names and kind, or stay in it."""

import datetime as dt

import pytest

from intake.findings import Certainty, FoundDay
from tests.intake.harbour import (
    BODY,
    read,
)


def test_a_date_run_together_with_the_first_sentence_is_ours_and_leaves_it():
    found = read("Why the Ferry Waits\nJuly 9, 2018" + BODY[0], *BODY[1:])
    assert found.published_on.value == FoundDay(dt.date(2018, 7, 9))
    assert found.published_on.certainty is Certainty.KNOWN
    assert found.body[0].text == BODY[0]
    assert found.headline.value == "Why the Ferry Waits"


def test_a_day_that_never_was_stays_in_the_text_with_a_warning():
    for line in (
        "Published on February 30, 2019",
        "February 30, 2019",
        "published by Lantern on June 31, 2020",
    ):
        found = read("Why the Ferry Waits", line, *BODY)
        assert found.published_on is None
        assert found.places == ()
        assert found.body[0].text == line
        assert any("2019" in warning or "2020" in warning for warning in found.warnings)


def test_a_lone_date_under_a_label_of_other_media_is_only_assumed_to_be_ours():
    found = read("seen elsewhere in the media", "Who Pays?", "Published on March 1, 2019", *BODY)
    assert found.published_on.certainty is Certainty.ASSUMED
    assert found.published_on.value == FoundDay(dt.date(2019, 3, 1))
    assert found.places == ()
    assert (
        read("Essay", "Who Pays?", "Published on March 1, 2019", *BODY).published_on.certainty
        is Certainty.KNOWN
    )


def test_a_picture_credit_is_no_outlet():
    found = read("Who Pays?", "Source: Getty Images", *BODY)
    assert found.places == ()
    assert found.body[0].text == "Source: Getty Images"


def test_of_two_dates_above_the_text_the_first_counts_and_the_other_stays():
    found = read("Who Pays?", "Published on March 1, 2019", "Updated on March 4, 2019", *BODY)
    assert found.published_on.value == FoundDay(dt.date(2019, 3, 1))
    assert [part.text for part in found.left_out] == ["Updated on March 4, 2019"]
    again = read("Who Pays?", "Published on March 1, 2019", "Published on March 4, 2019", *BODY)
    assert again.body[0].text == "Published on March 4, 2019"
    assert any("second date" in warning for warning in again.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "By the Editorial Board",
        "Last seen on June 5, 2020",
        "Published in haste",
        "June 5, 2020 in Harbour Town",
    ],
)
def test_a_line_that_only_opens_like_a_byline_or_a_date_is_no_dek(line):
    found = read("Who Pays?", line, "By Ida Quay", *BODY)
    assert found.headline.value == "Who Pays?"
    assert found.dek is None
    assert found.body[0].text == line
    assert any(line in warning for warning in found.warnings)


def test_an_hour_behind_a_date_leaves_the_day_a_day():
    for line in (
        "June 5, 2020, 9:30 a.m. EST",
        "Published on June 5, 2020 at 09:30",
        "5. Juni 2020, 9.30 Uhr",
    ):
        found = read("Who Pays?", line, *BODY)
        assert found.published_on.value == FoundDay(dt.date(2020, 6, 5))
        assert found.published_on.evidence[0].text == line


def test_a_label_in_other_letters_is_told():
    assert read("ESSAY", "Who Pays?", *BODY).kind.difference == "“ESSAY” instead of “Essay”"
    assert read("Essay:", "Who Pays?", *BODY).kind.difference == ""
    assert read("Who Pays?", "Essay | June 5, 2020", *BODY).kind.difference == ""


@pytest.mark.parametrize(
    "headline", ["By 2030 the Port Will Close", "Von der Krise zur Chance", "May 5, 2019 Was Cold"]
)
def test_a_headline_may_open_like_a_byline_or_a_date(headline):
    assert read(headline, "June 5, 2020", *BODY).headline.value == headline


def test_a_label_the_desk_does_not_know_is_no_headline():
    found = read("Trade Winds", "Who Pays?", "A pier is a promise.", "March 1, 2019", *BODY)
    assert (found.headline.value, found.dek.value) == ("Who Pays?", "A pier is a promise.")
    assert found.body[0].text == "Trade Winds"
    assert any("Trade Winds" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("first", "second", "certainty"),
    [
        ("Harbours", "Who pays for the long night", Certainty.ASSUMED),
        ("HARBOURS", "Who pays for the long night?", Certainty.ASSUMED),
        ("Trade Winds", "Wer zahlt die lange Nacht", Certainty.ASSUMED),
        ("Trade Winds", "A pier is a promise that somebody has to keep.", Certainty.KNOWN),
        ("Who Pays?", "A pier and a promise", Certainty.KNOWN),
        ("The Price of Tides", "A pier and a promise", Certainty.KNOWN),
    ],
)
def test_a_word_or_two_above_a_line_that_may_be_the_headline_are_asked_about(first, second, certainty):
    found = read(first, second, "By Ida Quay", "March 1, 2019", *BODY)
    assert (found.headline.value, found.dek.value) == (first, second)
    assert found.headline.certainty is certainty
    assert any("stands first" in doubt for doubt in found.doubts) == (certainty is Certainty.ASSUMED)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pilot told the council that he would “count every boat until somebody pays for the water.”",
        "港長は議会に、誰かが水の代金を払うまで船を一隻ずつ数えると言った。",
        "He told them, at length and twice, that nothing would come of it (and that nothing had).",
    ],
)
def test_a_quoted_sentence_above_other_sentences_is_no_headline(sentence):
    found = read(sentence, *BODY)
    assert found.headline is None
    assert found.body[0].text == sentence
    assert "No headline was found." in found.warnings


def test_a_short_paragraph_below_sentences_is_no_headline():
    found = read(*BODY, "Nobody has answered. They will.")
    assert found.headline is None
    assert "No headline was found." in found.warnings


def test_a_sentence_is_no_headline():
    found = read(*BODY)
    assert found.headline is None
    assert [block.text for block in found.body] == list(BODY)
    assert "No headline was found." in found.warnings


@pytest.mark.parametrize(
    "line", ["By Ida Quay via the Lantern", "Ida Quay for The Lantern", "by Ida Quay in Lantern"]
)
def test_an_outlet_hung_on_the_byline_is_where_it_ran(line):
    found = read("Who Pays?", line, *BODY)
    assert [person.value.author for person in found.people] == [1]
    assert [ran.value.outlet for ran in found.places] == [1]
