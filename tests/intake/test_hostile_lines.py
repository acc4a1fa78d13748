"""Lines made to keep a reader busy: however long and whatever repeats in them, they are read quickly or left alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.lines.copyright import copyright_in
from intake.lines.credits import credits_in
from intake.lines.days.dates import date_at_start, date_in_sentence, impossible_date
from intake.lines.disclosures import disclosure_in, embargo_in
from intake.lines.licences import licence_in
from intake.lines.naming import named_people
from intake.lines.notices import note_in
from intake.lines.place_phrases import named_places
from intake.lines.statements import statements_in
from intake.lines.translations import other_versions_in, translation_in
from intake.recognition.recognise import recognise
from intake.sources.from_text import read_text
from tests.conftest import examples
from tests.intake.harbour import BODY, KNOWLEDGE, page

pytestmark = pytest.mark.long

SECONDS = 2.0  # generous: each takes some hundredths
REPEATED = (
    "This article was originally published in ", "A version of this ", "in the Lantern on May 3, ", "May 3, 2020, ",
    " and ", ", ", "Lantern, the Tides section of ", "the March issue of the ", "Quay & ", "Ida Quay, ",
    "Colonel (ret.) ", "© 2018 ", "(c) ", "CC BY-", "Creative Commons Attribution-", "translated from Korean by ",
    "Editor's note: ", "Correction, May 3: ", "(", '"', "«", "이 글은 2025년 2월 3일 ", "에 ", "Эта статья ",
    "опубликована в ", "نشر هذا المقال في ", "said that it was, not ", "a", "A", "1", ". ", "A. ", "- ", "-",
    "used a for b. ", "Embargoed until 12 ", "http://", "Ph.D., ", "the ", "of ", "\u0301", "\u200d", "2020 ", "\t",
)  # fmt: skip
BEGINNINGS = (
    "", "This article was originally published in ", "By ", "Correction: ", "© 2018 ", "CC BY ", "Source: ",
    "Translated from Korean by ", "A version of this piece first appeared in ", "Signed by ",
    "Use of AI: the author used ", "An earlier version of this article said ", "Embargoed until ", "이 글은 ",
    "Впервые опубликовано ",
)  # fmt: skip


def all_readers(line: str) -> None:
    """Everything that reads a single line."""
    statements_in(line, f"<p>{line}</p>", KNOWLEDGE, ())
    credits_in(line, KNOWLEDGE)
    named_people(line, KNOWLEDGE)
    named_places(line[:700], KNOWLEDGE)
    note_in(line)
    licence_in(line)
    copyright_in(line, KNOWLEDGE)
    translation_in(line, KNOWLEDGE)
    other_versions_in(line, is_bare=True)
    disclosure_in(line)
    embargo_in(line)
    date_at_start(line)
    impossible_date(line)
    date_in_sentence(line)


def timed(line: str) -> float:
    begun = time.process_time()
    all_readers(line)
    return time.process_time() - begun


@pytest.mark.parametrize("size", [690, 2990, 100_000])
def test_what_repeats_without_end_is_read_in_no_time(size):
    slowest = max((timed((part * size)[:size]), part) for part in REPEATED)
    assert slowest[0] < SECONDS, slowest


@pytest.mark.parametrize("begins", BEGINNINGS)
def test_no_beginning_of_a_form_makes_its_rest_slow(begins):
    slowest = max((timed((begins + part * 700)[:690]), part) for part in REPEATED[::3])
    assert slowest[0] < SECONDS, slowest


@settings(max_examples=examples(30), deadline=None)
@given(
    parts=st.lists(st.sampled_from(REPEATED + BEGINNINGS), min_size=1, max_size=40), times=st.integers(1, 8)
)
def test_any_mixture_is_read_in_no_time(parts, times):
    assert timed(("".join(parts) * times)[:3000]) < SECONDS


def test_a_whole_page_of_such_lines_is_read_in_seconds():
    begun = time.process_time()
    lines = [(begins + part * 300)[:680] for begins in BEGINNINGS[:4] for part in REPEATED[:20]]
    recognise(read_text(page("Who Pays?", *lines[:20], *BODY, *lines[20:])), KNOWLEDGE)
    assert time.process_time() - begun < 20
