"""Whatever the facts, if they are legal: what is printed around a text is well made and claims what they hold."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings

from articles.models.appearance import ORIGINALS
from articles.press.relations import claim, day_there
from disclaimers.phrases import LANGUAGES, usual_phrases
from outlets.attribution import in_label
from outlets.naming import OutletNaming
from prose.dates import in_words, iso
from tests.conftest import examples
from tests.wording.legal import WORD, Piece, pieces, words_of

pytestmark = pytest.mark.long

ILL_MADE = {
    "two spaces": r"[ \xa0]{2}",
    "a space before a stop": r" [.,;:)\]،؛、]|\xa0[.,)\]]",
    "a space behind a bracket": r"[(\[«“][ \xa0]",
    "an empty pair of brackets": r"\(\W*\)|\[\W*\]",
    "an unfilled brace or bracket": r"[{}\[\]\ue000-\uf8ff\x00]",
    "a doubled stop": r"[,;:،؛] ?[.,;:،؛]|(?<!\.)\. ?\.(?!\.)",
    "a label with nothing behind it": r"[:,;،–—/·(][ \xa0]*$",
    "nothing before a comma": r"^[ \xa0.,;:)،/–·]",
    "a word said twice": r"\b(\w+)[ \xa0]\1\b",
}
SETTINGS = settings(max_examples=examples(80))


@SETTINGS
@given(pieces())
def test_every_line_is_well_made(piece):
    for line in piece.lines():
        for flaw, pattern in ILL_MADE.items():
            assert not re.search(pattern, line, re.IGNORECASE), f"{flaw}: {line!r}"


@SETTINGS
@given(pieces())
def test_nobody_who_is_credited_is_lost(piece):
    """Every name stands at the head, below the heading of their part, with the language it was translated from, or in
    the sentence that says who is quoted, however much of the text is shown."""
    places = ("bylines", "translated_from", "attributions")
    said = " ".join([*(line for name in places for line in piece.said(name)), piece.columns["body"]])
    for row in piece.facts.content["bylines"]:
        person = piece.facts.names.people.get(row["author_id"])
        assert (row["name"] or person.name) in said


def namings(piece: Piece) -> dict[int, list[OutletNaming]]:
    """Every name each outlet of a piece has or had."""
    return {
        pk: [naming, *(OutletNaming(*former[:3]) for former in naming.former)]
        for pk, naming in piece.facts.names.venues.items()
    }


SENTENCES = ("attributions", "read_more")
LABELS = ("source", "card", "dates")


def articles_of(piece: Piece, naming: OutletNaming) -> tuple[set[str], set[str]]:
    """What may stand right before a bare name in a sentence, besides other words: what must, and what must not."""
    style = piece.facts.names.style.outlet_article
    if naming.rule == "none":
        return {""}, {"the ", "The "}
    if naming.rule != "separable":
        return {naming.full.removesuffix(naming.name)}, set()
    small = {"the "} if style == "lower-case" else {"The "}
    return {*small, "dax drumma "}, {"the ", "The "} - small


@SETTINGS
@given(pieces("en"))
def test_an_english_sentence_has_each_outlets_article_once(piece):
    for line in (line for name in SENTENCES for line in piece.said(name)):
        for known in namings(piece).values():
            for naming in known:
                must, never = articles_of(piece, naming)
                for found in re.finditer(rf"\b{re.escape(naming.name)}", line):
                    before = line[: found.start()]
                    if before.endswith(" ("):  # the publisher of a work stands there as a label
                        continue
                    assert before.endswith(tuple(must)), f"{naming.full}: {line!r}"
                    assert not before.endswith(tuple(never)), f"{naming.full}: {line!r}"
                    assert not re.search(r"\b(the|die|le|l’) ?(the|die|le|l’) ?$", before, re.IGNORECASE), (
                        line
                    )


@SETTINGS
@given(pieces())
def test_a_label_leaves_out_an_article_that_is_no_part_of_the_name(piece):
    columns = piece.columns
    labels = [line for name in LABELS for line in piece.said(name)] + [
        columns["outlet_line"],
        columns["kicker"],
    ]
    for line in labels:
        for known in namings(piece).values():
            for naming in known:
                if naming.rule == "separable":
                    assert not re.search(rf"\b(the|a) {re.escape(naming.name)}", line, re.IGNORECASE), line
                elif naming.name in line:
                    assert naming.full in line


@SETTINGS
@given(pieces())
def test_every_place_calls_an_outlet_as_it_was_called_on_that_day(piece):
    rightly = {row["outlet_name"] for row in piece.rows}
    for row in piece.rows:
        if venue := piece.facts.names.venues.get(row["outlet_id"]):
            rightly.add(venue.on(day_there(row)).name)
    every = {naming.name for known in namings(piece).values() for naming in known} | {"Nomen Grun"}
    said = " ".join(line for line in piece.lines() if line not in piece.said("credits"))
    for name in every - rightly:
        assert not re.search(rf"\b{re.escape(name)}", said), f"{name} is said, and is no outlet of this piece"


@SETTINGS
@given(pieces())
def test_label_sentence_and_feed_agree_on_where_it_ran_first(piece):
    """Each original is named by the same bare name in the sentence as in the label, where both print."""
    source, sentences = piece.said("source"), " ".join(piece.said("attributions"))
    venues = piece.facts.names.venues
    for row in piece.rows:
        if claim(row) in ORIGINALS and row["outlet_id"] and source:
            naming = venues[row["outlet_id"]].on(day_there(row))
            assert in_label(naming) in source[0]
            assert naming.name in sentences


def _only_in(language: str, position: str, beside: tuple[str, ...] = ()) -> set[str]:
    """The words of one usual sentence that no other sentence of its language has."""
    usual = usual_phrases(language)
    others = set().union(*(words_of(text) for name, text in usual.items() if name not in (position, *beside)))
    return words_of(usual[position]) - others


SAYS_FIRST = {code: _only_in(code, "first_attribution") for code in LANGUAGES}
SAYS_ORIGINAL = {
    code: _only_in(code, "attribution", ("rerun_attribution", "translated_from")) for code in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_its_own_for_first_and_for_original(language):
    assert SAYS_FIRST[language]
    assert SAYS_ORIGINAL[language]
    assert not SAYS_FIRST[language] & SAYS_ORIGINAL[language]


@SETTINGS
@given(pieces())
def test_first_and_original_are_claimed_exactly_where_the_facts_hold_it(piece):
    language = piece.facts.content["language"]
    said = words_of(" ".join(piece.said("attributions")))
    named = [row for row in piece.rows if row["outlet_id"] or row["outlet_name"]]
    first = [row for row in named if claim(row) == "first"]
    original = any(claim(row) == "original" for row in named)
    rerun = any(row["relation"] == "rerun" for row in piece.rows)
    says_first, says_original = bool(SAYS_FIRST[language] & said), bool(SAYS_ORIGINAL[language] & said)
    assert says_first == bool(first and not ran_before(first[0], piece))
    assert says_original == (original or bool(first and not says_first)) or rerun
    assert bool(piece.columns["printed"]["originals"]) <= bool(first or original)


def ran_before(row, piece: Piece) -> bool:
    """Whether the whole piece was out more than a day before, by the dates as they print to their precision."""
    if not row["published_on"] or row["precision"] == "month-day":
        return False
    ends = {"day": "", "month": "-31", "year": "-12-31"}
    begins = iso(dt.date.fromisoformat(row["published_on"]), row["precision"])
    begins += {"day": "", "month": "-01", "year": "-01-01"}[row["precision"]]
    day_before = (dt.date.fromisoformat(begins) - dt.timedelta(days=1)).isoformat()
    others = [
        iso(dt.date.fromisoformat(one["published_on"]), one["precision"]) + ends[one["precision"]]
        for one in piece.rows
        if claim(one) in ("also", "rerun", "copublished", "crossposted")
        and one["published_on"]
        and one["precision"] != "month-day"
    ]
    return any(day < day_before for day in others)


@SETTINGS
@given(pieces())
def test_words_of_permission_print_only_where_it_is_held(piece):
    states = {one.state for one in piece.facts.allowed.permissions}
    assert bool(piece.said("credits")) <= bool(states & {"granted", "by_licence"})
    if piece.facts.allowed.mode == "full":
        assert piece.said("read_more") == []


_MONTHS = {
    code: set().union(*(words_of(in_words(dt.date(2020, month, 2), code)) for month in range(1, 13)))
    for code in LANGUAGES
}
_SPOKEN = {
    code: _MONTHS[code].union(*(words_of(text) for text in usual_phrases(code).values()))
    for code in LANGUAGES
}
_FACTS = words_of("Die L’Abeille Le Phare The")  # articles that belong to an outlet's name


@SETTINGS
@given(pieces())
def test_no_page_has_a_joining_word_of_another_language(piece):
    language = piece.facts.content["language"]
    foreign = set().union(*_SPOKEN.values()) - _SPOKEN[language] - _FACTS
    for line in piece.lines():
        assert not set(WORD.findall(line.lower())) & foreign, f"{language}: {line!r}"
