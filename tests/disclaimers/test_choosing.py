"""Which wordings a piece carries: the rule, without a database."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from disclaimers.choosing import DisclaimerFact, WordingFact, choose

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1))


def text(number: int, begins: str, until: str | None = None, language: str = "en") -> WordingFact:
    end = dt.date.fromisoformat(until) if until else None
    return WordingFact(number, language, f"Text {number}", dt.date.fromisoformat(begins), end)


def chosen(
    *disclaimers: DisclaimerFact, lineage=("home",), kind="commentary", language="en", on="2020-06-01"
):
    found = choose(disclaimers, lineage=lineage, kind=kind, language=language, on=dt.date.fromisoformat(on))
    return [wording.id for _, wording in found]


POSITION = DisclaimerFact("position", "home", (text(1, "2000-01-01", "2019-01-01"), text(2, "2019-01-01")))


def test_the_text_in_force_on_the_day_is_taken():
    assert chosen(POSITION, on="2018-12-31") == [1]
    assert chosen(POSITION, on="2019-01-01") == [2]
    assert chosen(POSITION, on="1999-12-31") == []


@given(DAYS, DAYS, DAYS)
def test_a_wordings_last_day_is_the_day_before_its_end(begins, until, on):
    wording = WordingFact(1, "en", "x", begins, until)
    assert wording.is_in_force(on) == (begins <= on < until)


def test_a_disclaimer_speaks_only_for_its_kinds_and_language():
    scoped = DisclaimerFact("op-eds", "home", (text(1, "2000-01-01"),), kinds=frozenset({"op-ed"}))
    assert chosen(scoped, kind="op-ed") == [1]
    assert chosen(scoped, kind="commentary") == []
    german = DisclaimerFact("deutsch", "home", (text(3, "2000-01-01", language="de"),), language="de")
    assert chosen(german, language="de") == [3]
    assert chosen(german, language="en") == []


def test_a_text_is_never_taken_in_another_language_but_serves_its_own_regions():
    assert chosen(POSITION, language="de") == []
    assert chosen(POSITION, language="en-GB") == [2]


def test_a_centres_own_disclaimer_prints_before_its_parents_or_instead_of_them():
    own = DisclaimerFact("centre", "centre", (text(7, "2000-01-01"),))
    assert chosen(own, POSITION, lineage=("centre", "home")) == [7, 2]
    instead = DisclaimerFact("centre", "centre", (text(7, "2000-01-01"),), replaces_parents=True)
    assert chosen(instead, POSITION, lineage=("centre", "home")) == [7]
    assert chosen(own, POSITION, lineage=("home",)) == [2]


def test_several_disclaimers_print_in_their_order():
    later = DisclaimerFact("a", "home", (text(9, "2000-01-01"),), order=2)
    assert chosen(later, POSITION) == [2, 9]
