"""Which wordings a piece carries: the rule, without a database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclaimers.choice import DisclaimerFact, WordingChoice, WordingFact, choose, choose_for

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1))
LANGUAGES = st.sampled_from(["en", "en-GB", "de", "ko", "zh-Hans"])
KINDS = st.sampled_from(["commentary", "op-ed"])
LINEAGES = st.sampled_from([("centre", "home"), ("home",)])


@st.composite
def wordings(draw: st.DrawFn) -> WordingFact:
    begins = draw(DAYS)
    until = draw(st.none() | st.integers(1, 4000).map(lambda days: begins + dt.timedelta(days)))
    return WordingFact(draw(st.integers(1, 10**6)), draw(LANGUAGES), "Said.", begins, until)


FACTS = st.builds(
    DisclaimerFact,
    code=st.text("abc", min_size=1, max_size=4),
    institution=st.sampled_from(["home", "centre", "elsewhere"]),
    wordings=st.lists(wordings(), max_size=4),
    kinds=st.frozensets(KINDS, max_size=2),
    language=st.just("") | LANGUAGES,
    order=st.integers(0, 3),
    replaces_parents=st.booleans(),
    scope=st.sampled_from(["institution", "institution", "institution", "employment"]),
    missing=st.sampled_from(["original", "block"]),
    usual_language=LANGUAGES,
)
DESKS = st.lists(FACTS, max_size=6, unique_by=lambda fact: fact.code)


def is_owed(fact: DisclaimerFact, kind: str, language: str, on: dt.date) -> bool:
    """True if a disclaimer applies to such a piece on a day, computed independently of the code."""
    in_force = [text for text in fact.wordings if text.begins <= on and on < (text.until or dt.date.max)]
    same_language = not fact.language or language in (fact.language, f"{fact.language}-GB")
    return bool(in_force and same_language and fact.scope == "institution" and kind in (fact.kinds or {kind}))


@given(DESKS, LINEAGES, KINDS, LANGUAGES, DAYS)
def test_nothing_is_dropped_every_disclaimer_that_is_owed_yields_a_text_or_a_stated_absence(
    desk, lineage, kind, language, on
):
    found = choose(desk, lineage=lineage, kind=kind, language=language, on=on)
    owed = [fact for fact in desk if fact.institution in lineage and is_owed(fact, kind, language, on)]
    own = [fact for fact in owed if fact.institution == lineage[0]]
    if any(fact.replaces_parents for fact in own):
        owed = own
    assert {one.disclaimer.code for one in found} == {fact.code for fact in owed}
    assert len(found) == len(owed)
    assert all(one.wording for one in found if one.disclaimer.missing == "original")


@pytest.mark.long
@given(DESKS, LINEAGES, KINDS, LANGUAGES, DAYS)
def test_choices_come_nearest_institution_first_in_its_own_order(desk, lineage, kind, language, on):
    found = choose(desk, lineage=lineage, kind=kind, language=language, on=on)
    facts = [one.disclaimer for one in found]
    assert facts == sorted(facts, key=lambda fact: (lineage.index(fact.institution), fact.order, fact.code))
    assert found == choose(desk[::-1], lineage=lineage, kind=kind, language=language, on=on)


@given(FACTS, LANGUAGES, DAYS)
def test_a_chosen_text_is_in_force_and_marked_when_it_is_in_another_language(fact, language, on):
    chosen = choose_for(fact, language, on)
    own = (language, language.partition("-")[0])
    in_force = [text for text in fact.wordings if text.is_in_force(on)]
    if chosen.wording is None:
        assert not in_force or fact.missing == "block"
        assert not any(text.language in own for text in in_force)
        return
    assert chosen.wording in in_force
    assert chosen.is_foreign == (chosen.wording.language not in own)
    assert not (chosen.is_foreign and fact.missing == "block")


@given(DAYS, DAYS, DAYS)
def test_a_wordings_last_day_is_the_day_before_its_end(begins, until, on):
    wording = WordingFact(1, "en", "x", begins, until)
    assert wording.is_in_force(on) == (begins <= on < until)


def text(number: int, begins: str, until: str | None = None, language: str = "en") -> WordingFact:
    end = dt.date.fromisoformat(until) if until else None
    return WordingFact(number, language, f"Text {number}", dt.date.fromisoformat(begins), end)


def chosen(
    *disclaimers: DisclaimerFact, lineage=("home",), kind="commentary", language="en", on="2020-06-01"
):
    found = choose(disclaimers, lineage=lineage, kind=kind, language=language, on=dt.date.fromisoformat(on))
    return [one.wording and one.wording.id for one in found]


POSITION = DisclaimerFact("position", "home", (text(1, "2000-01-01", "2019-01-01"), text(2, "2019-01-01")))


def test_the_text_in_force_on_the_day_is_taken_and_none_is_owed_before_the_first():
    assert chosen(POSITION, on="2018-12-31") == [1]
    assert chosen(POSITION, on="2019-01-01") == [2]
    assert chosen(POSITION, on="1999-12-31") == []


def test_a_disclaimer_speaks_only_for_its_kinds_and_language():
    scoped = DisclaimerFact("op-eds", "home", (text(1, "2000-01-01"),), kinds=frozenset({"op-ed"}))
    assert chosen(scoped, kind="op-ed") == [1]
    assert chosen(scoped, kind="commentary") == []
    german = DisclaimerFact("deutsch", "home", (text(3, "2000-01-01", language="de"),), language="de")
    assert chosen(german, language="de") == [3]
    assert chosen(german, language="en") == []


def test_a_text_serves_the_regions_of_its_language_unmarked():
    (one,) = choose([POSITION], lineage=["home"], kind="commentary", language="en-GB", on=dt.date(2020, 6, 1))
    assert one == WordingChoice(POSITION, POSITION.wordings[1], is_foreign=False)


def test_without_a_translation_the_usual_languages_text_is_chosen_then_any_or_none():
    texts = (text(4, "2000-01-01", language="fr"), text(5, "2000-01-01", language="de"))
    day = dt.date(2020, 6, 1)
    french = DisclaimerFact("position", "home", texts, usual_language="fr")
    assert choose_for(french, "ko", day) == WordingChoice(french, texts[0], is_foreign=True)
    arabic = DisclaimerFact("position", "home", texts, usual_language="ar")
    assert choose_for(arabic, "ko", day) == WordingChoice(arabic, texts[1], is_foreign=True)
    strict = DisclaimerFact("position", "home", texts, usual_language="fr", missing="block")
    assert choose_for(strict, "ko", day) == WordingChoice(strict, None)
    assert choose_for(strict, "de", day) == WordingChoice(strict, texts[1])


def test_an_employment_line_is_never_chosen_by_the_house():
    line = DisclaimerFact("harbour-guard", "home", (text(6, "2000-01-01"),), scope="employment")
    assert chosen(line) == []
    assert choose_for(line, "en", dt.date(2020, 6, 1)).wording.id == 6


def test_a_centres_own_disclaimer_prints_before_its_parents_or_instead_of_them():
    own = DisclaimerFact("centre", "centre", (text(7, "2000-01-01"),))
    assert chosen(own, POSITION, lineage=("centre", "home")) == [7, 2]
    instead = DisclaimerFact("centre", "centre", (text(7, "2000-01-01"),), replaces_parents=True)
    assert chosen(instead, POSITION, lineage=("centre", "home")) == [7]
    assert chosen(own, POSITION, lineage=("home",)) == [2]


def test_a_disclaimer_replaces_the_parents_even_if_its_text_is_missing():
    own = DisclaimerFact("centre", "centre", (text(7, "2000-01-01"),), replaces_parents=True, missing="block")
    assert chosen(own, POSITION, lineage=("centre", "home"), language="ko") == [None]


def test_several_disclaimers_print_in_their_order():
    later = DisclaimerFact("a", "home", (text(9, "2000-01-01"),), order=2)
    assert chosen(later, POSITION) == [2, 9]
